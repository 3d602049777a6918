import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  FileFound,
  FileOpened,
  FilePage,
  FileParams,
  FileSummary,
  FindFile,
  ListFiles,
  OpenFile,
} from '@uitkomst/contracts';
import { FILE_COMMANDS, type ClientFile } from '@uitkomst/domain';
import { clientsOf } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actAs, mayReadFile, onlyStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording, Searches } from '../shell/http/docs.js';
import { etagOf } from '../shell/http/etag.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'dossiers';

/** Dossiers: opened by the case manager; found by BSN in a body, never in a URL. */
@ApiTags(TAG)
@Controller('dossiers')
export class FilesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES)
    private readonly services: LookingServices & Pick<Services, 'identities'>,
  ) {}

  @Post()
  @Recording({ id: 'openFile', summary: 'Open een dossier', answer: FileOpened })
  async open(
    @Asks() ask: Ask,
    @Body({ schema: OpenFile }) body: OpenFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof FileOpened>> {
    const { bsn, ...registration } = body;
    actAs(ask.principal, FILE_COMMANDS.RegisterClient); // Nobody else may make a pseudonym.
    const dossierRef = this.services.identities.createOrFind(ask.principal.municipality, bsn);
    const location = `/v1/dossiers/${dossierRef}`;
    const done = await this.commands.execute(
      new OnClientFile(dossierRef, { type: 'RegisterClient', registration }, ask),
    );
    const { events, file } = orRefuse(done, { headers: { Location: location }, members: { dossierRef } });
    const [first] = events;
    if (first === undefined) throw new Error('A file was opened without an event');
    void reply.header('Location', location).header('ETag', etagOf(file.revision + 1));
    return { dossierRef, receipt: receiptOf(first) };
  }

  @Post('_zoek')
  @Searches({ id: 'findFile', summary: 'Zoek een dossier op BSN', answer: FileFound })
  async find(
    @SignedIn() principal: Principal,
    @Body({ schema: FindFile }) { bsn }: FindFile,
  ): Promise<z.infer<typeof FileFound>> {
    onlyStaff(principal);
    const dossierRef = this.services.identities.personRefOf(principal.municipality, bsn);
    if (dossierRef === undefined) return { results: [] };
    return { results: [await this.summaryOf(principal.municipality, dossierRef)] };
  }

  @Get()
  @Reads({ id: 'listFiles', summary: 'Lijst van dossiers', answer: FilePage })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListFiles }) query: ListFiles,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof FilePage>> {
    onlyStaff(principal);
    const paging = pagingOf(query);
    const { reads, dates } = await lookAt(this.services, principal, query);
    const { count, clients } = await clientsOf(reads, principal.municipality, paging);
    const results = clients.map(({ personRef, registeredOn, events }) => ({
      dossierRef: personRef,
      registeredOn: registeredOn ?? null,
      events,
    }));
    return { ...pageOf({ count, results }, paging, { request, reply }), ...dates };
  }

  @Get(':dossierRef')
  @Reads({ id: 'getFile', summary: 'Lees een dossier', answer: FileSummary, version: true })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof FileSummary>> {
    const { state: file } = await this.services.clientFiles.read(principal.municipality, dossierRef);
    if (!mayReadFile(principal, dossierRef) || file.revision < 0) throw new NotFoundException('Niet gevonden');
    void reply.header('ETag', etagOf(file.revision + 1));
    return summary(dossierRef, file);
  }

  private async summaryOf(municipality: string, dossierRef: string): Promise<z.infer<typeof FileSummary>> {
    const { state } = await this.services.clientFiles.read(municipality, dossierRef);
    return summary(dossierRef, state);
  }
}

const summary = (dossierRef: string, file: ClientFile): z.infer<typeof FileSummary> => ({
  dossierRef,
  registeredOn: file.registration.registeredOn ?? null,
  events: file.revision + 1,
});

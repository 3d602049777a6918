import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ProviderParams,
  RegisterAffiliation,
  RegisterProvider,
  TermsHistory,
  TermsList,
  TermsRecorded,
} from '@uitkomst/contracts';
import { termsStream } from '@uitkomst/domain';
import { PROVIDERS } from '@uitkomst/projections';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { placeOf } from '../shell/acts/acts.controller.js';
import { maySeeTermsOf, SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnProvider } from '../shell/commands/handle-terms.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { listed } from './terms-lists.js';
import { termsHistory, termsRecorded } from './terms-answers.js';

const TAG: Tag = 'voorwaarden';

/** Aanbieders, with who owns them and whom they are tied to. */
@ApiTags(TAG)
@Controller('aanbieders')
export class ProvidersController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger' | 'reads'>,
  ) {}

  @Post()
  @Recording({ id: 'registerProvider', summary: 'Registreer een aanbieder', answer: TermsRecorded })
  async register(
    @Asks() ask: Ask,
    @Body({ schema: RegisterProvider }) provider: RegisterProvider,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    const { providerId: id } = provider;
    const done = await this.commands.execute(new OnProvider(id, { type: 'RegisterProvider', provider }, ask));
    return termsRecorded(done, { id, location: `/v1/aanbieders/${id}` }, reply);
  }

  @Get()
  @Reads({ id: 'listProviders', summary: 'Lijst van aanbieders', answer: TermsList })
  async list(@SignedIn() principal: Principal): Promise<z.infer<typeof TermsList>> {
    const where = [{ column: 'municipality', is: '=', value: principal.municipality }] as const;
    const rows = await this.services.reads.select(PROVIDERS, { where });
    const visible = rows.filter(({ providerId }) => {
      const { staff, own } = maySeeTermsOf(principal, providerId);
      return staff || own;
    });
    return listed(visible.map(({ providerId }) => providerId));
  }

  @Get(':providerId')
  @Reads({
    id: 'getProvider',
    summary: 'Lees wat over een aanbieder is vastgelegd',
    answer: TermsHistory,
    version: true,
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ProviderParams }) { providerId: id }: z.infer<typeof ProviderParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsHistory> {
    const { staff, own } = maySeeTermsOf(principal, id);
    if (!staff && !own) throw new NotFoundException('Niet gevonden');
    const stream = termsStream('provider', principal.municipality, id);
    return termsHistory(this.services.ledger, { id, stream, staff }, reply);
  }

  @Post(':providerId/verbondenheden')
  @Recording({ id: 'registerAffiliation', summary: 'Registreer een verbondenheid', answer: TermsRecorded })
  async affiliate(
    @Asks() ask: Ask,
    @Param({ schema: ProviderParams }) { providerId: id }: z.infer<typeof ProviderParams>,
    @Body({ schema: RegisterAffiliation }) body: RegisterAffiliation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    const affiliation = { ...body, providerId: id };
    const done = await this.commands.execute(new OnProvider(id, { type: 'RegisterAffiliation', affiliation }, ask));
    const location = placeOf(done.events, `/v1/aanbieders/${id}`, 'verbondenheden');
    return termsRecorded(done, { id, location }, reply);
  }
}

import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ClaimParams, Mismatches, OpenMismatches, ResolveMismatch } from '@uitkomst/contracts';
import {
  FILE_COMMANDS,
  lineOf,
  personOf,
  textOf,
  type Actor,
  type BatchCommand,
  type BatchLine,
  type ClientFile,
} from '@uitkomst/domain';
import { completeLine, paymentPorts } from '@uitkomst/processes';
import { mismatchedClaims } from '@uitkomst/projections';
import { NotFoundException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { actAs, readsMoney, SignedIn, type Principal } from '../shell/auth/principal.js';
import { metaOf } from '../shell/commands/decide-on-stream.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import { Problem } from '../shell/http/problem.js';
import { refused } from '../shell/http/refusals.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, commandHashOf, commandIdOf, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'betalingen';

/** Boekingen die niet passen: finance says what each was; until then nothing more is ordered on the claim. */
@ApiTags(TAG)
@Controller('claims/:claimId/betaalafwijkingen')
export class MismatchesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'terms'>,
  ) {}

  @Get()
  @Reads({ id: 'listMismatches', summary: 'Boekingen die niet passen', answer: Mismatches, version: true })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Mismatches> {
    readsMoney(principal);
    const { file, changes } = await this.claim(principal.municipality, claimId);
    void reply.header('ETag', etagOf(changes));
    return view(file, claimId);
  }

  @Post()
  @Recording({
    id: 'resolveMismatch',
    summary: 'Leg vast wat een afwijkende boeking was',
    description: 'Alsnog betaald, alsnog niet uitgevoerd, of niet over deze opdracht (DISMISSED).',
    answer: Mismatches,
    ifMatch: true,
  })
  async resolve(
    @Asks() ask: Ask,
    @SeenVersion() seen: number,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: ResolveMismatch }) body: ResolveMismatch,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Mismatches> {
    const actor = actAs(ask.principal, FILE_COMMANDS.ResolveMismatch);
    const { municipality } = ask.principal;
    const before = await this.claim(municipality, claimId);
    if (before.changes !== seen) throw new Problem('versie-verouderd');
    await this.book(before.file, { claimId, ...body }, { ask, actor });
    const command = { type: 'ResolveMismatch', claimId, ...body } as const;
    orRefuse(await this.commands.execute(new OnClientFile(personOf(claimId), command, ask)));
    const { file, changes } = await this.claim(municipality, claimId);
    void reply.header('Location', `/v1/claims/${claimId}/betaalafwijkingen`).header('ETag', etagOf(changes));
    return view(file, claimId);
  }

  /** What the bank did after all is told of the batch's line first; the money on the file follows it. */
  private async book(
    file: ClientFile,
    { claimId, mismatchEventId, result }: ResolveMismatch & { readonly claimId: string },
    { ask, actor }: { readonly ask: Ask; readonly actor: Actor },
  ): Promise<void> {
    const { municipality } = ask.principal;
    const ports = paymentPorts(this.services);
    const mismatch = file.mismatches.find(({ eventId }) => eventId === mismatchEventId);
    const order = file.payments.find(({ orderId }) => orderId === mismatch?.orderId);
    const batchId = order?.order?.batchId;
    if (batchId === undefined) return;
    const line = lineOf(await ports.readBatch(municipality, batchId), claimId);
    const command = line && commandFor(line, { batchId, result, today: textOf(ports.today()) });
    if (command === undefined) return;
    const own: Ask = { ...ask, commandId: commandIdOf(ask.commandId, 'line'), commandHash: commandHashOf(command) };
    const done = await ports.sendToBatch({ municipality, command, ...metaOf(own, actor) });
    if ('refusal' in done) throw refused(done.refusal, { isProvider: false });
    if (done.ok) await completeLine(municipality, { batch: done.state, claimId }, ports);
  }

  private async claim(
    municipality: string,
    claimId: string,
  ): Promise<{ readonly file: ClientFile; readonly changes: number }> {
    const { state: file } = await this.services.clientFiles.read(municipality, personOf(claimId));
    const claim = file.claims.get(claimId);
    if (claim === undefined) throw new NotFoundException('Niet gevonden');
    return { file, changes: claim.changes };
  }
}

interface Resolving {
  readonly batchId: string;
  readonly result: ResolveMismatch['result'];
  readonly today: string;
}

/** What is to be told of the line; nothing where it stands so already, or the booking was not about it. */
function commandFor({ claimId, state }: BatchLine, { batchId, result, today }: Resolving): BatchCommand | undefined {
  const onLine = { batchId, claimId };
  if (result === 'SETTLED' && state !== 'SETTLED')
    return { type: 'SettleLine', ...onLine, valueOn: today, resolving: true };
  if (result !== 'REJECTED') return undefined;
  if (state === 'SETTLED') return { type: 'ReturnLine', ...onLine, returnedOn: today };
  return state === 'OPEN' ? { type: 'RejectLine', ...onLine, bankReason: 'NARR' } : undefined;
}

/** Boekingen die niet passen, van alle declaraties: what finance has to work off. */
@ApiTags(TAG)
@Controller('betaalafwijkingen')
export class OpenMismatchesController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'reads'>) {}

  @Get()
  @Reads({ id: 'listOpenMismatches', summary: 'Boekingen die nog niet zijn verklaard', answer: OpenMismatches })
  async list(@SignedIn() principal: Principal): Promise<OpenMismatches> {
    readsMoney(principal);
    const { municipality } = principal;
    const results: OpenMismatches['results'] = [];
    for (const claimId of await mismatchedClaims(this.services.reads, municipality)) {
      const { state: file } = await this.services.clientFiles.read(municipality, personOf(claimId));
      const claim = file.claims.get(claimId);
      if (claim === undefined) continue;
      const { providerId } = claim.submission.payload;
      const named = { claimId, providerId, etag: etagOf(claim.changes) };
      results.push(...view(file, claimId).results.map((mismatch) => Object.assign({ ...mismatch }, named)));
    }
    return { results };
  }
}

const view = ({ mismatches }: ClientFile, of: string): Mismatches => ({
  results: mismatches
    .filter(({ claimId }) => claimId === of)
    .map(({ eventId, endToEndId, reason, cents, currency, reportedOn }) => ({
      eventId,
      endToEndId,
      reason,
      cents,
      currency,
      reportedOn,
    })),
});

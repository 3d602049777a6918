import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { LedgerPage, ListLedger, type LedgerEntry } from '@uitkomst/contracts';
import type { RecordedEvent } from '@uitkomst/ledger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onlyAuditor, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, pagingOf, placeIn } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { leavesBetween } from '../shell/proofs/leaves-between.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'verantwoording';
type Needs = Pick<Services, 'ledger' | 'sealer'>;

/** Gebeurtenissen: the ledger itself, leaf by leaf, for the auditor; what an event says is with its proof. */
@ApiTags(TAG)
@Controller('gebeurtenissen')
export class LedgerController {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}

  @Get()
  @Reads({
    id: 'listLedger',
    summary: 'Het grootboek, de laatste gebeurtenis eerst',
    description: 'Zegels staan er niet in. Een blad van een andere gemeente wordt overgeslagen en telt wel mee.',
    answer: LedgerPage,
  })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListLedger }) query: ListLedger,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerPage> {
    onlyAuditor(principal);
    const { sealer } = this.services;
    const paging = pagingOf(query);
    const count = sealer.log.tree.size;
    const until =
      query.after === undefined ? Math.max(0, count - paging.offset) : Math.min(count, placeIn(query.after));
    const from = Math.max(0, until - paging.limit);
    const results: LedgerEntry[] = [];
    for await (const [leafIndex, event] of leavesBetween(this.services, from, until))
      if (event.stream.split('-')[1] === principal.municipality)
        results.unshift({ leafIndex, ...entryOf(event), sealed: leafIndex < (sealer.seal?.size ?? 0) });
    return pageOf({ count, results }, paging, { request, reply, goOn: from > 0 ? from : null });
  }
}

function entryOf({
  id,
  type,
  recordedAt,
  stream,
  revision,
  actor,
  leafHash,
}: RecordedEvent): Omit<LedgerEntry, 'leafIndex' | 'sealed'> {
  const [kind, municipality, ...rest] = stream.split('-');
  const dossierRef = kind === 'client' ? rest.join('-') : undefined;
  return {
    eventId: id,
    type,
    recordedAt,
    stream: municipality === undefined ? stream : [kind, ...rest].join('-'),
    revision,
    role: actor.role,
    actor: actor.id,
    ...(dossierRef !== undefined && { dossierRef }),
    leafHash,
  };
}

import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ListLedger, ReadLedger, type LedgerEntry, type LedgerPage, type OwnLedgerPage } from '@uitkomst/contracts';
import type { Position, RecordedEvent } from '@uitkomst/ledger';
import { readOwnFiles } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, whoseOwn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { feedOf, noSuchPlace, pageOf, pagingOf, stretchOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { invalidField } from '../shell/http/problem.js';
import { eventById } from '../shell/proofs/inclusion.js';
import { leavesBetween } from '../shell/proofs/leaves-between.js';
import { SERVICES } from '../shell/services.js';
import { fileOf, ownEvents, seesInFile } from './own-events.js';

const TAG: Tag = 'verantwoording';
type Needs = Pick<Services, 'clientFiles' | 'ledger' | 'reads' | 'sealer'>;
interface Http {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Gebeurtenissen: the ledger itself, leaf by leaf, for the auditor; what of it is theirs for a provider and a client. */
@ApiTags(TAG)
@Controller('gebeurtenissen')
export class LedgerController {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}

  @Get()
  @Reads({
    id: 'listLedger',
    summary: 'Het grootboek, de laatste gebeurtenis eerst',
    description:
      'Zegels staan er niet in. Een blad van een andere gemeente wordt overgeslagen en telt wel mee. Een aanbieder en een cliënt lezen wat zij zelf in een dossier zien, zonder telling; verder alleen met next. De beoordeling van een declaratie staat er voor de aanbieder in zodra een brief haar bekendmaakt.',
    answer: ReadLedger,
  })
  list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListLedger }) query: ListLedger,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReadLedger> {
    const isAuditor = principal.roles.includes('AUDITOR');
    return isAuditor ? this.all(principal, query, { request, reply }) : this.own(principal, query, { request, reply });
  }

  private async all(principal: Principal, query: ListLedger, http: Http): Promise<LedgerPage> {
    const { sealer } = this.services;
    const count = sealer.log.tree.size;
    const { paging, goOn } = stretchOf(query, count);
    const until = Math.max(0, count - paging.offset);
    const from = Math.max(0, until - paging.limit);
    const results: LedgerEntry[] = [];
    for await (const [leafIndex, event] of leavesBetween(this.services, from, until))
      if (event.stream.split('-')[1] === principal.municipality)
        results.unshift({ leafIndex, ...entryOf(event), sealed: leafIndex < (sealer.seal?.size ?? 0) });
    return pageOf({ count, results }, paging, { ...http, goOn });
  }

  /** One event more than is told says whether there is anything to go on to. */
  private async own(principal: Principal, query: ListLedger, http: Http): Promise<OwnLedgerPage> {
    const whose = whoseOwn(principal);
    if (query.page !== undefined)
      throw invalidField({ in: 'query', pointer: '/page', code: 'invalid', message: NO_PAGES });
    const { municipality } = principal;
    const { limit } = pagingOf(query);
    const files =
      'personRef' in whose ? [whose.personRef] : await readOwnFiles(this.services.reads, { municipality, ...whose });
    const before = query.after === undefined ? undefined : await this.placeOf(principal, query.after);
    const found: RecordedEvent[] = [];
    for await (const event of ownEvents(this.services, principal, { files, before }))
      if (found.push(event) > limit) break;
    const told = found.slice(0, limit);
    const results = told.map((event) => this.ownEntry(event, principal));
    return feedOf(results, { ...http, goOn: (found.length > limit && told.at(-1)?.id) || null });
  }

  /** The event that was told last is the place to go on from: it says nothing that its reader does not know. */
  private async placeOf(principal: Principal, after: string): Promise<Position> {
    const event = await eventById(this.services, after);
    if (event === undefined || !(await seesInFile(this.services, principal, event))) throw noSuchPlace();
    return event.position;
  }

  private ownEntry(event: RecordedEvent, { municipality }: Principal): OwnLedgerPage['results'][number] {
    const { log, seal } = this.services.sealer;
    const { id: eventId, type, recordedAt, actor, leafHash } = event;
    const dossierRef = fileOf(event, municipality) ?? '';
    const sealed = (log.indexOf(eventId) ?? Infinity) < (seal?.size ?? 0);
    return { eventId, type, recordedAt, role: actor.role, dossierRef, leafHash, sealed };
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

const NO_PAGES = { nl: 'Ga verder met next', en: 'Go on with next' };

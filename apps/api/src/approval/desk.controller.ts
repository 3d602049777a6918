import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { DeskPage, DeskQuery, type DeskRow } from '@uitkomst/contracts';
import { wordsOf, type Day } from '@uitkomst/domain';
import {
  mismatchedClaims,
  openBatchOf,
  readDesk,
  unansweredOf,
  type DeskClaim,
  type DeskOrder,
  RECKONED,
  type DeskQuestion,
  type ReadStore,
} from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readsDesk, SignedIn, type Principal } from '../shell/auth/principal.js';
import { stateText } from '../shell/claim-view.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { etagOf } from '../shell/http/etag.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';
import { pagingOrAll } from '../shell/http/tables/whole-lists.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { DESK_TABLE } from './desk-table.js';

const TAG: Tag = 'fiattering';

/** Werkvoorraad: what lies on the officers' desk, contested claims among it. */
@ApiTags(TAG)
@Controller('werkvoorraad')
export class DeskController {
  constructor(
    @Inject(SERVICES)
    private readonly services: LookingServices & Pick<Services, 'staff'>,
  ) {}

  @Get()
  @Reads({
    id: 'readDesk',
    summary: 'Werkvoorraad',
    description:
      'In JSON per bladzijde; als CSV (puntkomma, hele eurocenten) of XLSX (euro’s) de hele lijst, hoogstens 10.000 regels.',
    answer: DeskPage,
    table: DESK_TABLE,
  })
  async read(
    @SignedIn() principal: Principal,
    @Query({ schema: DeskQuery }) query: DeskQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskPage> {
    readsDesk(principal);
    const paging = pagingOrAll(pagingOf(query), query, request);
    const { municipality } = principal;
    const { reads, today, dates } = await lookAt(this.services, principal, query);
    const question = {
      ...questionOf(query, today),
      ...(query.attention === 'ALARM' && { claimIds: await alarmed(reads, { municipality, today }) }),
      ...orderOf(query),
      municipality,
    };
    const { limit, offset } = paging;
    const { count, claims } = await readDesk(reads, { ...question, limit, offset });
    const claimIds = claims.filter(({ orderedCents }) => orderedCents > 0).map(({ claimId }) => claimId);
    const unanswered = await unansweredOf(reads, { municipality, claimIds, today });
    const approved = claims.filter(({ state }) => state === 'APPROVED').map(({ claimId }) => claimId);
    const batches = await openBatchOf(reads, municipality, approved);
    const around = { staff: this.services.staff, unanswered, batches };
    const results = claims.map((claim) => rowOf(claim, around));
    return { ...pageOf({ count, results }, paging, { request, reply }), ...dates };
  }
}

/** Claims of which the bank booked what does not fit, or says nothing. */
async function alarmed(
  reads: ReadStore,
  asked: { readonly municipality: string; readonly today: Day },
): Promise<readonly string[]> {
  const unanswered = await unansweredOf(reads, asked);
  return [...new Set([...(await mismatchedClaims(reads, asked.municipality)), ...unanswered])];
}

type Filters = Omit<DeskQuestion, 'municipality' | 'limit' | 'offset'>;

function questionOf(query: DeskQuery, today: Day): Filters {
  const { state, providerId, contested, underway, outcome, overdue, attention, q: text } = query;
  return {
    ...(state !== undefined && { states: [state] }),
    ...(providerId !== undefined && { providerId }),
    ...(contested !== undefined && { contested: contested === 'true' }),
    ...(underway !== undefined && { underway: underway === 'true' }),
    ...(outcome !== undefined && { outcome }),
    ...(overdue !== undefined && { overdueOn: today }),
    ...(attention !== undefined && attention !== 'ALARM' && { waitsFor: attention }),
    ...(text !== undefined && { text }),
  };
}

const ORDERS: Readonly<Record<string, DeskOrder>> = {
  dueOn: 'dueOn',
  submittedOn: 'submittedOn',
  cents: 'cents',
};

function orderOf({ sort }: DeskQuery): Pick<DeskQuestion, 'orderBy' | 'descending'> {
  if (sort === undefined) return {};
  const descending = sort.startsWith('-');
  const orderBy = ORDERS[descending ? sort.slice(1) : sort];
  return { descending, ...(orderBy !== undefined && { orderBy }) };
}

interface Around {
  readonly staff: Services['staff'];
  /** Claims of which the bank has said nothing for too long. */
  readonly unanswered: ReadonlySet<string>;
  /** In which batch an approved claim waits to be released. */
  readonly batches: ReadonlyMap<string, string>;
}

const rowOf = (claim: DeskClaim, { staff, unanswered, batches }: Around): DeskRow => ({
  claimId: claim.claimId,
  dossierRef: claim.personRef,
  providerId: claim.providerId,
  jobId: claim.jobId ?? null,
  providerReference: claim.providerReference ?? null,
  state: claim.state,
  stateText: stateText(claim.state),
  outcome: claim.outcome ?? null,
  fail: [...claim.fail],
  open: [...claim.open],
  cents: claim.determinationId === undefined ? null : claim.cents,
  toPayCents: claim.toPayCents,
  submittedOn: claim.submittedOn,
  untilOn: claim.untilOn ?? null,
  nextChangeOn: claim.nextChangeOn ?? null,
  maturityOn: claim.maturityOn ?? null,
  dueOn: claim.dueOn ?? null,
  stale: claim.stale,
  contested: claim.contested,
  notice: noticeOf(claim),
  warning: warningOf(claim, staff),
  alarms: [
    ...(claim.mismatched ? (['LINE_MISMATCH'] as const) : []),
    ...(unanswered.has(claim.claimId) ? (['NO_BANK_ANSWER'] as const) : []),
  ],
  inBatch: batches.get(claim.claimId) ?? null,
  clawback: claim.clawback ?? null,
  objection: claim.objection ? { ...claim.objection, parties: [...claim.objection.parties] } : null,
  // A decision of the past that was only reckoned stands nowhere.
  determinationId: claim.determinationId?.startsWith(RECKONED) === true ? null : (claim.determinationId ?? null),
  decisionHash: claim.decisionHash ?? null,
  definition: claim.definition ?? null,
  etag: etagOf(claim.changes),
});

function noticeOf({ noticeKind, noticeSubjectId, noticeSinceOn }: DeskClaim): DeskRow['notice'] {
  if (noticeKind === undefined || noticeSubjectId === undefined || noticeSinceOn === undefined) return null;
  return { kind: noticeKind, subjectEventId: noticeSubjectId, sinceOn: noticeSinceOn };
}

/** Nobody on the list of staff is left who may act: then somebody of another mandated organisation has to. */
function warningOf({ turn }: DeskClaim, staff: Services['staff']): DeskRow['warning'] {
  if (turn === undefined || staff.length === 0) return null;
  const isLeft = staff.some(({ subject, roles }) => roles.includes(turn.role) && !turn.barred.includes(subject));
  const code = 'NO_UNINVOLVED_PERSON';
  return isLeft ? null : { code, text: [word(code, 'nl'), word(code, 'en')] };
}

const word = (code: string, language: 'nl' | 'en') => ({ language, value: wordsOf(code, language) });

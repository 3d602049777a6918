/**
 * The life cycle once more, written from life-cycle.md alone: a fold of recorded events that knows nothing of the product's own, so
 * that the two can be held against each other. What the rules say of a claim it takes from the determinations; where the claim then
 * rests, what is owed and who may act, it works out itself.
 */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: { readonly id: string; readonly role: string };
}

interface Decision {
  readonly id: string;
  readonly on: string;
  readonly hash: string;
  readonly outcome: string;
  readonly fail: readonly string[];
  readonly open: readonly string[];
  readonly lacksEvidence: boolean;
  readonly cents: number;
  readonly tariffCents: number;
  readonly episodeOn?: string | undefined;
}

export interface ModelOrder {
  readonly orderId: string;
  readonly decidedOn: string;
  readonly episodeOn?: string | undefined;
  readonly tariffCents: number;
  readonly cents: number;
  readonly people: readonly string[];
  state: 'OPEN' | 'PAID' | 'FAILED' | 'CANCELLED' | 'RETURNED';
  paid: number;
}

export interface ModelClawback {
  readonly id: string;
  readonly proposalId: string;
  decisionId?: string;
  cents: number;
  state: 'PROPOSED' | 'DECIDED' | 'WITHDRAWN';
  hearingUntil?: string | undefined;
  heard: boolean;
  recovered: number;
  writtenOff: number;
  /** The run of decisions on which a person let it go. */
  letGoOn?: string | undefined;
}

export interface ModelObjection {
  readonly id: string;
  readonly subject: string;
  readonly parties: Set<string>;
  state: string;
  decisionId?: string;
}

export interface ModelClaim {
  readonly claimId: string;
  readonly providerId: string;
  readonly jobId: string;
  readonly claimed: number | undefined;
  /** The decisions since the hash last changed; the first names the run. */
  run: Decision[];
  approvals: string[];
  needsTwo: boolean;
  refusedBy?: string | undefined;
  readonly orders: ModelOrder[];
  readonly clawbacks: ModelClawback[];
  readonly objections: ModelObjection[];
  readonly notices: { readonly subject: string; readonly kind: string }[];
  ended?: { how: string; readonly eventId: string; after?: string | undefined } | undefined;
}

export type ModelFile = Map<string, ModelClaim>;

const THRESHOLD = 250_000;
const text = (value: unknown): string => String(value);
const list = (value: unknown): readonly string[] => value as readonly string[];

export function hear(file: ModelFile, event: Told): void {
  const { payload, id, actor } = event;
  if (event.type === 'ClaimSubmitted') {
    const { claimId, providerId, jobId, cents } = payload;
    file.set(text(claimId), claimOf(text(claimId), { providerId: text(providerId), jobId: text(jobId), cents }));
    return;
  }
  const claim = file.get(text(payload['claimId']));
  if (claim === undefined) return;
  const clawback = claim.clawbacks.find((one) => one.id === payload['clawbackId']);
  const order = claim.orders.find(({ orderId }) => orderId === payload['orderId']);
  const objection = claim.objections.find((one) => one.id === payload['objectionId']);
  const cents = Number(payload['cents']);
  switch (event.type) {
    case 'ClaimWithdrawn':
    case 'ClaimExpired':
    case 'ClaimClosed': {
      const how = event.type.slice('Claim'.length).toUpperCase();
      const before = claim.ended?.after ?? claim.ended?.how;
      claim.ended = { how, eventId: id, after: how === 'CLOSED' ? before : undefined };
      return;
    }
    case 'ClaimDetermined':
      determined(claim, event);
      return;
    case 'ReviewResolved': {
      const codes = payload['codes'] as readonly { readonly code: string }[];
      if (codes.some(({ code }) => code === 'APPROVAL_REFUSED')) claim.refusedBy = undefined;
      return;
    }
    case 'ApprovalGiven':
      if (claim.approvals.length === 0) claim.needsTwo = totalOf(file, claim) >= THRESHOLD;
      claim.approvals.push(actor.id);
      return;
    case 'ApprovalRefused':
      claim.refusedBy = actor.id;
      return;
    case 'PaymentOrdered': {
      const decision = claim.run.find((one) => one.id === payload['determinationId']) ?? last(claim);
      claim.orders.push({
        orderId: text(payload['orderId']),
        decidedOn: decision?.on ?? '',
        episodeOn: payload['episodeOn'] as string | undefined,
        tariffCents: Number(payload['tariffCents']),
        cents,
        people: [...claim.approvals, text(payload['payer']), text(payload['preparer'])],
        state: 'OPEN',
        paid: 0,
      });
      return;
    }
    case 'ClaimPaid':
      if (order) Object.assign(order, { state: 'PAID', paid: cents });
      return;
    case 'PaymentFailed':
      if (order) order.state = 'FAILED';
      return;
    case 'PaymentOrderCancelled':
      if (order) order.state = 'CANCELLED';
      return;
    case 'PaymentReturned':
      if (order) Object.assign(order, { state: 'RETURNED', paid: order.paid - cents });
      return;
    case 'ClawbackProposed':
      proposed(claim, event);
      return;
    case 'ClawbackHeard':
      if (clawback) clawback.heard = true;
      return;
    case 'ClawbackDecided':
      if (clawback) Object.assign(clawback, { state: 'DECIDED', cents, decisionId: id });
      return;
    case 'ClawbackWithdrawn':
      if (clawback) clawback.state = 'WITHDRAWN';
      if (clawback && actor.role !== 'SYSTEM') clawback.letGoOn = claim.run[0]?.id;
      return;
    case 'ClawbackSettled':
      if (clawback) clawback[payload['method'] === 'WRITE_OFF' ? 'writtenOff' : 'recovered'] += cents;
      return;
    case 'DecisionNotified': {
      const { kind, subjectEventId: subject, termUntilOn } = payload;
      claim.notices.push({ subject: text(subject), kind: text(kind) });
      const told = claim.clawbacks.find(({ proposalId }) => proposalId === subject);
      if (told) told.hearingUntil = text(termUntilOn);
      return;
    }
    case 'ObjectionFiled':
      if (objection) objection.parties.add(text(payload['by']));
      else
        claim.objections.push({
          id: text(payload['objectionId']),
          subject: text(payload['subjectEventId']),
          parties: new Set([text(payload['by'])]),
          state: 'OPEN',
        });
      return;
    case 'ObjectionWithdrawn':
      objection?.parties.delete(actor.role);
      if (objection?.parties.size === 0) objection.state = 'WITHDRAWN';
      return;
    case 'ObjectionDecided':
      if (objection) Object.assign(objection, { state: text(payload['outcome']), decisionId: id });
      return;
    default: // Facts, evidence and attribution speak through the determinations.
  }
}

const claimOf = (
  claimId: string,
  { providerId, jobId, cents }: { readonly providerId: string; readonly jobId: string; readonly cents: unknown },
): ModelClaim => ({
  claimId,
  providerId,
  jobId,
  claimed: cents as number | undefined,
  run: [],
  approvals: [],
  needsTwo: false,
  orders: [],
  clawbacks: [],
  objections: [],
  notices: [],
});

function determined(claim: ModelClaim, { id, payload }: Told): void {
  const rules = payload['rules'] as readonly { readonly rule: string; readonly result: string }[];
  const fail = list(payload['fail']);
  const decision: Decision = {
    id,
    on: (payload['basis'] as { readonly asOf: string }).asOf,
    hash: text(payload['decisionHash']),
    outcome: text(payload['outcome']),
    fail,
    open: list(payload['open']),
    lacksEvidence: fail.length === 0 && rules.some(({ rule, result }) => rule === 'R4' && result === 'UNKNOWN'),
    cents: Number(payload['cents']),
    tariffCents: Number(payload['tariffCents'] ?? 0),
    episodeOn: payload['episodeOn'] as string | undefined,
  };
  if (last(claim)?.hash === decision.hash) claim.run.push(decision);
  else Object.assign(claim, { run: [decision], approvals: [], refusedBy: undefined });
}

function proposed(claim: ModelClaim, { id, payload }: Told): void {
  const before = claim.clawbacks.at(-1);
  const hearingUntil = payload['hearingUntilOn'] as string | undefined;
  claim.clawbacks.push({
    id: text(payload['clawbackId']),
    proposalId: id,
    cents: Number(payload['cents']),
    state: 'PROPOSED',
    hearingUntil,
    heard: hearingUntil !== undefined && before?.heard === true,
    recovered: 0,
    writtenOff: 0,
  });
}

export const last = ({ run }: ModelClaim): Decision | undefined => run.at(-1);
const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

/** Words of life-cycle.md: ordered, paid, recovered, net, entitlement, to pay. */
export function moneyOf(claim: ModelClaim) {
  const ordered = sum(claim.orders, ({ state, cents }) => (state === 'OPEN' ? cents : 0));
  const paid = sum(claim.orders, (order) => order.paid);
  const recovered = sum(claim.clawbacks, (one) => one.recovered);
  const writtenOff = sum(claim.clawbacks, (one) => one.writtenOff);
  const net = paid - recovered;
  const decision = last(claim);
  const fails = decision !== undefined && decision.fail.length > 0;
  const entitlement = decision?.outcome === 'ELIGIBLE' ? decision.cents : fails ? 0 : net;
  return { ordered, paid, recovered, writtenOff, net, entitlement, toPay: entitlement - net - ordered, fails };
}

const outstanding = ({ state, cents, recovered, writtenOff }: ModelClawback): number =>
  state === 'DECIDED' ? cents - recovered - writtenOff : 0;

/** Of the claim with everything of the same provider for the same outflow that was ordered or approved (§6, Who). */
function totalOf(file: ModelFile, claim: ModelClaim): number {
  const episodeOn = last(claim)?.episodeOn;
  return sum([...file.values()], (other) => {
    if (other === claim) return moneyOf(claim).entitlement;
    if (other.providerId !== claim.providerId) return 0;
    const same = other.jobId === claim.jobId || (episodeOn !== undefined && last(other)?.episodeOn === episodeOn);
    if (!same) return 0;
    const { net, ordered, entitlement } = moneyOf(other);
    const approved = other.approvals.length > 0 && other.refusedBy === undefined && other.ended === undefined;
    return Math.max(net + ordered, approved ? entitlement : 0);
  });
}

export const isOver = ({ ended, objections }: ModelClaim): boolean => {
  if (ended === undefined) return false;
  const { how, eventId } = ended;
  const lives = ({ state, subject }: ModelObjection): boolean =>
    state === 'OPEN' || ((state === 'UPHELD' || state === 'PARTLY') && subject === eventId);
  return how !== 'EXPIRED' || !objections.some(lives);
};

/** Five years after the day of the determination last ordered, that day included. */
function horizonRuns({ orders }: ModelClaim, today: string): boolean {
  const order = orders.findLast(({ paid }) => paid > 0);
  if (order === undefined) return false;
  const until = `${Number(order.decidedOn.slice(0, 4)) + 5}${order.decidedOn.slice(4)}`;
  return today <= until;
}

/** Row by row, the first that applies (§2): what is shown, and what goes on beneath an objection. */
export function stateOf(claim: ModelClaim, today: string): { readonly shown: string; readonly beneath: string } {
  if (isOver(claim)) return { shown: claim.ended?.how ?? '', beneath: claim.ended?.how ?? '' };
  const beneath = beneathOf(claim, today);
  const objected = claim.objections.some(({ state }) => state === 'OPEN');
  return { shown: objected ? 'IN_OBJECTION' : beneath, beneath };
}

function beneathOf(claim: ModelClaim, today: string): string {
  const { ordered, net, writtenOff, recovered, entitlement, fails } = moneyOf(claim);
  const decision = last(claim);
  const due = net - writtenOff - entitlement;
  const letGo = claim.clawbacks.some(({ letGoOn }) => letGoOn !== undefined && letGoOn === claim.run[0]?.id);
  if (ordered > 0) return 'PAYMENT_ORDERED';
  if (claim.clawbacks.some((one) => outstanding(one) > 0 && outstanding(one) <= due)) return 'CLAWBACK_DECIDED';
  if (due > 0 && horizonRuns(claim, today) && !letGo) return 'CLAWBACK_PROPOSED';
  if (writtenOff > 0 && net > entitlement) return 'RECOVERED';
  const more = decision?.outcome === 'ELIGIBLE' && decision.cents > net && claim.refusedBy === undefined;
  if (net > 0 && !more) return 'PAID';
  if (recovered > 0 && net === 0 && fails) return 'RECOVERED';
  if (fails) return 'REJECTED';
  if (decision === undefined) return 'SUBMITTED';
  if (decision.lacksEvidence) return 'INCOMPLETE';
  if (decision.open.includes('COMPETING_CLAIM')) return 'CONTESTED';
  if (decision.open.includes('NOT_YET_MATURE')) return 'MATURING';
  if (decision.open.includes('AWAITING_REGISTRY')) return 'VERIFYING';
  if (decision.open.length > 0 || claim.refusedBy !== undefined) return 'IN_REVIEW';
  if (claim.approvals.length === 0) return 'ELIGIBLE';
  return claim.approvals.length >= (claim.needsTwo ? 2 : 1) ? 'APPROVED' : 'APPROVED_1';
}

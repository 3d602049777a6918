import {
  standingOf,
  SYSTEM,
  textOf,
  type Actor,
  type ClaimRecord,
  type ClientFile,
  type ClientFileCommand,
  type Day,
  type PaymentOrder,
} from '@uitkomst/domain';
import {
  approver2,
  benefits,
  C1,
  C2,
  C3,
  caseManager,
  evidence,
  factOf,
  finance,
  officer,
  provider,
  submitClaim,
  type Past,
} from '@uitkomst/domain/testing';
import type { Kind, Step } from './steps.js';

/** What comes of a step on a file: a command by somebody, or what the bank and the collectors report, which no command decides. */
export type Move =
  { readonly command: ClientFileCommand; readonly actor: Actor } | { readonly reported: readonly Past[] } | undefined;

/** Paswerk asks for what its tariff is; Sagenn asks for more than that; a second job's claim names no amount. */
const CLAIMS: Readonly<Record<Step['claimId'], ClientFileCommand>> = {
  [C1]: submitClaim({ cents: 300_000 }),
  [C2]: submitClaim({ claimId: C2, providerId: 'SAGENN', trajectId: 't2', cents: 400_000 }),
  [C3]: submitClaim({ claimId: C3, jobId: 'j2' }),
};
const providerOf = (claimId: string): Actor => provider(claimId === C2 ? 'SAGENN' : 'PASWERK');
const record = (fact: ReturnType<typeof factOf>, actor: Actor): Move => ({
  command: { type: 'RecordFact', fact },
  actor,
});

/** The steps a thing that takes several people consists of; `days` is how long each waits for the one before. */
export function movesOf(step: Step): readonly Step[] {
  const { kind, claimId, who } = step;
  const by = (next: Kind, whose = claimId, later = 0): Step => ({
    kind: next,
    claimId: whose,
    who: who + later,
    days: 0,
  });
  const pay = (whose: Step['claimId']) => [by('approve', whose), by('second', whose, 1), by('order', whose, 2)];
  if (kind === 'pay') return pay(claimId);
  if (kind === 'back') {
    const settled = [by('relapse'), { ...by('tell'), days: 6 }, { ...by('reclaim'), days: 15 }, by('settle')];
    return [...pay(claimId), by('paid'), ...settled];
  }
  if (kind === 'undone') {
    if (who > 2) return [...pay(claimId), by('paid'), by('returned')];
    return [...pay(claimId), by(who === 1 ? 'failed' : 'cancelled')];
  }
  return kind === 'split'
    ? [by('submit', C1), by('submit', C2), by('attribute'), ...pay(C1), ...pay(C2)]
    : [{ ...step, days: 0 }];
}

export function moveOn(file: ClientFile, step: Step, today: Day): Move {
  const { kind, claimId, who } = step;
  const claim = file.claims.get(claimId);
  switch (kind) {
    case 'submit':
      return { command: CLAIMS[claimId], actor: providerOf(claimId) };
    case 'attribute': {
      const shares = { PASWERK: (who - 1) * 3_333, SAGENN: 10_000 - (who - 1) * 3_333 };
      return { command: { type: 'DecideAttribution', jobId: 'j1', shares, grounds: 'HEARD' }, actor: officer(6) };
    }
    case 'relapse': {
      const validFrom = who === 1 ? '2009-08-01' : '2009-01-05';
      return record(factOf('BenefitGranted', { benefitId: `r${who}`, kind: 'BIJSTAND', validFrom }), benefits());
    }
    case 'funder': {
      const status = who > 3 ? ('PAID' as const) : ('REPORTED' as const);
      return record(factOf('ExternalClaimReported', { funder: 'UWV', jobId: 'j1', status }), officer(7));
    }
    case 'statement': {
      const contribution = who > 2 ? ('NONE' as const) : ('DECISIVE' as const);
      return record(factOf('ClientStatement', { jobId: 'j1', contribution }), caseManager());
    }
    case 'link':
      return record(factOf('JobLinked', { jobId: 'j2', sameAsJobId: 'j1' }), benefits());
    case 'retract': {
      const target = file.facts.at(-who);
      if (target === undefined) return undefined;
      return { command: { type: 'RetractFact', targetEventId: target.id, reason: 'OTHER' }, actor: benefits() };
    }
    case 'look':
      return { command: { type: 'Redetermine' }, actor: SYSTEM };
    case 'approve':
    case 'second':
    case 'refuse':
    case 'order':
    case 'review':
    case 'complete':
    case 'withdraw':
    case 'expire':
    case 'notify':
    case 'paid':
    case 'failed':
    case 'cancelled':
    case 'returned':
    case 'tell':
    case 'hear':
    case 'reclaim':
    case 'letGo':
    case 'settle':
    case 'writeOff':
      return claim && onClaim(file, claim, { kind, who, today });
    case 'pay':
    case 'back':
    case 'undone':
    case 'split':
      return undefined; // Taken apart before they come here.
    default:
      return kind satisfies never;
  }
}

type OnFile = 'submit' | 'attribute' | 'relapse' | 'funder' | 'statement' | 'link' | 'retract' | 'look';
type BringsBack = 'tell' | 'hear' | 'reclaim' | 'letGo' | 'settle' | 'writeOff';
type Reported = 'paid' | 'failed' | 'cancelled' | 'returned';
interface Doing {
  readonly kind: Exclude<Kind, OnFile | 'pay' | 'back' | 'undone' | 'split'>;
  readonly who: number;
  readonly today: Day;
}

function onClaim(file: ClientFile, claim: ClaimRecord, { kind, who, today }: Doing): Move {
  const { claimId, determination } = claim;
  const seen = { determinationId: determination?.id ?? '', decisionHash: determination?.payload.decisionHash ?? '' };
  switch (kind) {
    case 'approve':
      return { command: { type: 'Approve', claimId, ...seen }, actor: officer(who) };
    case 'second': // The same people in both roles: who may approve second is for the file to say.
      return { command: { type: 'Approve', claimId, ...seen }, actor: { ...approver2(who), id: `officer-${who}` } };
    case 'refuse':
      return { command: { type: 'RefuseApproval', claimId, grounds: 'DOUBTS', ...seen }, actor: officer(who) };
    case 'order': {
      const people = { payer: `officer-${who}`, preparer: 'officer-8' };
      const cents = standingOf(file, claim, { today }).toPayCents;
      return {
        command: { type: 'OrderPayment', claimId, batchId: 'batch-1', ...people, ...seen, cents },
        actor: SYSTEM,
      };
    }
    case 'review': {
      const codes = [determination?.payload.open[0] ?? 'APPROVAL_REFUSED'];
      const result = who > 3 ? ('FAILED' as const) : ('CLOSED' as const);
      return { command: { type: 'ResolveReview', claimId, codes, result, grounds: 'SEEN' }, actor: officer(5) };
    }
    case 'complete':
      return {
        command: { type: 'CompleteClaim', claimId, evidence: [evidence('PAYSLIP', who)] },
        actor: providerOf(claimId),
      };
    case 'withdraw':
      return { command: { type: 'WithdrawClaim', claimId, reason: 'OTHER' }, actor: providerOf(claimId) };
    case 'expire':
      return { command: { type: 'ExpireClaim', claimId }, actor: SYSTEM };
    case 'notify': {
      const letter = { subjectEventId: seen.determinationId, letterId: 'L1' };
      return { command: { type: 'ReleaseNotice', claimId, ...letter }, actor: officer(5) };
    }
    case 'paid':
    case 'failed':
    case 'cancelled':
    case 'returned':
      return reported(file, claimId, { kind, today });
    case 'tell':
    case 'hear':
    case 'reclaim':
    case 'letGo':
    case 'settle':
    case 'writeOff':
      return askedBack(file, claimId, { kind, who, today });
    default:
      return kind satisfies never;
  }
}

/** What is done about the latest money asked back of a claim. */
function askedBack(
  { clawbacks }: ClientFile,
  claimId: string,
  { kind, who, today }: Doing & { readonly kind: BringsBack },
): Move {
  const clawback = clawbacks.findLast((one) => one.claimId === claimId);
  if (clawback === undefined) return undefined;
  const { clawbackId, proposalId, decision, proposedCents } = clawback;
  const about = { clawbackId, grounds: 'SEEN' };
  switch (kind) {
    case 'tell': {
      const subjectEventId = decision?.eventId ?? proposalId;
      const letterId = `L${clawbacks.length}${decision === undefined ? 'P' : 'D'}`;
      return { command: { type: 'ReleaseNotice', claimId, subjectEventId, letterId }, actor: officer(5) };
    }
    case 'hear':
      return { command: { type: 'HearClawback', clawbackId, position: 'DISPUTES' }, actor: providerOf(claimId) };
    case 'reclaim':
      return { command: { type: 'DecideClawback', ...about }, actor: approver2(who + 5) };
    case 'letGo':
      return { command: { type: 'WithdrawClawback', ...about }, actor: approver2(who + 5) };
    case 'settle': {
      const cents = who > 2 ? Math.ceil(proposedCents / 3) : proposedCents;
      const method = who % 2 === 0 ? ('OFFSET' as const) : ('INVOICE' as const);
      const settledOn = textOf(today);
      return { command: { type: 'SettleClawback', clawbackId, method, cents, settledOn }, actor: finance() };
    }
    case 'writeOff':
      return { command: { type: 'WriteOffClawback', clawbackId }, actor: approver2(who + 5) };
    default:
      return kind satisfies never;
  }
}

function reported(
  file: ClientFile,
  claimId: string,
  { kind, today }: { readonly kind: Reported; readonly today: Day },
): Move {
  const on = textOf(today);
  const orders = file.payments.filter((order) => order.claimId === claimId);
  const open = orders.find(({ state }) => state === 'OPEN');
  const done = orders.findLast(({ state }) => state === 'PAID');
  if (kind === 'returned') return done && { reported: [returned(done, on)] };
  if (open === undefined) return undefined;
  const { orderId } = open;
  if (kind === 'paid') return { reported: [paid(open, on)] };
  if (kind === 'failed')
    return { reported: [{ type: 'PaymentFailed', payload: { claimId, orderId, failedOn: on }, by: finance() }] };
  const payload = { claimId, orderId, code: 'DECISION_STALE', cancelledOn: on };
  return { reported: [{ type: 'PaymentOrderCancelled', payload, by: SYSTEM }] };
}

const paid = (
  { claimId, orderId, providerId, cents, milestone, outcomeType, episodeOn, jobId }: PaymentOrder,
  paidOn: string,
): Past => ({
  type: 'ClaimPaid',
  payload: {
    claimId,
    orderId,
    providerId,
    cents,
    milestone,
    outcomeType,
    paidOn,
    ...(episodeOn !== undefined && { episodeOn }),
    ...(jobId !== undefined && { jobId }),
  },
  by: finance(),
});

const returned = ({ claimId, orderId, paidCents }: PaymentOrder, returnedOn: string): Past => ({
  type: 'PaymentReturned',
  payload: { claimId, orderId, cents: paidCents, returnedOn },
  by: finance(),
});

import { SYSTEM, type Actor, type ClientFile, type ClientFileCommand, type Role } from '@uitkomst/domain';
import { benefits, caseManager, evidence, factOf, finance, provider, submitClaim } from '@uitkomst/domain/testing';
import { last, moneyOf, type ModelClaim, type ModelFile, type ModelObjection } from './reference.js';

/** What may be asked, the last ones by way of several people one after the other. */
export const KINDS = [
  'SubmitClaim',
  'CompleteClaim',
  'Withdraw',
  'ExpireClaim',
  'CloseClaim',
  'ResolveReview',
  'DecideAttribution',
  'Approve',
  'RefuseApproval',
  'OrderPayment',
  'SettlePayment',
  'FailPayment',
  'ReturnPayment',
  'ReleaseNotice',
  'RequestEvidence',
  'ProposeClawback',
  'HearClawback',
  'DecideClawback',
  'WithdrawClawback',
  'SettleClawback',
  'WriteOffClawback',
  'FileObjection',
  'WithdrawObjection',
  'DecideObjection',
  'Relapse',
  'Subsidy',
  'Funder',
  'Retract',
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing somebody tries: on which claim, as the how-manieth person, with something of chance. */
export interface Doing {
  readonly kind: Kind;
  readonly slot: number;
  readonly who: number;
  readonly chance: number;
}

/** Who may ask what (§1). */
export const ROLES: Readonly<Record<Kind, readonly Role[]>> = {
  SubmitClaim: ['PROVIDER'],
  CompleteClaim: ['PROVIDER'],
  Withdraw: ['PROVIDER'],
  ExpireClaim: ['SYSTEM'],
  CloseClaim: ['SYSTEM'],
  ResolveReview: ['OFFICER'],
  DecideAttribution: ['OFFICER'],
  Approve: ['OFFICER', 'APPROVER2'],
  RefuseApproval: ['OFFICER', 'APPROVER2'],
  OrderPayment: ['OFFICER', 'SYSTEM'],
  SettlePayment: ['FINANCE'],
  FailPayment: ['FINANCE'],
  ReturnPayment: ['FINANCE', 'SYSTEM'],
  ReleaseNotice: ['OFFICER'],
  RequestEvidence: ['OFFICER'],
  ProposeClawback: ['SYSTEM', 'OFFICER'],
  HearClawback: ['PROVIDER'],
  DecideClawback: ['APPROVER2'],
  WithdrawClawback: ['APPROVER2'],
  SettleClawback: ['FINANCE', 'SYSTEM'],
  WriteOffClawback: ['APPROVER2'],
  FileObjection: ['PROVIDER', 'CLIENT'],
  WithdrawObjection: ['PROVIDER', 'CLIENT'],
  DecideObjection: ['APPROVER2'],
  Relapse: ['BENEFITS'],
  Subsidy: ['BENEFITS', 'FINANCE'],
  Funder: ['CASEMGR'],
  Retract: ['BENEFITS'],
};

/** The claims of one client: Paswerk's, Sagenn's on the same job, Paswerk's on another job, and Paswerk's first once more. */
const SLOTS = [
  { name: 'a', providerId: 'PASWERK', trajectId: 't1', jobId: 'j1', cents: 300_000 },
  { name: 'b', providerId: 'SAGENN', trajectId: 't2', jobId: 'j1', cents: 400_000 },
  { name: 'c', providerId: 'PASWERK', trajectId: 't1', jobId: 'j2' },
  { name: 'd', providerId: 'PASWERK', trajectId: 't1', jobId: 'j1', cents: 250_000 },
] as const;
export const SLOT_COUNT = SLOTS.length;
/** How many people the municipality has for all this. */
export const PERSONS = 9;

/** Last revision of what was told before anybody claims. */
const STORY = 10;

export interface Scene {
  readonly person: string;
  readonly file: ClientFile;
  readonly model: ModelFile;
  readonly today: string;
}

export const claimIdOf = (person: string, slot: number): string => `${person}.${SLOTS[slot]?.name}`;

/** Somebody whose work this is, in one of the roles it may be done in; the same persons act in several roles. */
export function usualActor({ kind, slot, who, chance }: Doing, claim: ModelClaim | undefined): Actor {
  const roles = ROLES[kind];
  // Who comes second mostly knows it.
  const turn = kind === 'Approve' && chance % 8 > 0 ? (claim?.approvals.length ?? 0) : chance;
  const role = roles[turn % roles.length] ?? 'SYSTEM';
  if (role === 'SYSTEM') return SYSTEM;
  if (role === 'PROVIDER') return provider(SLOTS[slot]?.providerId);
  if (role === 'CLIENT') return { id: 'client-1', role, orgId: 'client' };
  if (role === 'FINANCE') return finance();
  return role === 'BENEFITS' ? benefits() : { ...caseManager(), id: `person-${who}`, role };
}

/** The command, with what its asker has before it; now and then something outdated. */
export function commandOf({ kind, slot, who, chance }: Doing, scene: Scene): ClientFileCommand {
  const claimId = claimIdOf(scene.person, slot);
  const claim = scene.model.get(claimId);
  const { file, today } = scene;
  const seen = seenOf(file, claim, chance);
  const clawbackId = claim?.clawbacks.at(-1)?.id ?? `${scene.person}.none`;
  const order = claim?.orders.at(-1);
  const orderId = order?.orderId ?? 'none.1';
  switch (kind) {
    case 'SubmitClaim': {
      const { name: _name, ...told } = SLOTS[slot] ?? SLOTS[0];
      return submitClaim({ claimId, ...told });
    }
    case 'CompleteClaim':
      return { type: kind, claimId, evidence: [evidence('PAYSLIP', who)] };
    case 'Withdraw':
      return { type: 'WithdrawClaim', claimId, reason: 'OTHER' };
    case 'ExpireClaim':
    case 'CloseClaim':
    case 'ProposeClawback':
      return { type: kind, claimId };
    case 'ResolveReview': {
      const codes = [(claim && last(claim)?.open[0]) ?? 'APPROVAL_REFUSED'];
      return { type: kind, claimId, codes, result: chance % 3 === 0 ? 'FAILED' : 'CLOSED', grounds: 'SEEN' };
    }
    case 'DecideAttribution': {
      const share = (chance % 4) * 3_333;
      return { type: kind, jobId: 'j1', shares: { PASWERK: share, SAGENN: 10_000 - share }, grounds: 'HEARD' };
    }
    case 'Approve':
      return { type: kind, claimId, ...seen };
    case 'RefuseApproval':
      return { type: kind, claimId, ...seen, grounds: 'DOUBTS' };
    case 'OrderPayment': {
      const people = { payer: `person-${who}`, preparer: `person-${1 + (chance % PERSONS)}` };
      const cents = claim === undefined ? 0 : moneyOf(claim).toPay;
      return { type: kind, claimId, ...seen, batchId: 'batch-1', ...people, cents };
    }
    case 'SettlePayment':
      return { type: kind, claimId, orderId, cents: order?.cents ?? 1, paidOn: today };
    case 'FailPayment':
      return { type: kind, claimId, orderId, failedOn: today };
    case 'ReturnPayment': {
      const paid = order?.paid ?? 1;
      return { type: kind, claimId, orderId, cents: chance % 2 === 0 ? paid : Math.ceil(paid / 2), returnedOn: today };
    }
    case 'ReleaseNotice':
      return {
        type: kind,
        claimId,
        subjectEventId: toTell(claim) ?? seen.determinationId,
        letterId: `L${file.revision}`,
      };
    case 'RequestEvidence':
      return { type: kind, claimId, letterId: `L${file.revision}` };
    case 'HearClawback':
      return { type: kind, clawbackId, position: 'DISPUTES' };
    case 'DecideClawback':
    case 'WithdrawClawback':
      return { type: kind, clawbackId, grounds: 'SEEN' };
    case 'SettleClawback': {
      const due = claim?.clawbacks.at(-1)?.cents ?? 1;
      const cents = chance % 3 === 0 ? Math.ceil(due / 3) : due;
      return { type: kind, clawbackId, method: chance % 2 === 0 ? 'INVOICE' : 'OFFSET', cents, settledOn: today };
    }
    case 'WriteOffClawback':
      return { type: kind, clawbackId };
    case 'FileObjection': {
      const subjectEventId = claim?.notices.at(-1)?.subject ?? seen.determinationId;
      return { type: kind, claimId, objectionId: `${claimId}o${file.revision}`, subjectEventId };
    }
    case 'WithdrawObjection':
      return { type: kind, objectionId: objectionOf(claim)?.id ?? `${claimId}o` };
    case 'DecideObjection':
      return { type: kind, objectionId: objectionOf(claim)?.id ?? `${claimId}o`, ...ruling(claim, chance) };
    case 'Relapse': {
      const validFrom = chance % 4 === 0 ? '2009-12-01' : '2009-01-05';
      return recorded(factOf('BenefitGranted', { benefitId: `r${file.revision}`, kind: 'BIJSTAND', validFrom }));
    }
    case 'Subsidy': {
      const period = { validFrom: '2008-09-01', validTo: chance % 2 === 0 ? '2008-12-01' : '2010-09-01' };
      const payer = { scheme: 'WIW' as const, payer: 'HAARLEM' };
      return recorded(
        factOf('JobSubsidyStarted', { fundingId: `w${file.revision}`, jobId: 'j1', ...payer, ...period }),
      );
    }
    case 'Funder':
      return recorded(
        factOf('ExternalClaimReported', { funder: 'UWV', jobId: 'j1', status: 'REPORTED' }, caseManager()),
      );
    case 'Retract': {
      const told = file.facts.findLast(({ revision }) => revision > STORY - (chance % 2));
      return { type: 'RetractFact', targetEventId: told?.id ?? '', reason: 'WRONG_PERSON' };
    }
    default:
      return kind satisfies never;
  }
}

const recorded = (fact: ReturnType<typeof factOf>): ClientFileCommand => ({ type: 'RecordFact', fact });

function seenOf(file: ClientFile, claim: ModelClaim | undefined, chance: number) {
  const run = claim?.run ?? [];
  const seen = run.at(-1);
  const outdated = chance % 10 === 0 && file.revision > 0;
  return { determinationId: outdated ? 'outdated' : (seen?.id ?? ''), decisionHash: seen?.hash ?? '' };
}

/** What an officer would make known first: money asked back, an objection decided, an expiry; else the decision itself. */
function toTell(claim: ModelClaim | undefined): string | undefined {
  if (claim === undefined) return undefined;
  const open = claim.clawbacks.findLast(({ state }) => state !== 'WITHDRAWN');
  const subjects = [open?.decisionId ?? open?.proposalId, claim.objections.at(-1)?.decisionId];
  const untold = subjects.find((id) => id !== undefined && claim.notices.every(({ subject }) => subject !== id));
  if (untold !== undefined) return untold;
  return claim.ended?.how === 'EXPIRED' ? claim.ended.eventId : undefined;
}

/** Of several against different decisions the last that is open: whoever decides has that one before them. */
export const objectionOf = (claim: ModelClaim | undefined): ModelObjection | undefined =>
  claim?.objections.findLast(({ state }) => state === 'OPEN') ?? claim?.objections.at(-1);

function ruling(claim: ModelClaim | undefined, chance: number) {
  const outcome = (['UPHELD', 'PARTLY', 'DISMISSED', 'INADMISSIBLE'] as const)[chance % 4] ?? 'DISMISSED';
  const decision = claim && last(claim);
  const codes = [...(decision?.fail ?? []), ...(decision?.open ?? [])].slice(0, 1);
  return { outcome, setAside: outcome === 'UPHELD' || outcome === 'PARTLY' ? codes : [], grounds: 'SEEN_AGAIN' };
}

import type { Answer, CaseCheck, CaseClaim, CaseFile, FactOf, Preset } from './case-file.js';
import { dayOf, plus, textOf } from './days.js';
import {
  blockingBenefits,
  claimLate,
  contractAndAssignment,
  fail,
  maturing,
  open,
  outflowReason,
  relapse,
  subsidised,
  type Finding,
} from './rules-benefit.js';
import { allocate, credit, otherFunder, sharesInForce } from './rules-credit.js';
import { continuity, employer, provenAndAllowed, terms } from './rules-job.js';
import { sceneOf, type Scene } from './scene.js';
import { see } from './seen.js';

const CLOSABLE = new Set([
  'EMPLOYMENT_UNVERIFIED',
  'SELF_EMPLOYMENT_UNVERIFIED',
  'APPLICATION_DATE_UNKNOWN',
  'SELF_FOUND_ASSISTED',
  'NO_CONTRIBUTION_EVIDENCE',
  'CLIENT_DISPUTES_CONTRIBUTION',
  'CLAIMED_WITH_OTHER_FUNDER',
  'EMPLOYER_AFFILIATED',
  'EVIDENCE_MISSING',
  'OUTFLOW_NOT_TO_WORK',
]);

type Payment = FactOf<'ClaimPaid'>;

const typeOf = (claim: CaseClaim | undefined): string => claim?.outcomeType ?? 'WORK';

function paymentsOf({ seen, claim, at }: Scene): { own: Payment[]; others: Payment[] } {
  const paid = seen.of('ClaimPaid').filter(({ date }) => dayOf(date) <= at);
  return {
    own: paid.filter((payment) => payment.claim === claim.id),
    others: paid.filter((payment) => payment.claim !== claim.id),
  };
}

/** Other claims' payments of the same outcome type that were not recorded later than this claim's own (its first). */
function earlierPayments(scene: Scene): { payment: Payment; claim: CaseClaim | undefined }[] {
  const { own, others } = paymentsOf(scene);
  const ownOn = Math.min(...own.map(({ rec }) => dayOf(rec)));
  return others
    .map((payment) => ({ payment, claim: scene.file.claims.find(({ id }) => id === payment.claim) }))
    .filter(({ claim }) => typeOf(claim) === typeOf(scene.claim))
    .filter(({ payment }) => own.length === 0 || dayOf(payment.rec) <= ownOn);
}

/** R35 and R37 for work: this outflow, or another one too near, was paid before. */
function alreadyPaid(scene: Scene): { sameOutflow: Finding[]; repeat: Finding[] } {
  const { episode, job, preset, claim } = scene;
  if (episode === undefined) return { sameOutflow: [], repeat: [] };
  const earlier = earlierPayments(scene);
  const same = earlier.filter(
    (other) => dayOf(other.payment.episode) === episode || (job !== undefined && other.claim?.job === job.id),
  );
  const shares = sharesInForce(scene);
  const parts = same.reduce((sum, { payment }) => sum + payment.amount, 0);
  const part = shares ? (allocate(preset.tariff, shares).get(claim.provider) ?? 0) : 0;
  const caught = shares
    ? same.some(({ payment }) => payment.provider === claim.provider) || parts + part > preset.tariff
    : same.length > 0;
  const near = earlier
    .filter((other) => !same.includes(other))
    .map(({ payment }) => dayOf(payment.episode))
    .some((other) => Math.max(other, episode) < plus(Math.min(other, episode), preset.waiting));
  return {
    sameOutflow: caught ? [fail('OUTFLOW_ALREADY_PAID')] : [],
    repeat: near ? [fail('REPEAT_OUTFLOW_WITHIN_WAITING')] : [],
  };
}

interface Decided {
  findings: Finding[];
  cents: number;
}

function decideWork(scene: Scene): Decided {
  const { findings: credits, assistBp } = credit(scene);
  const { sameOutflow, repeat } = alreadyPaid(scene);
  const shares = sharesInForce(scene);
  const share = shares ? (allocate(scene.preset.tariff, shares).get(scene.claim.provider) ?? 0) : scene.preset.tariff;
  return {
    findings: [
      ...contractAndAssignment(scene),
      ...claimLate(scene),
      ...blockingBenefits(scene),
      ...outflowReason(scene),
      ...provenAndAllowed(scene),
      ...subsidised(scene),
      ...employer(scene),
      ...terms(scene),
      ...maturing(scene),
      ...relapse(scene),
      ...continuity(scene),
      ...credits,
      ...sameOutflow,
      ...otherFunder(scene),
      ...repeat,
    ],
    cents: Math.floor((share * assistBp) / 10_000),
  };
}

function decideLadder(scene: Scene): Decided {
  const { traject, preset, seen, at } = scene;
  const climbed = seen.of('LadderStepAssessed').some(({ traject: on, date, from_step, to_step }) => {
    if (!traject || on !== traject.id || to_step <= from_step) return false;
    const day = dayOf(date);
    const inTime = traject.end === undefined || day < plus(traject.end, preset.aftercare);
    return day <= at && traject.from <= day && inTime;
  });
  const counted = climbed ? [] : [open('EVIDENCE_MISSING')];
  const paid = traject && earlierPayments(scene).some(({ claim }) => claim?.traject === traject.id);
  return {
    findings: [
      ...contractAndAssignment(scene),
      ...(preset.ladderCounts ? counted : [fail('LADDER_STEP_NOT_WORK')]),
      ...(paid ? [fail('OUTFLOW_ALREADY_PAID')] : []),
    ],
    cents: preset.tariff,
  };
}

/** The officer's latest reasoned decision closes undated open codes or turns them into failing ones (two on one day: FAILED). */
function reviewed({ seen, claim, job }: Scene, findings: Finding[]): Finding[] {
  const resolutions = seen
    .of('ReviewResolved')
    .filter((fact) => fact.claim === claim.id)
    .toSorted((one, other) => dayOf(other.rec) - dayOf(one.rec) || (one.result === 'FAILED' ? -1 : 1));
  return findings.flatMap((finding) => {
    const { code, kind, until } = finding;
    if (kind === 'FAIL' || until !== undefined || !CLOSABLE.has(code)) return [finding];
    if (code === 'EMPLOYMENT_UNVERIFIED' && !job) return [finding];
    const resolution = resolutions.find(({ codes }) => codes.includes(code));
    if (!resolution) return [finding];
    return resolution.result === 'FAILED' ? [fail(code)] : [];
  });
}

function answerOf(scene: Scene, { findings, cents }: Decided): Answer {
  const failing = [...new Set(findings.filter(({ kind }) => kind === 'FAIL').map(({ code }) => code))];
  const opened = findings.filter(({ kind, code }) => kind === 'OPEN' && !failing.includes(code));
  const openCodes = [...new Set(opened.map(({ code }) => code))];
  const untils = opened.map(({ until }) => until).filter((until) => until !== undefined);
  if (failing.length === 0 && openCodes.length === 0) {
    if (typeOf(scene.claim) === 'WORK' && scene.episode === undefined) openCodes.push('NOT_YET_MATURE');
    else if (cents === 0) failing.push('NOTHING_DUE');
    else return { outcome: 'ELIGIBLE', fail: [], open: [], amount: cents };
  }
  const { own } = paymentsOf(scene);
  if (failing.length > 0) {
    const amount = own.reduce((sum, payment) => sum + payment.amount, 0);
    return own.length > 0
      ? { outcome: 'CLAWBACK', fail: failing, open: openCodes, amount }
      : { outcome: 'REJECTED', fail: failing, open: openCodes };
  }
  const waits = openCodes.includes('NOT_YET_MATURE') || openCodes.includes('AWAITING_REGISTRY');
  if (!waits) return { outcome: 'REVIEW', fail: [], open: openCodes };
  const until = untils.length > 0 ? { until: textOf(Math.max(...untils)) } : {};
  return { outcome: 'PENDING', ...until, fail: [], open: openCodes };
}

/** The second reading of rules 3.6: one check of one case, decided over single days. */
export function decide(file: CaseFile, check: CaseCheck, presets: ReadonlyMap<string, Preset>): Answer {
  const claim = file.claims.find(({ id }) => id === check.c);
  const preset = presets.get(check.preset ?? file.preset);
  if (!claim || !preset) throw new Error(`check of unknown claim ${check.c} or preset`);
  const scene = sceneOf(file, claim, { preset, seen: see(file, dayOf(check.at), dayOf(check.known ?? check.at)) });
  const decided = typeOf(claim) === 'WORK' ? decideWork(scene) : decideLadder(scene);
  return answerOf(scene, { ...decided, findings: reviewed(scene, decided.findings) });
}

import type { Actor } from '@uitkomst/domain';
import { isIn, LIFE_CYCLE } from '@uitkomst/domain/testing';
import { claimIdOf, objectionOf, ROLES, type Doing, type Scene } from './doing.js';
import { isOver, moneyOf, stateOf, type ModelClaim, type ModelFile } from './reference.js';

/** Cells in which it may turn out that somebody had a part in it before (§1). */
const SEPARATED: ReadonlySet<string> = new Set([
  'ResolveReview',
  'Approve',
  'DecideClawback',
  'WithdrawClawback',
  'WriteOffClawback',
  'DecideObjection',
]);
/** What the tables leave to §4 and §6: sums, codes that nobody can answer, terms of evidence. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  ResolveReview: ['CODE_NOT_RESOLVABLE', 'TERM_NOT_PASSED'],
  SettleClawback: ['AMOUNT_ABOVE_OUTSTANDING'],
  DecideObjection: ['CODE_NOT_RESOLVABLE'],
};

/** What was done already is heard before anything else is looked at (§1). */
const REPEATS: ReadonlySet<string> = new Set(['WithdrawClawback']);
/** What an order that is open stands in the way of. */
const ASKS_MONEY: ReadonlySet<string> = new Set(['Approve', 'RefuseApproval', 'OrderPayment']);
/** Who may record what of the world has a table of its own. */
const FACTS: ReadonlySet<string> = new Set(['Relapse', 'Subsidy', 'Funder', 'Retract']);

/** What was asked, by whom, and what came of it: `heard`, `> STATE` of the claim, or the code of the refusal. */
export interface Answered {
  readonly doing: Doing;
  readonly actor: Actor;
  readonly got: string;
  /** As the claim stood right before, decided again at today. */
  readonly before: string | undefined;
}

/** Why this answer is not one the life cycle gives; undefined where it is. */
export function objectionTo({ doing, actor, got, before }: Answered, { person, model }: Scene): string | undefined {
  const { kind, slot } = doing;
  const claim = model.get(claimIdOf(person, slot));
  if (FACTS.has(kind)) return undefined;
  if (!ROLES[kind].includes(actor.role)) return got === 'ROLE_MAY_NOT_RECORD' ? undefined : `role: ${got}`;
  if (kind === 'SubmitClaim' || kind === 'DecideAttribution') return undefined; // Looked at for every claim they touch.
  if (before === undefined) return undefined; // Not about a claim, or about none that is there.
  if (claim !== undefined && actor.role === 'PROVIDER' && actor.orgId !== claim.providerId)
    return got === 'NOT_FOUND' ? undefined : `another's claim: ${got}`;
  const cell = LIFE_CYCLE.find(({ state, command }) => state === before && command === kind);
  if (cell === undefined || isIn(cell, got)) return undefined;
  if (got === 'heard' && REPEATS.has(kind)) return undefined;
  if (got === 'NOT_FOUND') return mayBeMissing(doing, claim, actor) ? undefined : 'not found';
  if (got === 'ROLE_MAY_NOT_RECORD' && kind === 'SettleClawback' && actor.role === 'SYSTEM') return undefined;
  if (got === 'PAYMENT_ALREADY_ORDERED' && ASKS_MONEY.has(kind) && claim !== undefined && moneyOf(claim).ordered > 0)
    return undefined; // It comes before the state, also beneath an objection (§1).
  // More is due than was kept, was approved, refused, and is refused no longer: the approvals count again (§2, 14).
  if (kind === 'ResolveReview' && before === 'PAID' && got.startsWith('> APPROVED')) return undefined;
  const accepts = cell.answers.some((answer) => answer.startsWith('>'));
  if (accepts && got === 'SEPARATION_OF_DUTIES' && SEPARATED.has(kind)) return undefined;
  if (accepts && BESIDES[kind]?.includes(got)) return undefined;
  return `${before} × ${kind}: ${got}, not ${cell.answers.join(', ')}`;
}

/** There is no clawback, or none that a letter told of; no objection, or not one's own. */
function mayBeMissing({ kind }: Doing, claim: ModelClaim | undefined, { role }: Actor): boolean {
  const clawback = claim?.clawbacks.at(-1);
  if (kind === 'HearClawback') return clawback?.hearingUntil === undefined;
  if (kind.endsWith('Clawback')) return clawback === undefined;
  const objection = objectionOf(claim);
  return kind === 'DecideObjection'
    ? objection === undefined
    : kind === 'WithdrawObjection' && objection?.parties.has(role) !== true;
}

/** Whether an order may be given: approved as often as it must be, by others than who pays and prepared (§6, Who). */
export function orderIsSound(claim: ModelClaim): boolean {
  const people = claim.orders.at(-1)?.people ?? [];
  const approvers = people.slice(0, -2);
  const [payer, preparer] = people.slice(-2);
  return (
    new Set(approvers).size >= (claim.needsTwo ? 2 : 1) &&
    payer !== preparer &&
    approvers.every((person) => person !== payer)
  );
}

/** What §6 says holds whatever was asked: money per outflow, per claim, and every claimed cent in one place. */
export function brokenInvariants(model: ModelFile, today: string): readonly string[] {
  const broken: string[] = [];
  const claims = [...model.values()];
  for (const claim of claims) {
    const { paid, recovered, writtenOff, net } = moneyOf(claim);
    const name = claim.claimId.slice(-1);
    if (recovered + writtenOff > paid && claim.orders.every(({ state }) => state !== 'RETURNED'))
      broken.push(`${name}: recovered more than was paid`);
    if (net > Math.max(0, ...claim.orders.map(({ tariffCents }) => tariffCents))) broken.push(`${name}: above tariff`);
    if (claim.orders.filter(({ state }) => state === 'OPEN').length > 1) broken.push(`${name}: two orders open`);
    if (claim.clawbacks.filter(isOpen).length > 1) broken.push(`${name}: two clawbacks open`);
    const asked = askedBack(claim);
    if (stateOf(claim, today).beneath === 'CLAWBACK_PROPOSED' ? asked !== dueBack(claim) : asked !== 0)
      broken.push(`${name}: ${asked} is proposed, ${dueBack(claim)} is due`);
    const places = placesOf(claim);
    if (places.some((cents) => cents < 0)) broken.push(`${name}: less than nothing somewhere in ${places.join(' ')}`);
    if (isOver(claim) !== ['WITHDRAWN', 'EXPIRED', 'CLOSED'].includes(stateOf(claim, today).shown))
      broken.push(`${name}: over and not over`);
  }
  const keys = new Set(claims.flatMap(({ jobId, orders }) => [jobId, ...orders.map(({ episodeOn }) => episodeOn)]));
  for (const key of keys) if (key !== undefined && isOverpaid(claims, key)) broken.push(`paid twice: ${key}`);
  return broken;
}

/** Exactly what is due is asked back, no more and no less, and nothing where nothing is. */
const askedBack = ({ clawbacks }: ModelClaim): number =>
  clawbacks.reduce((total, { state, cents }) => total + (state === 'PROPOSED' ? cents : 0), 0);

function dueBack(claim: ModelClaim): number {
  const { net, writtenOff, entitlement } = moneyOf(claim);
  return net - writtenOff - entitlement;
}

const isOpen = ({ state, cents, recovered, writtenOff }: ModelClaim['clawbacks'][number]): boolean =>
  state === 'PROPOSED' || (state === 'DECIDED' && cents > recovered + writtenOff);

/** Σ (ordered + paid − recovered) ÷ own tariff > 1, for one job or one episode. */
function isOverpaid(claims: readonly ModelClaim[], key: string): boolean {
  let [part, whole] = [0n, 1n];
  for (const claim of claims) {
    const { paid: paidInAll, recovered } = moneyOf(claim);
    const owedBack = Math.max(0, recovered - paidInAll); // Given back by the order that is open.
    let back = recovered;
    for (const { state, cents, paid, tariffCents, episodeOn } of claim.orders.toReversed()) {
      const off = Math.min(back, paid);
      back -= off;
      if (claim.jobId !== key && episodeOn !== key) continue;
      const kept = state === 'OPEN' ? Math.max(0, cents - owedBack) : paid - off;
      [part, whole] = [part * BigInt(tariffCents) + BigInt(kept) * whole, whole * BigInt(tariffCents)];
    }
  }
  return part > whole;
}

/** claimed = net + ordered + withheld + pending + withdrawn + reduced: the last is what is left, so none may be less than nothing. */
function placesOf(claim: ModelClaim): readonly number[] {
  const decision = claim.run.at(-1);
  const claimed = claim.claimed ?? decision?.tariffCents ?? 0;
  const { net, ordered, toPay, fails } = moneyOf(claim);
  const left = claimed - net - ordered;
  if (claim.ended !== undefined || decision === undefined || fails || decision.outcome !== 'ELIGIBLE')
    return [ordered, left];
  const pending = Math.max(0, toPay);
  return [ordered, pending, left - pending];
}

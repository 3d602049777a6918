import type { Role } from '../../event.js';
import type { ClaimRecord } from '../claim/claim.js';
import { standingOf, type ClaimState, type StateAsking } from '../claim/claim-state.js';
import { paidBy } from '../clawback/uninvolved.js';
import type { ClientFile } from '../client-file.js';
import { reviewsOf } from '../determination/known-file.js';
import { actedOn } from '../objection/acted-on.js';
import { approversOf, payersOf, shapedBy } from './separation-of-duties.js';

/** In which role somebody has to act next on a claim, and who may not because of what they did before. */
export interface Turn {
  readonly role: Extract<Role, 'OFFICER' | 'APPROVER2'>;
  readonly barred: readonly string[];
}

type People = readonly ReadonlySet<string>[];
type Barred = (file: ClientFile, claim: ClaimRecord) => People;
const shapers: Barred = (file, claim) => [shapedBy(file, claim, reviewsOf(claim))];

/** The states that wait for somebody whom another's part keeps out (life-cycle §6, Who). */
const TURNS: Readonly<Partial<Record<ClaimState, readonly [role: Turn['role'], barred: Barred]>>> = {
  ELIGIBLE: ['OFFICER', (file, claim) => [...shapers(file, claim), payersOf(file, claim)]],
  APPROVED_1: ['APPROVER2', (file, claim) => [...shapers(file, claim), approversOf(claim), payersOf(file, claim)]],
  APPROVED: ['OFFICER', (file, claim) => [...shapers(file, claim), approversOf(claim)]],
  CLAWBACK_PROPOSED: ['APPROVER2', (file, claim) => [paidBy(file, claim)]],
  IN_OBJECTION: ['APPROVER2', (file, claim) => [actedOn(file, claim)]],
};

/** Whose turn it is; undefined where the claim waits for no such person. */
export function whoseTurn(file: ClientFile, claim: ClaimRecord, asking: StateAsking): Turn | undefined {
  const waits = TURNS[standingOf(file, claim, asking).state];
  if (waits === undefined) return undefined;
  const [role, barredBy] = waits;
  const barred = new Set<string>();
  for (const people of barredBy(file, claim)) for (const person of people) barred.add(person);
  return { role, barred: [...barred].toSorted() };
}

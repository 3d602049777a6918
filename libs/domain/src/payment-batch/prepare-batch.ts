import type { ClaimState } from '../client-file/claim/claim-state.js';
import { accept, refuse, type Asking, type Decision, type Refusal } from '../decider.js';
import type { EventOf } from '../event.js';
import { textOf } from '../values/calendar-date.js';
import type { BatchState } from './batch.js';
import type { BatchEvent, BatchPrepared } from './events.js';

type PreparedLine = EventOf<typeof BatchPrepared>['payload']['lines'][number];

/** One claim offered for payment, as its file stands: the shell reads the file, the claim's state is the domain's. */
export interface OfferedLine {
  readonly claimId: string;
  /** Absent: no such claim. */
  readonly state?: ClaimState;
  /** Entitlement − net − ordered; 0 or less cannot be ordered. */
  readonly toPayCents: number;
  readonly determinationId: string;
  readonly decisionHash: string;
  /** Which order on this claim it will be, from 1; a failed one is tried again with the next number. */
  readonly attempt?: number;
  /** Another batch, not cancelled, in which the claim already stands. */
  readonly inOtherBatch?: string;
  readonly providerId?: string;
  readonly contractId?: string;
  /** Tax to be paid on top. */
  readonly vatCents?: number;
  /** The bank booked something on this claim that nobody has explained yet. */
  readonly mismatched?: boolean;
}

/** Betaalbatch voorbereiden: refused as a whole when one claim in it cannot be paid. */
export interface PrepareBatch {
  readonly type: 'PrepareBatch';
  readonly batchId: string;
  readonly lines: readonly OfferedLine[];
  readonly ifMatch?: number;
}

type LineRefusal = Refusal & { readonly claimId: string };

/** Why each of the offered claims that cannot be paid cannot be: all at once, in the order offered. */
export function lineRefusals({ batchId, lines }: Pick<PrepareBatch, 'batchId' | 'lines'>): readonly LineRefusal[] {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const refusal = seen.has(line.claimId) ? { code: 'IN_OTHER_BATCH', data: { no: batchId } } : refusalOf(line);
    seen.add(line.claimId);
    return refusal ? [{ claimId: line.claimId, ...refusal }] : [];
  });
}

function refusalOf({ state, toPayCents, inOtherBatch, mismatched }: OfferedLine): Refusal | undefined {
  if (state === undefined) return { code: 'NOT_FOUND' };
  if (state === 'PAYMENT_ORDERED' || state === 'PAID') return { code: 'PAYMENT_ALREADY_ORDERED' };
  if (state === 'APPROVED_1') return { code: 'SECOND_APPROVAL_REQUIRED' };
  if (state !== 'APPROVED') return { code: 'STATE_FORBIDS', data: { state } };
  if (inOtherBatch !== undefined) return { code: 'IN_OTHER_BATCH', data: { no: inOtherBatch } };
  if (mismatched) return { code: 'LINE_MISMATCH' };
  return toPayCents > 0 ? undefined : { code: 'STATE_FORBIDS', data: { state } };
}

/** The bank's name for one order: the claim's number without separators, and the attempt in two digits (≤ 35 characters). */
export const endToEndIdOf = (claimId: string, attempt = 1): string =>
  `${claimId.replaceAll(/[^a-z0-9]/gi, '')}${String(attempt).padStart(2, '0')}`;

/** Which order of which claim the bank means by such a name; undefined for a name that is none of ours. */
export function orderOfEndToEndId(
  endToEndId: string,
): { readonly claimId: string; readonly attempt: number } | undefined {
  const [, person, rest, attempt] = /^([a-z2-7]{13})([a-z2-7]{1,16})(\d{2})$/.exec(endToEndId) ?? [];
  return person === undefined ? undefined : { claimId: `${person}.${rest}`, attempt: Number(attempt) };
}

export function prepareBatch(batch: BatchState, command: PrepareBatch, { today }: Asking): Decision<BatchEvent> {
  const lines = command.lines.map(preparedLine);
  if (batch.status !== 'NONE') return prepared(batch, lines) ? accept() : refuse('ID_REUSED');
  if (command.ifMatch !== undefined && command.ifMatch !== batch.version) return refuse('VERSION_STALE');
  const [refused] = lineRefusals(command);
  if (refused) return refuse(refused.code, { ...refused.data, claimId: refused.claimId });
  if (lines.length === 0) return refuse('NO_GROUND');
  const controlSumCents = lines.reduce((sum, { cents, vatCents = 0 }) => sum + cents + vatCents, 0);
  const payload = { batchId: command.batchId, lines, controlSumCents, preparedOn: textOf(today) };
  return accept({ type: 'BatchPrepared', payload });
}

const preparedLine = ({
  claimId,
  toPayCents,
  determinationId,
  decisionHash,
  attempt,
  ...offered
}: OfferedLine): PreparedLine => ({
  claimId,
  cents: toPayCents,
  determinationId,
  decisionHash,
  endToEndId: endToEndIdOf(claimId, attempt),
  ...(offered.providerId !== undefined && { providerId: offered.providerId }),
  ...(offered.contractId !== undefined && { contractId: offered.contractId }),
  ...(offered.vatCents !== undefined && offered.vatCents > 0 && { vatCents: offered.vatCents }),
});

/** The same claims again under the same number are a repeat, whatever became of them since. */
const prepared = (batch: BatchState, lines: readonly PreparedLine[]): boolean =>
  batch.lines.length === lines.length && batch.lines.every(({ claimId }, index) => claimId === lines[index]?.claimId);

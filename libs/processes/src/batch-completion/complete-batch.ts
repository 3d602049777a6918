import { lineOf, personOf, SYSTEM, type Actor, type BatchState, type ClientFile } from '@uitkomst/domain';
import type { TransactResult } from '@uitkomst/ledger';
import { inParallel } from '../in-parallel.js';
import {
  failOrder,
  named,
  namesOf,
  onFile,
  orderOf,
  reserve,
  returnOrder,
  settleOrder,
  takeBack,
  type Carrying,
} from './carry-line.js';
import type { PaymentPorts } from './payment-ports.js';

/** What became of a line: ordered, or fallen out with the code that says why. */
export interface LineOutcome {
  readonly claimId: string;
  readonly dropped?: string;
}

export interface Completing extends PaymentPorts {
  /** Who gives the orders: the officer who releases, or (by default) the system on that person's behalf. */
  readonly actor?: Actor;
  readonly width?: number;
}

/**
 * Makes files, budgets and offsets agree with what the batch says of each line: the same for what a person just asked and for what a
 * crash left half done. Looks again when the batch moved on meanwhile, so that no order outlives a cancellation.
 */
export async function completeBatch(
  municipality: string,
  batch: BatchState,
  ports: Completing,
): Promise<readonly LineOutcome[]> {
  const outcomes = new Map<string, LineOutcome>();
  for (let now = batch, version = -1; now.version !== version;) {
    ({ version } = now);
    await inParallel(byClient(now), ports.width ?? 8, async (lines) => {
      for (const line of lines) {
        const outcome = await carry({ municipality, batch: now, line, ports }, ports.actor ?? SYSTEM);
        if (outcome) outcomes.set(line.claimId, outcome);
      }
    });
    now = await ports.readBatch(municipality, now.batchId ?? '');
  }
  return [...outcomes.values()];
}

/** As {@link completeBatch}, for the one line of which the bank told. */
export async function completeLine(
  municipality: string,
  { batch, claimId }: { readonly batch: BatchState; readonly claimId: string },
  ports: Completing,
): Promise<void> {
  const line = lineOf(batch, claimId);
  if (line) await carry({ municipality, batch, line, ports }, ports.actor ?? SYSTEM);
}

/** Lines of one client come one after the other, because each order changes what the next may be (life-cycle §6). */
function byClient({ lines }: BatchState): readonly BatchState['lines'][] {
  const clients = new Map<string, BatchState['lines']>();
  for (const line of lines) {
    const personRef = personOf(line.claimId);
    clients.set(personRef, [...(clients.get(personRef) ?? []), line]);
  }
  return [...clients.values()];
}

async function carry(carrying: Carrying, actor: Actor): Promise<LineOutcome | undefined> {
  const { batch, line } = carrying;
  const { settled, rejected, returned } = line;
  if (line.state === 'RETURNED' && returned) await returnOrder(carrying, returned);
  else if (line.state === 'SETTLED' && settled) await settleOrder(carrying, settled);
  else if (line.state === 'REJECTED' && rejected) await failOrder(carrying, rejected);
  else if (line.state === 'DROPPED') await takeBack(carrying, line.code ?? 'STATE_FORBIDS');
  else if (batch.status === 'CANCELLED') await takeBack(carrying, 'BATCH_CANCELLED');
  else if (batch.status === 'RELEASED' && line.state === 'OPEN') return giveOrder(carrying, actor);
  return undefined;
}

/**
 * Money is set apart, then the order is given; a line for which either cannot be falls out, the rest is paid. Also where there is no
 * room the file is asked, because a decision that moved on is named before a sum (life-cycle §1).
 */
async function giveOrder(carrying: Carrying, actor: Actor): Promise<LineOutcome> {
  const { batch, line } = carrying;
  const { claimId, cents, determinationId, decisionHash, vatCents } = line;
  const { batchId, payer, preparer } = batch;
  if (batchId === undefined || payer === undefined || preparer === undefined) return { claimId };
  if (await orderOf(carrying)) return { claimId };
  const hasNoRoom = (await reserve(carrying, 'reserve')) !== undefined;
  const pinned = { claimId, batchId, determinationId, decisionHash, payer, preparer, cents, hasNoRoom };
  const command = { type: 'OrderPayment', ...pinned, ...(vatCents !== undefined && { vatCents }) } as const;
  const code = refusalOf(await onFile(carrying, 'order', { command, actor }), claimId);
  return code === undefined ? { claimId } : drop(carrying, code);
}

/** The line falls out of its batch; what had been set apart or ordered for it is taken back. */
export async function drop(carrying: Carrying, code: string): Promise<LineOutcome> {
  const { municipality, batch, line, ports } = carrying;
  const { claimId } = line;
  const dropped = await ports.sendToBatch({
    municipality,
    command: { type: 'DropLine', batchId: batch.batchId ?? '', claimId, code },
    actor: SYSTEM,
    ...named(...namesOf('drop', carrying)),
  });
  // Where the batch no longer allows it (the bank was told, or it was cancelled), the batch says what is to be done.
  if (dropped.ok) await takeBack({ ...carrying, line: { ...line, state: 'DROPPED' } }, code);
  return { claimId, dropped: code };
}

/** Why the order was not given. A stale decision records its successor, so hearing the command again must not pass for an order. */
function refusalOf(result: TransactResult<ClientFile>, claimId: string): string | undefined {
  if (result.ok) {
    const ordered = result.events.some(
      ({ type, payload }) => type === 'PaymentOrdered' && (payload as { readonly claimId: string }).claimId === claimId,
    );
    return ordered ? undefined : 'DECISION_STALE';
  }
  if ('refusal' in result) return result.refusal.code;
  throw new Error(`Command ${result.idempotencyMismatch.commandId} was used for something else`);
}

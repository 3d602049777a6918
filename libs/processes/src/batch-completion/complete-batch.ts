import { SYSTEM, type Actor, type BatchCommand, type BatchState, type ClientFile } from '@uitkomst/domain';
import type { TransactResult } from '@uitkomst/ledger';
import { derivedHash, derivedId } from '../derived-id.js';
import { inParallel } from '../in-parallel.js';
import type { SendToFile, Today } from '../ports.js';
import { ordersToGive, type OrderToGive } from './plan.js';

/** How the batch's own stream is written. */
export type SendToBatch = (task: {
  readonly municipality: string;
  readonly batchId: string;
  readonly command: BatchCommand;
  readonly actor: Actor;
  readonly commandId: string;
  readonly commandHash: string;
}) => Promise<unknown>;

export interface CompleteBatchPorts {
  readonly sendToFile: SendToFile;
  readonly sendToBatch: SendToBatch;
  readonly today: Today;
  /** Who gives the orders: the officer who releases, or (by default) the system on that person's behalf. */
  readonly actor?: Actor;
  readonly width?: number;
}

/** What became of a line: ordered, or fallen out with the code that says why. */
export interface LineOutcome {
  readonly claimId: string;
  readonly dropped?: string;
}

/**
 * Carries a released batch through: the same for the release itself and for what a crash left half done. Every step has the same id
 * each time, so nothing is ordered or dropped twice.
 */
export async function completeBatch(
  municipality: string,
  batch: BatchState,
  ports: CompleteBatchPorts,
): Promise<readonly LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  await inParallel(ordersToGive(batch), ports.width ?? 8, async (ofOneClient) => {
    for (const order of ofOneClient) outcomes.push(await giveOrder(municipality, order, ports));
  });
  return outcomes;
}

async function giveOrder(municipality: string, order: OrderToGive, ports: CompleteBatchPorts): Promise<LineOutcome> {
  const { claimId, personRef, command } = order;
  const { batchId } = command;
  const names = ['order', municipality, batchId, claimId];
  const result = await ports.sendToFile({
    municipality,
    personRef,
    command,
    actor: ports.actor ?? SYSTEM,
    today: ports.today(),
    commandId: derivedId(...names),
    commandHash: derivedHash(...names),
  });
  const code = refusalOf(result, claimId);
  if (code === undefined) return { claimId };
  const dropping = ['drop', municipality, batchId, claimId];
  await ports.sendToBatch({
    municipality,
    batchId,
    command: { type: 'DropLine', batchId, claimId, code },
    actor: SYSTEM,
    commandId: derivedId(...dropping),
    commandHash: derivedHash(...dropping),
  });
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

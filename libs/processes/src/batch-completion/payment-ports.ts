import { batchDecider, type BatchEvent, type BatchState, type Recorded, type RecordedOf } from '@uitkomst/domain';
import { foldStream, transact, type ClientFiles, type Clock, type Ledger } from '@uitkomst/ledger';
import { BATCHES, type ReadStore } from '@uitkomst/projections';
import { todayOf } from '../today.js';
import type { CompleteBatchPorts, SendToBatch } from './complete-batch.js';

interface Parts {
  readonly ledger: Ledger;
  readonly clientFiles: ClientFiles;
  readonly clock: Clock;
}

/** How a released batch is carried through: by the release itself, and by what finishes it after a crash. */
export function batchPorts({ ledger, clientFiles, clock }: Parts): CompleteBatchPorts {
  const sendToBatch: SendToBatch = async ({ municipality, batchId, command, actor, commandId, commandHash }) =>
    transact<BatchState>({
      ledger,
      stream: batchStream(municipality, batchId),
      fold: BATCH,
      decide: (batch) => batchDecider.decide(batch, command, { actor, today: todayOf(clock) }),
      command: { actor, commandId, commandHash },
    });
  return { sendToFile: (task) => clientFiles.handle(task), sendToBatch, today: () => todayOf(clock) };
}

export const batchStream = (municipality: string, batchId: string): string => `batch-${municipality}-${batchId}`;

const BATCH = {
  initial: batchDecider.initial,
  evolve: (batch: BatchState, event: Recorded): BatchState =>
    batchDecider.evolve(batch, event as RecordedOf<BatchEvent>),
};

/** The batch as its stream now is. */
export const readBatch = async (ledger: Ledger, municipality: string, batchId: string): Promise<BatchState> =>
  (await foldStream({ ledger, stream: batchStream(municipality, batchId), fold: BATCH })).state;

/** The released batches of all municipalities, as their streams now are. */
export async function releasedBatches(
  ledger: Ledger,
  reads: ReadStore,
): Promise<readonly { readonly municipality: string; readonly batch: BatchState }[]> {
  const rows = await reads.select(BATCHES, { where: [{ column: 'status', is: '=', value: 'RELEASED' }] });
  const found = [];
  for (const { municipality, batchId } of rows)
    found.push({ municipality, batch: await readBatch(ledger, municipality, batchId) });
  return found;
}

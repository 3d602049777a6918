import { batchDecider, type BatchState, type Recorded, type RecordedOf, type BatchEvent } from '@uitkomst/domain';
import { foldStream, transact, type ClientFiles, type Clock, type Ledger } from '@uitkomst/ledger';
import {
  BatchFinisher,
  MaturityClock,
  systemTimers,
  TermsSweep,
  type CompleteBatchPorts,
  type OnError,
  type SendToBatch,
} from '@uitkomst/processes';
import { affectedFiles, BATCHES, dueBy, type Projecting, type ReadStore } from '@uitkomst/projections';
import { todayOf } from './today.js';
import type { Settings } from './settings.js';

export interface Parts {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly clientFiles: ClientFiles;
  readonly reads: ReadStore;
  readonly projecting: Projecting;
  readonly onError: OnError;
}

/** What runs by itself beside the requests: the clock, the sweep after changed terms, the finishing of released batches. */
export function startProcesses(parts: Parts): () => Promise<void> {
  const { clock, ledger, reads, projecting, onError } = parts;
  const today = () => todayOf(clock);
  const ports = batchPorts(parts);
  const maturity = new MaturityClock({
    agenda: (day, page) => dueBy(reads, day, page),
    send: ports.sendToFile,
    today,
    timers: systemTimers,
    onError,
  });
  const sweep = new TermsSweep({
    ledger,
    reads,
    affected: (stream) => affectedFiles(reads, stream),
    readUpTo: (position, timeoutMs) => projecting.waitUntil(position, timeoutMs),
    send: ports.sendToFile,
    today,
    onError,
  });
  const released = () => releasedBatches(ledger, reads);
  const finisher = new BatchFinisher({ ...ports, released, timers: systemTimers, onError });
  for (const process of [maturity, sweep, finisher]) process.start();
  return async () => {
    for (const process of [finisher, sweep, maturity]) await process.stop();
  };
}

/** How a released batch is carried through: by the release itself, and by what finishes it after a crash. */
export function batchPorts({
  ledger,
  clientFiles,
  clock,
}: Pick<Parts, 'ledger' | 'clientFiles' | 'clock'>): CompleteBatchPorts {
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

async function releasedBatches(
  ledger: Ledger,
  reads: ReadStore,
): Promise<readonly { readonly municipality: string; readonly batch: BatchState }[]> {
  const rows = await reads.select(BATCHES, { where: [{ column: 'status', is: '=', value: 'RELEASED' }] });
  const found = [];
  for (const { municipality, batchId } of rows)
    found.push({ municipality, batch: await readBatch(ledger, municipality, batchId) });
  return found;
}

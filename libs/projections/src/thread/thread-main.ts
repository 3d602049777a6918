import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { giveWay, openLedger } from '@uitkomst/ledger';
import { openReadStore } from '../adapters/open-read-store.js';
import { ALL_PROJECTIONS } from '../all-projections.js';
import { ProjectionRunner } from '../runner.js';
import type { FromThread, ThreadData, ToThread } from './messages.js';

if (parentPort === null) throw new Error('This file is the beginning of a thread');
const port = parentPort;
giveWay();
const tell = (message: FromThread): void => port.postMessage(message);

const { ledgerUrl, readsUrl } = workerData as ThreadData;
/** So many in one transaction: pages of an index are written once for all rows on them. */
const BATCH_MAX = 4_000;

const bells = new Set<() => void>();
const ledger = await openLedger(ledgerUrl, { readOnly: true, onRecorded: (ring) => bells.add(ring) });
const askedLines: ((line: MessagePort) => void)[] = [];
const begin = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    askedLines.push(resolve);
    tell({ kind: 'rows' });
  });
const store = await openReadStore(readsUrl, { begin });
const runner = new ProjectionRunner({
  ledger,
  reads: store.reads,
  projections: ALL_PROJECTIONS,
  batchMax: BATCH_MAX,
  alone: true,
  onReached: (position) => tell({ kind: 'reached', position }),
  onError: (error) => tell({ kind: 'failed', error }),
});

async function stop(): Promise<void> {
  await runner.stop();
  await store.close();
  await ledger.close();
  port.close();
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'rows') askedLines.shift()?.(message.line);
  if (message.kind === 'recorded') for (const ring of bells) ring();
  if (message.kind === 'lag') void runner.lag().then((events) => tell({ ...message, events }));
  if (message.kind === 'stop') void stop();
});

await runner.start();
tell({ kind: 'reached', position: runner.position });
tell({ kind: 'started' });

import { parentPort, workerData } from 'node:worker_threads';
import { openLedger, type Position } from '@uitkomst/ledger';
import { openScratchReads } from '../adapters/open-read-store.js';
import { buildCut } from './build-cut.js';
import type { CutThreadData } from './cut-thread.js';

if (parentPort === null) throw new Error('This file is the beginning of a thread');
const port = parentPort;

const { ledgerUrl, path, cut, stopped } = workerData as CutThreadData;
/** So many in one transaction: pages of an index are written once for all rows on them. */
const BATCH_MAX = 4_000;

function onReached(position: Position): void {
  if (Atomics.load(stopped, 0) === 1) throw new Error('Nobody waits for this cut any more');
  port.postMessage(position);
}

const ledger = await openLedger(ledgerUrl, { readOnly: true });
const reads = openScratchReads(path);
await buildCut({ ledger, reads, batchMax: BATCH_MAX, onReached }, cut);
await reads.close();
await ledger.close();

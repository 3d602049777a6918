import { parentPort, workerData } from 'node:worker_threads';
import { openLedger } from '@uitkomst/ledger';
import { openScratchReads } from '../adapters/open-read-store.js';
import { buildCut } from './build-cut.js';
import type { CutThreadData } from './cut-thread.js';

if (parentPort === null) throw new Error('This file is the beginning of a thread');
const port = parentPort;

const { ledgerUrl, path, cut } = workerData as CutThreadData;
/** So many in one transaction: pages of an index are written once for all rows on them. */
const BATCH_MAX = 4_000;

const ledger = await openLedger(ledgerUrl, { readOnly: true });
const reads = openScratchReads(path);
await buildCut({ ledger, reads, batchMax: BATCH_MAX, onReached: (position) => port.postMessage(position) }, cut);
await reads.close();
await ledger.close();

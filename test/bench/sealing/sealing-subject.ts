// One side of the benchmark of what proofs cost: `sealing-subject.ts <side>`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CODEC, leavesInFolder, newSealKeys, sqliteLedger, systemClock } from '@uitkomst/ledger';
import { Sealer, systemTimers } from '@uitkomst/processes';
import { appendingTo, askedBy } from '../callers.js';
import { answerRounds } from '../subject.js';
import { BYTES_ALONE } from './bytes-alone.js';

const CALLERS = 64;
const ROUND_MS = 1_500;
const published = { read: () => undefined, write: () => undefined };
const onError = (error: unknown): never => {
  throw error;
};

const [, , side] = process.argv;

/** What a second brought, and microseconds of processor for each row. */
export interface Rate {
  readonly perSecond: number;
  readonly processor: number;
}

/** Rows of 64 callers, each waiting for its answer. */
async function measure(): Promise<Rate> {
  const place = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
  const codec = side === 'alone' ? BYTES_ALONE : CODEC;
  const ledger = sqliteLedger({ path: join(place, 'ledger.db'), clock: systemClock, codec });
  const leaves = leavesInFolder(join(place, 'leaves'));
  if (leaves === undefined) throw new Error('The leaves are locked');
  const sealer = new Sealer({ ledger, keys: newSealKeys(), leaves, published, timers: systemTimers, onError });
  if (side === 'sealed') sealer.start();
  const used = process.cpuUsage();
  const { answered, seconds } = await askedBy({ callers: CALLERS, milliseconds: ROUND_MS }, appendingTo(ledger));
  const { user, system } = process.cpuUsage(used);
  if (side === 'sealed') await sealer.stop();
  else leaves.close();
  await ledger.close();
  rmSync(place, { recursive: true });
  return { perSecond: answered / seconds, processor: (user + system) / answered };
}

answerRounds(measure);

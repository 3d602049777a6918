// One side of the benchmark of what proofs cost: `sealing-subject.ts <side>`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CODEC, leavesInFolder, newSealKeys, sqliteLedger, systemClock } from '@uitkomst/ledger';
import { Sealer, systemTimers } from '@uitkomst/processes';
import { CLIENTS, row, STREAMS } from '../claim-rows.js';
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
  const revisions = Array.from({ length: CLIENTS }, () => -1);
  const [began, used] = [performance.now(), process.cpuUsage()];
  const until = began + ROUND_MS;
  let rows = 0;
  const caller = async (first: number): Promise<void> => {
    for (let client = first; performance.now() < until; client = (client + CALLERS) % CLIENTS, rows += 1) {
      const revision = revisions[client] ?? -1;
      const result = await ledger.append(STREAMS[client] ?? '', revision < 0 ? 'none' : revision, row(client));
      if (!result.ok) throw new Error('A caller was refused');
      revisions[client] = result.revision;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, index) => caller(index)));
  const perSecond = (rows * 1000) / (performance.now() - began);
  const { user, system } = process.cpuUsage(used);
  if (side === 'sealed') await sealer.stop();
  else leaves.close();
  await ledger.close();
  rmSync(place, { recursive: true });
  return { perSecond, processor: (user + system) / rows };
}

answerRounds(measure);

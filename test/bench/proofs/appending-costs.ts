import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CODEC, leavesInFolder, newSealKeys, sqliteLedger, systemClock, type Codec } from '@uitkomst/ledger';
import { Sealer, systemTimers } from '@uitkomst/processes';
import { CLIENTS, row, STREAMS } from '../claim-rows.js';
import { BYTES_ALONE } from './bytes-alone.js';

const CALLERS = 64;
const ROUNDS = 9;
const ROUND_MS = 1_500;
const published = { read: () => undefined, write: () => undefined };
const onError = (error: unknown): never => {
  throw error;
};

interface Rate {
  readonly perSecond: number;
  /** Microseconds of processor for a row. */
  readonly processor: number;
}

/** Prints what digests, leaves and sealing take of the appends of 64 callers, against storing the bytes alone, in turn. */
export async function appendingCosts(): Promise<void> {
  const rates: { alone: Rate; proven: Rate; sealed: Rate }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rates.push({
      alone: await rate(BYTES_ALONE, false),
      proven: await rate(CODEC, false),
      sealed: await rate(CODEC, true),
    });
  const [alone, proven, sealed] = (['alone', 'proven', 'sealed'] as const).map((which) =>
    median(rates.map((one) => one[which].perSecond)),
  );
  const less = (which: 'proven' | 'sealed'): string =>
    percent(1 - median(rates.map((one) => one[which].perSecond / one.alone.perSecond)));
  const more = (which: 'proven' | 'sealed'): string =>
    percent(median(rates.map((one) => one[which].processor / one.alone.processor)) - 1);
  console.log(
    `64 callers: bytes alone ${alone?.toFixed(0)} rows/s, with digests and leaves ${proven?.toFixed(0)} (${less('proven')} less), and sealing beside it ${sealed?.toFixed(0)} (${less('sealed')} less, target ≤ 15 %)`,
  );
  console.log(
    `  of processor for a row: ${more('proven')} more with digests and leaves, ${more('sealed')} more with all`,
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;

async function rate(codec: Codec, sealing: boolean): Promise<Rate> {
  const place = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
  const ledger = sqliteLedger({ path: join(place, 'ledger.db'), clock: systemClock, codec });
  const leaves = leavesInFolder(join(place, 'leaves'));
  if (leaves === undefined) throw new Error('The leaves are locked');
  const sealer = new Sealer({ ledger, keys: newSealKeys(), leaves, published, timers: systemTimers, onError });
  if (sealing) sealer.start();
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
  await sealer.stop();
  await ledger.close();
  rmSync(place, { recursive: true });
  return { perSecond, processor: (user + system) / rows };
}

// How long an append waits while the ledger is half busy: 64 callers, each in its turn, with the checkpoints that come meanwhile (ledger §8).
import { sqliteLedger } from '@uitkomst/ledger';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendingTo, askedBy } from './callers.js';
import { UNCHECKED } from './claim-rows.js';
import { CHECKPOINT_MAIN, Place } from './ledger/place.js';

const CALLERS = 64;
const WARM_UP_MS = 3_000;
const MEASURED_MS = 20_000;

const place = new Place();
const ledger = sqliteLedger({ path: place.fresh(), codec: UNCHECKED, checkpointMain: CHECKPOINT_MAIN });
const append = appendingTo(ledger);
const { answered, seconds } = await askedBy({ callers: CALLERS, milliseconds: WARM_UP_MS }, append);
const full = answered / seconds;

/** Each caller begins when its turn comes, whether or not it is late: who waited for others waited all the same. */
async function half(): Promise<readonly number[]> {
  const everyMs = (CALLERS * 2 * 1000) / full;
  const waited: number[] = [];
  const start = performance.now();
  const caller = async (index: number): Promise<void> => {
    for (
      let turn = answered + index, due = start + (index * everyMs) / CALLERS;
      due < start + MEASURED_MS;
      turn += CALLERS, due += everyMs
    ) {
      if (due > performance.now()) await sleep(due - performance.now());
      await append(turn);
      waited.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, index) => caller(index)));
  return waited.toSorted((left, right) => left - right);
}

const waited = await half();
const at = (share: number): string => (waited[Math.ceil(waited.length * share) - 1] ?? 0).toFixed(1);
console.log(
  `64 callers at half load (${Math.round(full / 2)} rows a second): median ${at(0.5)} ms, p99 ${at(0.99)} ms (target < 15), longest ${at(1)} ms`,
);
await ledger.close();

import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger } from '../adapters/open-ledger.js';
import { anEvent } from './events.js';
import { randomFrom } from './random.js';

/** A hold of at most so many milliseconds, after every third append or so. */
const HOLD_MS = 6;

/**
 * Writers of one process, each on its own stream, with random holds, beginning when something is written to its input. Arguments:
 * the ledger's address, the first writer's number and how many there are, appends of each, and the seed.
 */
async function main([url = '', first = '0', writers = '4', appends = '400', seed = '0']: readonly string[]) {
  const ledger = await openLedger(url);
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  const random = randomFrom(Number(seed) + Number(first));
  await Promise.all(
    Array.from({ length: Number(writers) }, async (_, writer) => {
      const stream = `client-${seed}-${Number(first) + writer}`;
      for (let revision = 0; revision < Number(appends); revision += 1) {
        const result = await ledger.append(stream, revision === 0 ? 'none' : revision - 1, [anEvent()]);
        if (!result.ok) throw new Error(`${stream} was written by somebody else`);
        if (random.below(3) === 0) await sleep(random.below(HOLD_MS));
      }
    }),
  );
  await ledger.close();
  process.exit();
}

void main(process.argv.slice(2));

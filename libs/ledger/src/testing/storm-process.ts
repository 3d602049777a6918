import { once } from 'node:events';
import { openLedger } from '../adapters/open-ledger.js';
import { anEvent } from './events.js';

/** Outcomes raced for at the same time: enough to keep the ledger busy, few enough that rivals really meet. */
const TOGETHER = 40;

/**
 * One of several processes whose rivals race for the same outcomes, beginning when something is written to its input. Writes
 * `<outcome> <id>` for each append it was told is stored. Every third rival asks twice. Arguments: the ledger's address, the first
 * outcome and the one after the last, how many rivals. Odd outcomes are on streams that have one event already.
 */
async function main([url = '', first = '0', end = '0', rivals = '10']: readonly string[]): Promise<void> {
  const ledger = await openLedger(url);
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  const race = async (outcome: number): Promise<void> => {
    const stream = `client-storm-${outcome}`;
    const expected = outcome % 2 === 0 ? 'none' : 0;
    await Promise.all(
      Array.from({ length: Number(rivals) }, async (_, rival) => {
        const event = anEvent();
        const asked = Array.from({ length: rival % 3 === 0 ? 2 : 1 }, () => ledger.append(stream, expected, [event]));
        const results = await Promise.all(asked);
        if (results.some((result) => result.ok)) process.stdout.write(`${outcome} ${event.id}\n`);
      }),
    );
  };
  for (let from = Number(first); from < Number(end); from += TOGETHER)
    await Promise.all(Array.from({ length: Math.min(TOGETHER, Number(end) - from) }, (_, index) => race(from + index)));
  await ledger.close();
  process.exit();
}

void main(process.argv.slice(2));

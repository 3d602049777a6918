import { sqliteLedger } from '../adapters/sqlite.ledger.js';
import { anEvent } from './events.js';

/**
 * A process of its own that appends as fast as it can until it is killed, and writes `<stream> <revision> <id>` for each event it
 * was told is stored. Arguments: the ledger's path, how many callers, the name of this round.
 */
async function main([path = '', callers = '8', round = '0']: readonly string[]): Promise<void> {
  const ledger = sqliteLedger({ path });
  process.stdout.write('ready\n');
  await Promise.all(
    Array.from({ length: Number(callers) }, async (_, caller) => {
      const stream = `client-${round}-${caller}`;
      for (let revision = 0; ; revision += 1) {
        const event = anEvent();
        const result = await ledger.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
        if (result.ok) process.stdout.write(`${stream} ${revision} ${event.id}\n`);
      }
    }),
  );
}

void main(process.argv.slice(2));

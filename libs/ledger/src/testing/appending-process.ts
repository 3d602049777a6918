import { openLedger } from '../adapters/open-ledger.js';
import { threadOfSources } from './thread-of-sources.js';
import { LedgerUnavailable } from '../ledger.js';
import { anEvent } from './events.js';

/**
 * A process of its own that appends as fast as it can until it is killed, and writes `<stream> <revision> <id>` for each event it
 * was told is stored. Arguments: the ledger's address, how many callers, the name of this round, and after how many appends of each
 * caller it ends by itself (never by default).
 */
async function main([url = '', callers = '8', round = '0', appends = 'Infinity']: readonly string[]): Promise<void> {
  const ledger = await openLedger(url, {
    checkpointMain: threadOfSources('libs/ledger/src/adapters/checkpoint/checkpoint-main.ts'),
  });
  process.stdout.write('ready\n');
  await Promise.all(
    Array.from({ length: Number(callers) }, async (_, caller) => {
      const stream = `client-${round}-${caller}`;
      for (let revision = 0; revision < Number(appends); revision += 1) {
        const event = anEvent();
        // An unknown outcome is asked again with the same ids, as every caller does.
        for (let unknown = true; unknown;)
          try {
            const result = await ledger.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
            unknown = false;
            if (result.ok) process.stdout.write(`${stream} ${revision} ${event.id}\n`);
          } catch (error) {
            if (!(error instanceof LedgerUnavailable)) throw error;
          }
      }
    }),
  );
  await ledger.close();
}

void main(process.argv.slice(2));

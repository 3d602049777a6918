import { openLedger } from '@uitkomst/ledger';
import { ALL_PROJECTIONS, openReadStore, SharedProjecting, type ReadStore } from '@uitkomst/projections';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The same store, which says `wrote <position>` of every batch of which it was answered that it is written. */
function telling(reads: ReadStore): ReadStore {
  const shared = Object.create(reads) as ReadStore;
  shared.fenced = (lease) => {
    const fenced = reads.fenced(lease);
    const told = Object.create(fenced) as ReadStore;
    told.write = async (changes) => {
      await fenced.write(changes);
      say(`wrote ${Math.max(...changes.map(({ to }) => to))}`);
    };
    return told;
  };
  return shared;
}

/**
 * A process that shares a read store with others, until it is killed. Says `leads` when it takes over,
 * `stands by` when it has heard that it was overtaken, `wrote <position>` for what it wrote and `reached <position>` for how far readers see.
 * Arguments: ledger, read store, lease in ms.
 */
async function main([ledgerUrl = '', readsUrl = '', leaseMs = '']: readonly string[]): Promise<void> {
  const ledger = await openLedger(ledgerUrl, { readOnly: true });
  const { reads } = await openReadStore(readsUrl);
  const projecting = new SharedProjecting({
    ledger,
    reads: telling(reads),
    projections: ALL_PROJECTIONS,
    leaseMs: Number(leaseMs),
    batchMax: 20,
    pauseMs: 5,
    onReached: (position) => say(`reached ${position}`),
    onError: () => undefined,
  });
  await projecting.start();
  let led = false;
  setInterval(() => {
    if (projecting.leading !== led) say(led ? 'stands by' : 'leads');
    led = projecting.leading;
  }, 5);
}

void main(process.argv.slice(2));

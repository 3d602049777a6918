import { openLedger } from '@uitkomst/ledger';
import { ALL_PROJECTIONS, openReadStore, SharedProjecting } from '@uitkomst/projections';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * A process that shares a read store with others, until it is killed. Says `leads` when it takes over,
 * `stands by` when it has heard that it was overtaken, and `reached <position>` for what it wrote. Arguments: ledger, read store, lease in ms.
 */
async function main([ledgerUrl = '', readsUrl = '', leaseMs = '']: readonly string[]): Promise<void> {
  const ledger = await openLedger(ledgerUrl, { readOnly: true });
  const { reads } = await openReadStore(readsUrl);
  const projecting = new SharedProjecting({
    ledger,
    reads,
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

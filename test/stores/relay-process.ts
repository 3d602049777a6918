// A relay in a process of its own, to be killed: follows a ledger another process writes and says how far it has come.
import { setTimeout as sleep } from 'node:timers/promises';
import { sqliteLedger } from '@uitkomst/ledger';
import { KafkaPublisher, kafkaClient, Relay } from '@uitkomst/processes/kafka';
import { openReadStore } from '@uitkomst/projections';

const [ledgerPath = '', readsPath = '', broker = ''] = process.argv.slice(2);
const { reads } = await openReadStore(`sqlite:${readsPath}`);
const relay = new Relay({
  ledger: sqliteLedger({ path: ledgerPath, readOnly: true }),
  reads: {
    cursor: async (name) => {
      const place = await reads.cursor(name);
      // One killed after it had sent all leaves nothing to send: then this is all the next one says.
      if (name === 'relay') process.stdout.write(`${place}\n`);
      return place;
    },
    moveCursors: async (moves) => {
      await sleep(15); // As a busy read store would: here a kill does the most harm.
      await reads.moveCursors(moves);
      process.stdout.write(`${moves['relay'] ?? ''}\n`);
    },
  },
  publisher: new KafkaPublisher(kafkaClient({ brokers: [broker], tls: false }, () => undefined)),
  origin: { oin: '00000001003214345000', apiUrl: 'https://uitkomst.example.nl/v1', keySecret: Buffer.alloc(32, 7) },
  onError: () => undefined,
  pauseMaxMs: 500,
});
relay.start();
process.stdin.resume(); // With nothing to send it would end of itself: it lives as long as who began it.

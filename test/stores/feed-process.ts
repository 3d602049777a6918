// A feed in a process of its own, to be killed: records what it takes in a ledger of its own and says so after each batch.
import { ClientFiles, Identities, sqliteLedger, systemClock, TermsBook } from '@uitkomst/ledger';
import {
  completeByFeed,
  DeliveryFeed,
  kafkaClient,
  kafkaKeysIn,
  KafkaPublisher,
  KafkaSource,
  recordingByFeed,
} from '@uitkomst/processes/kafka';

const [folder = '', ledgerPath = '', broker = ''] = process.argv.slice(2);
const ledger = sqliteLedger({ path: ledgerPath });
const terms = await TermsBook.open(ledger);
const clientFiles = new ClientFiles(ledger, terms);
const parts = { ledger, terms, clientFiles, identities: Identities.open(folder), clock: systemClock };
const keys = await kafkaKeysIn(`${folder}/kafka-keys.json`);
const kafka = kafkaClient({ brokers: [broker], tls: false }, () => undefined);
const onError = (): void => undefined;
const source = new KafkaSource(kafka, {
  topic: 'uitkomst.leveringen.v1',
  groupId: 'uitkomst-0392',
  onError,
  sessionTimeoutMs: 2_000,
});
const feed = new DeliveryFeed({
  source: {
    lag: () => source.lag(),
    stop: () => source.stop(),
    start: (handler) =>
      source.start(async (batch) => {
        await handler(batch);
        process.stdout.write(`${batch.length}\n`);
      }),
  },
  deadLetters: new KafkaPublisher(kafka),
  keys,
  municipality: '0392',
  recording: recordingByFeed(parts, keys.streamSecret),
  complete: completeByFeed(parts),
  onError,
  pauseMaxMs: 500,
});
feed.start();

// A feed in a process of its own, to be killed: records what it takes in a ledger of its own and says so after each batch.
import { ClientFiles, DeliveryReports, sqliteLedger, systemClock, TermsBook, Vault } from '@uitkomst/ledger';
import {
  completeByFeed,
  DeliveryFeed,
  kafkaClient,
  kafkaKeysIn,
  KafkaPublisher,
  KafkaSource,
  recordingByFeed,
  reportByFeed,
} from '@uitkomst/processes/kafka';

const [folder = '', ledgerPath = '', broker = ''] = process.argv.slice(2);
const ledger = sqliteLedger({ path: ledgerPath });
const terms = await TermsBook.open(ledger);
const clientFiles = new ClientFiles(ledger, terms);
const vault = Vault.open(folder, `${folder}/erasures`);
const parts = { ledger, terms, clientFiles, vault, identities: vault.identities, clock: systemClock };
const deliveryReports = DeliveryReports.open(folder, systemClock);
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
  report: reportByFeed({ ...parts, deliveryReports, seen: { place: () => undefined } }),
  onError,
  pauseMaxMs: 500,
});
feed.start();

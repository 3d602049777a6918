import { TOPICS } from '@uitkomst/contracts';
import { Leadership } from '@uitkomst/projections';
import { kafkaClient } from '../adapters/kafka-client.js';
import { KafkaPublisher } from '../adapters/kafka-publisher.js';
import { KafkaSource } from '../adapters/kafka-source.js';
import { DeliveryFeed } from '../feeds/delivery-feed.js';
import { completeByFeed, recordingByFeed } from '../feeds/record-by-feed.js';
import { reportByFeed } from '../feeds/report-by-feed.js';
import type { OnError } from '../ports.js';
import { Relay } from '../relay/relay.js';
import { kafkaKeysIn } from '../settings/kafka-keys.js';
import type { KafkaSettings } from '../settings/kafka-settings.js';
import type { Parts } from './open-parts.js';
import { KafkaTrouble, untilItLasts } from './passing-trouble.js';

/** What goes out and comes in by Kafka, running. */
export interface KafkaRunning {
  /** How far this process is behind with its part: events not yet published (by who leads), messages not yet taken. */
  lags(): Promise<{ readonly relay: number; readonly feed: number }>;
  stop(): Promise<void>;
}

/** The relay, in one process at a time; and the feed as one of a consumer group: several processes share its partitions. */
export async function startKafka(parts: Parts, settings: KafkaSettings, onFault: OnError): Promise<KafkaRunning> {
  const onError = untilItLasts(onFault, parts.clock);
  const { ledger, reads } = parts;
  const { municipality } = parts.settings;
  const keys = await kafkaKeysIn(settings.keysFile);
  const kafka = kafkaClient(settings.access, (message) => onError(new KafkaTrouble(message)));
  let relay: Relay | undefined;
  const leadership = new Leadership({
    leases: reads,
    name: 'relay',
    onError,
    lead: async (lease) => {
      const publisher = new KafkaPublisher(kafka);
      const origin = { oin: settings.oin, apiUrl: settings.publicUrl, keySecret: keys.streamSecret };
      const leading = new Relay({ ledger, reads: reads.fenced(lease), publisher, origin, onError });
      leading.start();
      relay = leading;
      return async () => {
        relay = undefined;
        await leading.stop();
        await publisher.close();
      };
    },
  });
  const feed = new DeliveryFeed({
    source: new KafkaSource(kafka, { topic: TOPICS.deliveries, groupId: `uitkomst-${municipality}`, onError }),
    deadLetters: new KafkaPublisher(kafka),
    keys,
    municipality,
    recording: recordingByFeed(parts, keys.streamSecret),
    complete: completeByFeed(parts),
    report: reportByFeed(parts),
    onError,
  });
  leadership.start();
  feed.start();
  return {
    lags: async () => ({ relay: (await relay?.lag()) ?? 0, feed: feed.lag() }),
    stop: async () => {
      await feed.stop();
      await leadership.stop();
    },
  };
}

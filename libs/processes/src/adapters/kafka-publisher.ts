import type { Kafka, Message, Producer, TopicMessages } from 'kafkajs';
import type { OutboundMessage, Publisher } from '../relay/publisher.js';
import { answered } from './answered.js';

const ALL = -1;
/** Longer than the client needs for all its own retries beside a broker that starts. */
const PUBLISH_LIMIT_MS = 30_000;
const GOODBYE_MS = 4_000;

/**
 * Publishes to Kafka: one send in flight, kept by every replica in sync, without duplicates from the client's own retries. After any
 * failure the producer is thrown away, because one whose broker restarted can stay on `Broker not connected` for good.
 */
export class KafkaPublisher implements Publisher {
  private producer: Producer | undefined;

  constructor(private readonly kafka: Kafka) {}

  async publish(messages: readonly OutboundMessage[]): Promise<void> {
    const perTopic = new Map<string, Message[]>();
    for (const { topic, key, value, headers } of messages) {
      const own = perTopic.get(topic) ?? [];
      perTopic.set(topic, own);
      own.push({ key, value, headers: { ...headers } });
    }
    const topicMessages = [...perTopic].map(([topic, own]) => ({ topic, messages: own }));
    try {
      await answered(this.send(topicMessages), PUBLISH_LIMIT_MS);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    // It is of no more use, whatever it says; one with a broken connection may say nothing for good.
    if (producer) await answered(producer.disconnect(), GOODBYE_MS).catch(() => undefined);
  }

  /** To connect again costs nothing; a producer thrown away meanwhile is never taken for the new one. */
  private async send(topicMessages: TopicMessages[]): Promise<void> {
    const producer = (this.producer ??= this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2_000 },
    }));
    await producer.connect();
    await producer.sendBatch({ acks: ALL, topicMessages });
  }
}

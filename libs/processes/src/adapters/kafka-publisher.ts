import type { Kafka, Message, Producer } from 'kafkajs';
import type { OutboundMessage, Publisher } from '../relay/publisher.js';

const ALL = -1;

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
      this.producer ??= await this.connected();
      await this.producer.sendBatch({ acks: ALL, topicMessages });
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined); // It is of no more use, whatever it says.
  }

  private async connected(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2_000 },
    });
    await producer.connect();
    return producer;
  }
}

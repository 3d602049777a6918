import type { Kafka } from 'kafkajs';

export interface Received {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Everything the topics hold by now, each partition in its order. */
export async function readTopics(kafka: Kafka, ...topics: readonly string[]): Promise<readonly Received[]> {
  const ends = new Map<string, number>();
  const admin = kafka.admin();
  await admin.connect();
  for (const topic of topics)
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > Number(low)) ends.set(`${topic} ${partition}`, Number(high) - 1);
  await admin.disconnect();
  const received: Received[] = [];
  if (ends.size === 0) return received;
  const consumer = kafka.consumer({ groupId: `reader-${performance.now()}`, sessionTimeout: 10_000 });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await new Promise<void>((done, fail) => {
    const eachMessage = async ({ topic, partition, message }: EachMessage): Promise<void> => {
      const { offset, key, value, headers = {} } = message;
      received.push({ topic, partition, offset, key: String(key), value: String(value), headers });
      const place = `${topic} ${partition}`;
      if (Number(offset) >= (ends.get(place) ?? 0)) ends.delete(place);
      if (ends.size === 0) done();
    };
    consumer.run({ eachMessage }).catch(fail);
  });
  await consumer.disconnect();
  return received;
}

interface EachMessage {
  readonly topic: string;
  readonly partition: number;
  readonly message: {
    readonly offset: string;
    readonly key: Buffer | null;
    readonly value: Buffer | null;
    readonly headers?: Readonly<Record<string, unknown>>;
  };
}

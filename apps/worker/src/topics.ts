import { ensureTopics, kafkaClient } from '@uitkomst/processes/kafka';
import { readBrokers } from './settings.js';

/** Makes the topics with the right settings, and mends those that differ; tells what it did. */
export async function topics(): Promise<void> {
  const told = new Set<string>();
  const tellOnce = (trouble: string): void => {
    if (!told.has(trouble)) console.error(trouble);
    told.add(trouble);
  };
  const kafka = kafkaClient(readBrokers(process.env), tellOnce);
  for (const { topic, state, partitions, meantPartitions, was = {} } of await ensureTopics(kafka)) {
    const changes = Object.entries(was).map(([name, value]) => `${name} was ${value}`);
    const left =
      meantPartitions === undefined ? [] : [`${meantPartitions} partitions are meant; left, a key would move`];
    console.log([`${topic}: ${state.toLowerCase()}, ${partitions} partition(s)`, ...changes, ...left].join('; '));
  }
}

import { TOPICS, type Topic } from '@uitkomst/contracts';
import type { Kafka, ITopicConfig } from 'kafkajs';

const DAY_MS = 86_400_000;
const FOR_EVER = -1;
/** The protocol's number for a topic; the client's own name for it cannot be imported as such. */
const TOPIC_RESOURCE = 2;
/** More replicas than this keep nothing safer. */
const REPLICAS_MAX = 3;

interface TopicPlan {
  readonly partitions: number;
  readonly retentionMs: number;
}

/**
 * Clients spread over partitions, everything else in one order. References to claims name pseudonyms and deliveries are about persons:
 * they go after a while; norms and seals are few and stay, so that who comes later can read them all.
 */
const PLANS: Readonly<Record<Topic, TopicPlan>> = {
  [TOPICS.claims]: { partitions: 12, retentionMs: 90 * DAY_MS },
  [TOPICS.norms]: { partitions: 1, retentionMs: FOR_EVER },
  [TOPICS.seals]: { partitions: 1, retentionMs: FOR_EVER },
  [TOPICS.deliveries]: { partitions: 12, retentionMs: 14 * DAY_MS },
  [TOPICS.deadLetters]: { partitions: 1, retentionMs: 90 * DAY_MS },
};

export interface TopicReport {
  readonly topic: string;
  readonly state: 'CREATED' | 'CHANGED' | 'UNCHANGED';
  readonly partitions: number;
  /** Named where the topic has another number of partitions than is meant: it is left, for a key would move. */
  readonly meantPartitions?: number;
  /** What its settings were, where they were changed. */
  readonly was?: Readonly<Record<string, string>>;
}

/** Makes the topics that are missing and mends the settings of those that are there. Twice changes nothing. */
export async function ensureTopics(kafka: Kafka): Promise<readonly TopicReport[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const { brokers } = await admin.describeCluster();
    const replicas = Math.min(brokers.length, REPLICAS_MAX);
    const existing = new Set(await admin.listTopics());
    const missing = Object.entries(PLANS).filter(([topic]) => !existing.has(topic));
    const topics: ITopicConfig[] = missing.map(([topic, plan]) => ({
      topic,
      numPartitions: plan.partitions,
      replicationFactor: replicas,
      configEntries: entriesOf(settingsOf(plan, replicas)),
    }));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
    const reports: TopicReport[] = [];
    for (const [topic, plan] of Object.entries(PLANS)) {
      if (existing.has(topic)) reports.push(await mended(admin, topic, plan));
      else reports.push({ topic, state: 'CREATED', partitions: plan.partitions });
    }
    return reports;
  } finally {
    await admin.disconnect();
  }
}

type Admin = ReturnType<Kafka['admin']>;

async function mended(admin: Admin, topic: string, plan: TopicPlan): Promise<TopicReport> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const partitions = topics[0]?.partitions ?? [];
  const replicas = partitions[0]?.replicas.length ?? 1;
  const meant = settingsOf(plan, replicas);
  const resource = { type: TOPIC_RESOURCE, name: topic };
  const { resources } = await admin.describeConfigs({ resources: [resource], includeSynonyms: false });
  const now = new Map(resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]));
  const was = Object.fromEntries(
    Object.entries(meant).flatMap(([name, value]) => (now.get(name) === value ? [] : [[name, now.get(name) ?? '']])),
  );
  const changed = Object.keys(was).length > 0;
  if (changed)
    await admin.alterConfigs({ validateOnly: false, resources: [{ ...resource, configEntries: entriesOf(meant) }] });
  return {
    topic,
    state: changed ? 'CHANGED' : 'UNCHANGED',
    partitions: partitions.length,
    ...(partitions.length !== plan.partitions && { meantPartitions: plan.partitions }),
    ...(changed && { was }),
  };
}

/** With three replicas one may be away and what was acknowledged is still kept twice. */
const settingsOf = ({ retentionMs }: TopicPlan, replicas: number): Readonly<Record<string, string>> => ({
  'cleanup.policy': 'delete',
  'retention.ms': String(retentionMs),
  'min.insync.replicas': String(Math.max(replicas - 1, 1)),
});

const entriesOf = (settings: Readonly<Record<string, string>>): { name: string; value: string }[] =>
  Object.entries(settings).map(([name, value]) => ({ name, value }));

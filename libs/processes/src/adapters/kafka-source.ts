import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { IncomingMessage, MessageSource } from '../feeds/message-source.js';
import type { OnError } from '../ports.js';
import { answered } from './answered.js';

export interface KafkaSourceOptions {
  readonly topic: string;
  /** Processes of one group share the partitions. */
  readonly groupId: string;
  readonly onError: OnError;
  /** After so long without a sign of life its partitions go to another. */
  readonly sessionTimeoutMs?: number;
}

type Handler = (batch: readonly IncomingMessage[]) => Promise<void>;

const BATCH_MAX = 200;
const PARTITIONS_AT_ONCE = 4;
const PAUSE_MS = 1_000;
const JOIN_LIMIT_MS = 30_000;
const GOODBYE_MS = 4_000;

/** Messages of a topic, as one of a consumer group. An offset is committed only after the handler took everything up to it. */
export class KafkaSource implements MessageSource {
  private readonly stopping = new AbortController();
  /** Ends the attempt that is going on. */
  private leave: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly lags = new Map<number, number>();

  constructor(
    private readonly kafka: Kafka,
    private readonly options: KafkaSourceOptions,
  ) {}

  start(handler: Handler): void {
    this.running = this.run(handler);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.leave();
    await this.running;
  }

  lag(): number {
    return [...this.lags.values()].reduce((sum, lag) => sum + lag, 0);
  }

  /** A consumer that gave up is replaced by a new one. */
  private async run(handler: Handler): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const consumer = this.consumer();
      try {
        await this.consume(consumer, handler);
      } catch (error) {
        this.options.onError(error);
      }
      // It is of no more use, whatever it says; while a group makes up its mind it says nothing for long.
      await answered(consumer.disconnect(), GOODBYE_MS).catch(() => undefined);
      await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private consumer(): Consumer {
    const { groupId, sessionTimeoutMs = 15_000 } = this.options;
    return this.kafka.consumer({
      groupId,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: sessionTimeoutMs / 5,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: async () => false },
    });
  }

  /** Resolves when stopped, rejects when the consumer gives up. */
  private async consume(consumer: Consumer, handler: Handler): Promise<void> {
    const ended = new Promise<void>((resolve, reject) => {
      this.leave = resolve;
      consumer.on('consumer.crash', ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
    });
    ended.catch(() => undefined); // It may end before anybody waits.
    await answered(consumer.connect(), JOIN_LIMIT_MS);
    await answered(consumer.subscribe({ topics: [this.options.topic], fromBeginning: true }), JOIN_LIMIT_MS);
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.hand(payload, { consumer, handler }),
    });
    await ended;
  }

  private async hand(
    payload: EachBatchPayload,
    { consumer, handler }: { readonly consumer: Consumer; readonly handler: Handler },
  ): Promise<void> {
    const { batch } = payload;
    const { topic, partition, messages } = batch;
    const { sessionTimeoutMs = 15_000 } = this.options;
    for (let from = 0; from < messages.length; from += BATCH_MAX) {
      if (!payload.isRunning() || payload.isStale() || this.stopping.signal.aborted) return;
      const part = messages.slice(from, from + BATCH_MAX);
      const incoming = part.map(({ offset, value }) => ({ topic, partition, offset, value: value?.toString() ?? '' }));
      // However long the ledger takes, the group must know that we live.
      const alive = setInterval(() => void payload.heartbeat().catch(() => undefined), sessionTimeoutMs / 5);
      try {
        await handler(incoming);
      } finally {
        clearInterval(alive);
      }
      const last = part.at(-1)?.offset ?? '0';
      payload.resolveOffset(last);
      const next = String(BigInt(last) + 1n);
      await consumer.commitOffsets([{ topic, partition, offset: next }]);
      this.lags.set(partition, Number(BigInt(batch.highWatermark) - BigInt(next)));
    }
  }
}

import { affectedFiles, dueBy } from '@uitkomst/projections';
import { BatchFinisher } from '../batch-completion/batch-finisher.js';
import { batchesToFinish } from '../batch-completion/batches-to-finish.js';
import { paymentPorts } from '../batch-completion/payment-ports.js';
import { cancelStaleBatches } from '../batch-completion/stale-batches.js';
import { MaturityClock } from '../clock/maturity-clock.js';
import { systemTimers, type OnError } from '../ports.js';
import type { KafkaSettings } from '../settings/kafka-settings.js';
import { TermsSweep } from '../sweep/terms-sweep.js';
import { todayOf } from '../today.js';
import { ExpiredAnswers } from './expired-answers.js';
import type { Parts } from './open-parts.js';
import type { KafkaRunning } from './start-kafka.js';
import { whenRead } from './when-read.js';

interface Startable {
  start(): void;
  stop(): Promise<void>;
}

/** What runs by itself, running. */
export interface Running {
  /** Absent where no broker is named. */
  readonly kafka?: KafkaRunning;
  stop(): Promise<void>;
}

/**
 * What runs by itself, wherever it runs: the clock, the sweep after changed terms, the finishing of released batches, letting go of old
 * answers; and where a broker is named, what goes out and comes in by Kafka.
 */
export async function startProcesses(parts: Parts, onError: OnError): Promise<Running> {
  const { clock, ledger, reads, projecting, keys } = parts;
  const today = () => todayOf(clock);
  const ports = paymentPorts(parts);
  const maturity = new MaturityClock({
    agenda: (day, page) => dueBy(reads, day, page),
    send: ports.sendToFile,
    today,
    timers: systemTimers,
    onError,
  });
  const sweep = new TermsSweep({
    ledger,
    reads,
    affected: (stream) => affectedFiles(reads, stream),
    readUpTo: (position, timeoutMs) => projecting.waitUntil(position, timeoutMs),
    send: ports.sendToFile,
    today,
    onError,
  });
  const finisher = new BatchFinisher({
    ...ports,
    toFinish: () => batchesToFinish(reads, ports),
    cancelStale: () => cancelStaleBatches(reads, ports),
    timers: systemTimers,
    onError,
  });
  const expired = new ExpiredAnswers({ keys, clock, timers: systemTimers, onError });
  const running: readonly Startable[] = [maturity, sweep, finisher, expired];
  const stopping = new AbortController();
  const { signal } = stopping;
  const begin = async (): Promise<void> => {
    await whenRead(parts, { signal, onError });
    if (!signal.aborted) for (const process of running) process.start();
  };
  const { kafka: named } = parts.settings;
  const kafka = named && (await kafkaOf(parts, named, onError));
  void begin();
  return {
    ...(kafka && { kafka }),
    stop: async () => {
      stopping.abort();
      await kafka?.stop();
      for (const process of running.toReversed()) await process.stop();
    },
  };
}

/** Its client and the format of its messages are read by those alone who name a broker: every start would wait for them. */
async function kafkaOf(parts: Parts, named: KafkaSettings, onError: OnError): Promise<KafkaRunning> {
  const { startKafka } = await import('./start-kafka.js');
  return startKafka(parts, named, onError);
}

import { systemClock } from '@uitkomst/ledger';
import { levelOf, openParts, startProcesses, type Parts, type Running } from '@uitkomst/processes';
import { pino, stdSerializers } from 'pino';
import type { WorkerSettings } from './settings.js';

/** What a worker is made of. */
export interface Worker extends Parts {
  readonly running: Running;
  close(): Promise<void>;
}

/** Opens the stores, keeps the read models and starts what runs by itself; what fails halfway closes what was opened before it. */
export async function openWorker(settings: WorkerSettings): Promise<Worker> {
  const log = pino({ level: settings.logLevel, base: null, serializers: { error: stdSerializers.err } });
  const onError = (error: unknown): void => log[levelOf(error)]({ error }, 'a process failed; it goes on');
  const opened: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).toReversed()) await one();
  };
  try {
    const closing = (one: () => unknown): void => void opened.push(one);
    const parts = await openParts(settings, { clock: systemClock, runs: 'processes', onError, closing });
    await parts.reading;
    const running = await startProcesses(parts, onError);
    opened.push(() => running.stop());
    return { ...parts, running, close };
  } catch (error) {
    await close();
    throw error;
  }
}

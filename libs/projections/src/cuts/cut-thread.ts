import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Position } from '@uitkomst/ledger';
import type { Cut } from './build-cut.js';

/** What the thread needs to open its own connections. */
export interface CutThreadData {
  readonly ledgerUrl: string;
  /** The file of the read store to fill. */
  readonly path: string;
  readonly cut: Cut;
}

const MAIN = new URL('./cut-main.js', import.meta.url);
const YOUNG_MB = 48;

/** What is in memory belongs to one thread; run from its sources (in tests) the program has no file a thread could begin with. */
export const hasCutThread = (ledgerUrl: string): boolean => !ledgerUrl.startsWith('memory:') && existsSync(MAIN);

/** Makes a past state beside the requests. What `onReached` throws ends the thread, and is thrown on. */
export function buildInThread(
  workerData: CutThreadData,
  onReached: (position: Position) => void,
  main: URL = MAIN,
): Promise<void> {
  const worker = new Worker(main, {
    workerData,
    name: 'cut',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  worker.unref(); // It does not keep the process alive.
  return new Promise<void>((resolve, reject) => {
    const end = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)));
      void worker.terminate();
    };
    worker.on('message', (position: Position) => {
      try {
        onReached(position);
      } catch (error) {
        end(error);
      }
    });
    worker.once('error', end);
    worker.once('exit', (code) => (code === 0 ? resolve() : end(new Error(`The thread of a cut ended with ${code}`))));
  });
}

import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Position } from '@uitkomst/ledger';
import type { Cut } from './build-cut.js';

/** What is to be made, and where. */
interface CutPlace {
  readonly ledgerUrl: string;
  /** The file of the read store to fill. */
  readonly path: string;
  readonly cut: Cut;
}

/** What the thread needs to open its own connections, and to hear that nobody waits for it any more: then the one number is 1. */
export interface CutThreadData extends CutPlace {
  readonly stopped: Int32Array;
}

const MAIN = new URL('./cut-main.js', import.meta.url);
const YOUNG_MB = 48;

/** What is in memory belongs to one thread; run from its sources (in tests) the program has no file a thread could begin with. */
export const hasCutThread = (ledgerUrl: string): boolean => !ledgerUrl.startsWith('memory:') && existsSync(MAIN);

/** Makes a past state beside the requests. What `onReached` throws ends the thread, and is thrown on. */
export function buildInThread(
  place: CutPlace,
  onReached: (position: Position) => void,
  main: URL = MAIN,
): Promise<void> {
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(main, {
    workerData: { ...place, stopped } satisfies CutThreadData,
    name: 'cut',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  worker.unref(); // It does not keep the process alive.
  return new Promise<void>((resolve, reject) => {
    const end = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
    worker.on('message', (position: Position) => {
      try {
        onReached(position);
      } catch (error) {
        end(error);
        // It stops by itself between two steps: to be ended within a call of SQLite would end the whole process.
        Atomics.store(stopped, 0, 1);
      }
    });
    worker.once('error', end);
    worker.once('exit', (code) => (code === 0 ? resolve() : end(new Error(`The thread of a cut ended with ${code}`))));
  });
}

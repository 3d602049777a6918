import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { LeaseLost, type Lease } from '../../lease.js';
import { CheckpointMoved, ReadsUnavailable } from '../../reads.js';
import type { TableChange } from './table-change.js';

/** What the thread is asked: one at a time, each answered before the next. */
export interface Writing {
  readonly changes: readonly TableChange[];
  readonly lease: Lease | undefined;
}

/** That it is written, or why nothing of it is. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly name: string; readonly message: string };

const MAIN = new URL('./writing-main.js', import.meta.url);
const REFUSALS: Readonly<Record<string, new (message: string) => Error>> = { CheckpointMoved, LeaseLost };

/** Run from its sources (in tests) the program has no file a thread could begin with. */
export const hasWritingThread = (path: string): boolean => path !== ':memory:' && existsSync(MAIN);

/** Fewer rows are written sooner than they are handed over. */
const ROWS_MIN = 200;

export interface WritingThreadOptions {
  /** Where the thread begins; elsewhere only in tests and benchmarks, which run from the sources. */
  readonly main?: URL;
  /** So many rows are worth handing over. */
  readonly rowsMin?: number;
}

/**
 * Writes the rows of a long way in a thread of its own, so that the next events are folded meanwhile: to bind, index and commit rows
 * takes as long as all else together. It begins with the first that is written and ends with the store.
 */
export class WritingThread {
  private worker: Worker | undefined;

  constructor(
    private readonly path: string,
    private readonly options: WritingThreadOptions = {},
  ) {}

  takes(changes: readonly TableChange[]): boolean {
    return changes.reduce((sum, { rows }) => sum + rows.length, 0) >= (this.options.rowsMin ?? ROWS_MIN);
  }

  /** As {@link writeTables}, and with its errors. */
  async write(writing: Writing): Promise<void> {
    const worker = (this.worker ??= this.begin());
    worker.ref();
    try {
      const [written] = await this.answer(worker, writing);
      if (written.ok) return;
      const Refusal = REFUSALS[written.name] ?? ReadsUnavailable;
      throw new Refusal(written.message);
    } finally {
      worker.unref(); // It does not keep the process alive.
    }
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (worker === undefined) return;
    const ended = once(worker, 'exit');
    worker.ref();
    this.send('close');
    await ended;
  }

  private send(asked: Writing | 'close'): void {
    this.worker?.postMessage(asked);
  }

  private begin(): Worker {
    const worker = new Worker(this.options.main ?? MAIN, { workerData: this.path, name: 'rows' });
    worker.on('error', () => undefined); // Told to whoever waits for it; it ends of it.
    worker.once('exit', () => {
      if (this.worker === worker) this.worker = undefined; // The next write begins another.
    });
    return worker;
  }

  /** Rejects where the thread ends instead: then it is not known whether the rows are there, and the checkpoint tells. */
  private async answer(worker: Worker, writing: Writing): Promise<[Written]> {
    const done = new AbortController();
    const { signal } = done;
    try {
      const answered = once(worker, 'message', { signal }) as Promise<[Written]>;
      const ended = once(worker, 'exit', { signal }).then((): never => {
        throw new ReadsUnavailable('The thread that writes rows ended');
      });
      this.send(writing);
      return await Promise.race([answered, ended]);
    } finally {
      done.abort();
    }
  }
}

import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** The database whose log is worked in. */
export interface CheckpointThreadData {
  readonly path: string;
}
export type Asked = 'checkpoint' | 'close';

export interface AsideCheckpointsOptions {
  /** Where the thread begins; elsewhere only in tests and benchmarks, which run from the sources. */
  readonly main?: URL | undefined;
  /** Told why the thread ended; from then on all is left to the writer. */
  readonly onError?: (error: unknown) => void;
}

/** Run from its sources (in tests) the program has no file a thread could begin with. */
const MAIN = new URL('./checkpoint-main.js', import.meta.url);
const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error));
/**
 * So many characters are worth a checkpoint, some two hundred pages of the log. While the disk writes more at once the sync of a commit
 * waits for it (500,000: 15 ms for the slowest in a hundred); of less there are too many syncs (125,000: one for 17 appends).
 */
const WORTH = 300_000;

/**
 * Works the log of a busy database into its file from a thread of its own, a part at a time. Else the writer does it in the commit that
 * finds the log full, and everybody waits for that one. It only comes first: without it, or where it fails, the writer still does.
 */
export class AsideCheckpoints {
  private worker: Worker | undefined;
  private written = 0;
  private asked = false;
  private readonly here: boolean;

  constructor(
    private readonly path: string,
    private readonly options: AsideCheckpointsOptions = {},
  ) {
    this.here = options.main !== undefined || existsSync(MAIN);
  }

  /** So many characters were committed. The thread begins when there is something to do. */
  wrote(characters: number): void {
    this.written += characters;
    if (!this.here || this.asked || this.written < WORTH) return;
    this.written = 0;
    this.asked = true;
    this.worker ??= this.begun();
    this.tell('checkpoint');
  }

  /** Resolves once the thread has let go of the file. */
  async close(): Promise<void> {
    const { worker } = this;
    if (worker === undefined) return;
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    this.tell('close');
    await ended;
  }

  private tell(asked: Asked): void {
    this.worker?.postMessage(asked);
  }

  private begun(): Worker {
    const workerData: CheckpointThreadData = { path: this.path };
    const { main = MAIN, onError = warn } = this.options;
    const worker = new Worker(main, { workerData, name: 'checkpoints' });
    worker.on('message', () => {
      this.asked = false;
    });
    worker.on('error', onError); // It ends of it; what it was asked stays unanswered, so that no other is begun.
    worker.once('exit', () => {
      this.worker = undefined;
    });
    worker.unref(); // It does not keep the process alive.
    return worker;
  }
}

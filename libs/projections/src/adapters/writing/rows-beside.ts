import type { MessagePort } from 'node:worker_threads';
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

export interface RowsBesideOptions {
  /** Begins the thread and gives the line it is asked on. */
  readonly begin: () => MessagePort | Promise<MessagePort>;
  /** So many rows are worth handing over. */
  readonly rowsMin?: number;
}

/** Fewer rows are written sooner than they are handed over. */
const ROWS_MIN = 200;
const REFUSALS: Readonly<Record<string, new (message: string) => Error>> = { CheckpointMoved, LeaseLost };
const BROKEN: Written = { ok: false, name: 'ReadsUnavailable', message: 'The thread that writes rows ended' };

/**
 * Writes the rows of a long way in a thread of its own, so that the next events are folded meanwhile: to bind, index and commit rows
 * takes a third of the whole. It begins with the first that is written and ends with the store.
 */
export class RowsBeside {
  private line: Promise<MessagePort> | undefined;

  constructor(private readonly options: RowsBesideOptions) {}

  takes(changes: readonly TableChange[]): boolean {
    return changes.reduce((sum, { rows }) => sum + rows.length, 0) >= (this.options.rowsMin ?? ROWS_MIN);
  }

  /** As {@link writeTables}, and with its errors. Where the thread ends instead, the checkpoint tells whether the rows are there. */
  async write(writing: Writing): Promise<void> {
    const line = await (this.line ??= this.begin());
    const written = await ask(line, writing);
    if (written.ok) return;
    throw new (REFUSALS[written.name] ?? ReadsUnavailable)(written.message);
  }

  /** Once the thread has let go of the file. */
  async close(): Promise<void> {
    if (this.line !== undefined) await ask(await this.line, 'close');
  }

  private async begin(): Promise<MessagePort> {
    try {
      const line = await this.options.begin();
      line.once('close', () => (this.line = undefined)); // The next write begins another.
      line.unref(); // It does not keep the process alive.
      return line;
    } catch (error) {
      this.line = undefined; // Likewise.
      throw error;
    }
  }
}

/** The answer, or that the line is broken. */
function ask(port: MessagePort, asked: Writing | 'close'): Promise<Written> {
  return new Promise((resolve) => {
    const answer = (written: Written): void => {
      port.off('message', answer);
      port.off('close', broken);
      port.unref();
      resolve(written);
    };
    const broken = (): void => answer(BROKEN);
    port.on('message', answer);
    port.on('close', broken);
    port.ref();
    port.postMessage(asked);
  });
}

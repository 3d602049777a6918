import type { PreparedEvent } from '../codec/codec.js';
import { ClockRefused, LedgerUnavailable, type AppendResult } from '../ledger.js';

/** One append that waits for its turn. */
export interface Asked {
  readonly stream: string;
  /** Last revision the caller read, -1 for a new stream. */
  readonly expected: number;
  readonly events: readonly PreparedEvent[];
}

interface Waiting extends Asked {
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Stores a batch and gives the result of each, in order; where it throws, nobody of that batch is answered. */
type Commit = (batch: readonly Asked[]) => readonly AppendResult[] | Promise<readonly AppendResult[]>;

/** So many wait for the disk that one more would only wait in vain. */
const QUEUE_MAX = 10_000;
const BATCH_MAX = 1_000;
const CHARACTERS_MAX = 16_000_000;
/** Turns of the loop that may bring more before what waits is stored all the same. */
const TURNS_MAX = 8;

/**
 * Whatever is asked while a transaction is on its way to the disk becomes the next one: one sync for all, and no timer. One
 * transaction at a time.
 */
export class CommitQueue {
  private queue: Waiting[] = [];
  private scheduled = false;
  private idle: (() => void)[] = [];

  constructor(private readonly commit: Commit) {}

  append(stream: string, expected: 'none' | number, events: readonly PreparedEvent[]): Promise<AppendResult> {
    if (this.queue.length >= QUEUE_MAX) return Promise.reject(new LedgerUnavailable('Too many appends are waiting'));
    return new Promise((resolve, reject) => {
      this.queue.push({ stream, expected: expected === 'none' ? -1 : expected, events, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when everything asked so far is answered. */
  async drained(): Promise<void> {
    if (this.scheduled)
      await new Promise<void>((resolve) => {
        this.idle.push(resolve);
      });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.gather(this.queue.length, TURNS_MAX);
  }

  /**
   * Flushes once a turn of the loop brought nothing more: whoever is alone waits for nobody, and of many who come one after another
   * more share a sync. What a turn brings had to be done anyway.
   */
  private gather(waiting: number, turns: number): void {
    setImmediate(() => {
      const now = this.queue.length;
      if (now > waiting && turns > 0) this.gather(now, turns - 1);
      else this.flush();
    });
  }

  /** Without an await where the engine needs none: then the answers come in the same turn. */
  private flush(): void {
    const batch = this.queue.splice(0, fitting(this.queue));
    const answer = (results: readonly AppendResult[]): void => {
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
      this.next();
    };
    const fail = (error: unknown): void => {
      const told = unknown(error);
      for (const { reject } of batch) reject(told);
      this.next();
    };
    try {
      const results = this.commit(batch);
      if (results instanceof Promise) void results.then(answer, fail);
      else answer(results);
    } catch (error) {
      fail(error);
    }
  }

  private next(): void {
    this.scheduled = false;
    if (this.queue.length > 0) this.schedule();
    else for (const resolve of this.idle.splice(0)) resolve();
  }
}

/** How many go together: as many as wait, unless they are very many or very large. */
function fitting(queue: readonly Asked[]): number {
  let characters = 0;
  const end = queue.findIndex(({ events }, index) => {
    for (const { bytes } of events) characters += charactersOf(bytes);
    return index > 0 && (index >= BATCH_MAX || characters > CHARACTERS_MAX);
  });
  return end < 0 ? queue.length : end;
}

const charactersOf = ({ open, provider, municipality }: PreparedEvent['bytes']): number =>
  (open?.length ?? 0) + (provider?.length ?? 0) + (municipality?.length ?? 0);

/** What a caller hears of a failed commit: that its outcome is unknown, and why. */
function unknown(error: unknown): Error {
  if (error instanceof ClockRefused || error instanceof LedgerUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new LedgerUnavailable(`Not known to be stored: ${reason}`, { cause: error });
}

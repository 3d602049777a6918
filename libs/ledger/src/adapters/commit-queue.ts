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
/** A batch of fewer is not worth sending while another is on its way. */
const PART_MIN = 4;
/** Turns of the loop that may bring more before what waits is stored all the same. */
const TURNS_MAX = 8;

/**
 * Whatever is asked while a transaction is on its way to the disk becomes the next one: one sync for all, and no timer. One
 * transaction at a time, unless the engine takes more, one after another.
 */
export class CommitQueue {
  private queue: Waiting[] = [];
  private gathering = false;
  /** Batches on their way, and the appends in them. */
  private batches = 0;
  private sent = 0;
  private idle: (() => void)[] = [];

  constructor(
    private readonly commit: Commit,
    private readonly batchesMax = 1,
  ) {}

  append(stream: string, expected: 'none' | number, events: readonly PreparedEvent[]): Promise<AppendResult> {
    if (this.queue.length >= QUEUE_MAX) return Promise.reject(new LedgerUnavailable('Too many appends are waiting'));
    return new Promise((resolve, reject) => {
      this.queue.push({ stream, expected: expected === 'none' ? -1 : expected, events, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when everything asked so far is answered. */
  async drained(): Promise<void> {
    if (this.gathering || this.batches > 0)
      await new Promise<void>((resolve) => {
        this.idle.push(resolve);
      });
  }

  private schedule(): void {
    const enough = this.queue.length >= (this.batches === 0 ? 1 : PART_MIN);
    if (this.gathering || this.batches >= this.batchesMax || !enough) return;
    this.gathering = true;
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
    const batch = this.queue.splice(0, fitting(this.queue, this.part()));
    this.gathering = false;
    this.batches += 1;
    this.sent += batch.length;
    this.schedule();
    const answer = (results: readonly AppendResult[]): void => {
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
      this.answered(batch);
    };
    const fail = (error: unknown): void => {
      const told = unknown(error);
      for (const { reject } of batch) reject(told);
      this.answered(batch);
    };
    try {
      const results = this.commit(batch);
      if (results instanceof Promise) void results.then(answer, fail);
      else answer(results);
    } catch (error) {
      fail(error);
    }
  }

  /** An even part of all who wait, also for an answer: while the engine works at one part, the callers of the other prepare the next. */
  private part(): number {
    return Math.max(PART_MIN, Math.ceil((this.queue.length + this.sent) / this.batchesMax));
  }

  private answered(batch: readonly Asked[]): void {
    this.batches -= 1;
    this.sent -= batch.length;
    this.schedule();
    if (!this.gathering && this.batches === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}

/** How many go together: as many as are to, unless they are very many or very large. */
function fitting(queue: readonly Asked[], part: number): number {
  let characters = 0;
  const end = queue.findIndex(({ events }, index) => {
    for (const { bytes } of events) characters += charactersOf(bytes);
    return index > 0 && (index >= Math.min(part, BATCH_MAX) || characters > CHARACTERS_MAX);
  });
  return end < 0 ? queue.length : end;
}

/** How long an event's texts for its audiences are, together. */
export const charactersOf = ({ open, provider, municipality }: PreparedEvent['bytes']): number =>
  (open?.length ?? 0) + (provider?.length ?? 0) + (municipality?.length ?? 0);

/** What a caller hears of a failed commit: that its outcome is unknown, and why. */
function unknown(error: unknown): Error {
  if (error instanceof ClockRefused || error instanceof LedgerUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new LedgerUnavailable(`Not known to be stored: ${reason}`, { cause: error });
}

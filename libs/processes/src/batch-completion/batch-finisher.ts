import type { OnError, Timers } from '../ports.js';
import type { BatchOf } from './batches-to-finish.js';
import { completeBatch, type Completing } from './complete-batch.js';

export interface BatchFinisherOptions extends Completing {
  /** The batches of all municipalities in which something may be left to do, as their streams now are. */
  readonly toFinish: () => Promise<readonly BatchOf[]>;
  /** Cancels what nobody released in time. */
  readonly cancelStale: () => Promise<unknown>;
  readonly timers: Timers;
  readonly onError: OnError;
  readonly everyMs?: number;
}

/** Finishes what a crash left of batches: at start, and now and then in case another node crashed. */
export class BatchFinisher {
  private stopTicking: (() => void) | undefined;
  private round: Promise<void> | undefined;
  /** Batches carried through by this process, with the version they had: looked at again only when that changes. */
  private finished: ReadonlyMap<string, number> = new Map();

  constructor(private readonly options: BatchFinisherOptions) {}

  start(): void {
    this.stopTicking = this.options.timers.every(this.options.everyMs ?? 300_000, () => void this.runOnce());
    void this.runOnce();
  }

  async stop(): Promise<void> {
    this.stopTicking?.();
    await this.round;
  }

  /** All batches, once; what fails is reported and tried again next time. */
  runOnce(): Promise<void> {
    this.round ??= this.run().finally(() => (this.round = undefined));
    return this.round;
  }

  private async run(): Promise<void> {
    try {
      await this.options.cancelStale();
      const finished = new Map<string, number>();
      for (const found of await this.options.toFinish()) {
        const key = `${found.municipality} ${found.batch.batchId}`;
        if (this.finished.get(key) === found.batch.version || (await this.finish(found)))
          finished.set(key, found.batch.version);
      }
      this.finished = finished; // What no longer comes up need not be remembered.
    } catch (error) {
      this.options.onError(error);
    }
  }

  /** Whether it was carried through. */
  private async finish({ municipality, batch }: BatchOf): Promise<boolean> {
    try {
      await completeBatch(municipality, batch, this.options);
      return true;
    } catch (error) {
      this.options.onError(error);
      return false;
    }
  }
}

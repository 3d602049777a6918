import type { BatchState } from '@uitkomst/domain';
import type { OnError, Timers } from '../ports.js';
import { completeBatch, type CompleteBatchPorts } from './complete-batch.js';

export interface BatchFinisherOptions extends CompleteBatchPorts {
  /** The released batches of all municipalities, as their streams now are. */
  readonly released: () => Promise<readonly { readonly municipality: string; readonly batch: BatchState }[]>;
  readonly timers: Timers;
  readonly onError: OnError;
  readonly everyMs?: number;
}

/** Finishes what a crash left of released batches: at start, and now and then in case another node crashed. */
export class BatchFinisher {
  private stopTicking: (() => void) | undefined;
  private round: Promise<void> | undefined;
  /** Batches carried through by this process, with how many lines were open then: looked at again only when that changes. */
  private readonly finished = new Map<string, number>();

  constructor(private readonly options: BatchFinisherOptions) {}

  start(): void {
    this.stopTicking = this.options.timers.every(this.options.everyMs ?? 300_000, () => void this.runOnce());
    void this.runOnce();
  }

  async stop(): Promise<void> {
    this.stopTicking?.();
    await this.round;
  }

  /** All released batches, once; what fails is reported and tried again next time. */
  runOnce(): Promise<void> {
    this.round ??= this.run().finally(() => (this.round = undefined));
    return this.round;
  }

  private async run(): Promise<void> {
    try {
      for (const { municipality, batch } of await this.options.released()) await this.finish(municipality, batch);
    } catch (error) {
      this.options.onError(error);
    }
  }

  private async finish(municipality: string, batch: BatchState): Promise<void> {
    const key = `${municipality} ${batch.batchId}`;
    const open = batch.lines.filter(({ state }) => state === 'OPEN').length;
    if (this.finished.get(key) === open) return;
    try {
      const outcomes = await completeBatch(municipality, batch, this.options);
      this.finished.set(key, open - outcomes.filter(({ dropped }) => dropped !== undefined).length);
    } catch (error) {
      this.options.onError(error);
    }
  }
}

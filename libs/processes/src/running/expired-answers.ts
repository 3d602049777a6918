import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@uitkomst/ledger';
import type { IdempotencyTable } from '@uitkomst/projections';
import type { OnError, Timers } from '../ports.js';

export interface ExpiredAnswersOptions {
  readonly keys: Pick<IdempotencyTable, 'forgetExpired'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly timers: Timers;
  readonly onError: OnError;
}

/** An answer is kept for days: what an hour more or less leaves is little. */
const EVERY_MS = 3_600_000;

/** Lets go of earlier answers whose term is over. Later a retry is looked up in the ledger; without this they would be kept for ever. */
export class ExpiredAnswers {
  private going: Promise<void> = Promise.resolve();
  private stopTicking: (() => void) | undefined;
  private stopped = false;

  constructor(private readonly options: ExpiredAnswersOptions) {}

  start(): void {
    this.stopTicking = this.options.timers.every(EVERY_MS, () => this.tick());
    this.tick();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.stopTicking?.();
    await this.going;
  }

  private tick(): void {
    this.going = this.going.then(() => this.forget()).catch(this.options.onError);
  }

  /** A part at a time, so that requests come in between. */
  private async forget(): Promise<void> {
    const { keys, clock } = this.options;
    while (!this.stopped && (await keys.forgetExpired(clock.now())) > 0) await setImmediate();
  }
}

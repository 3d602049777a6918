import { EventEmitter, once } from 'node:events';
import type { Clock } from '../../clock.js';
import type { LedgerTime } from '../ledger-time.js';

interface Wave {
  readonly recordedAt: string;
  readonly began: number;
  readonly over: EventEmitter;
  sailing: number;
}

/** So long appends may still join those under way. The instant of what joins last is so much too early, at most. */
const JOINING_MS = 25;

/**
 * Gives appends their instant on an engine that orders them itself. Those under way at one time have one and the same instant, and
 * a later instant is given only when all of them have come in: so in what this process writes `recordedAt` never goes back, in
 * whatever order the server takes it.
 */
export class Stamps {
  private wave: Wave | undefined;

  constructor(
    private readonly time: LedgerTime,
    private readonly clock: Clock,
  ) {}

  /** Appends with the instant that holds now. Throws ClockRefused. */
  async sail<T>(append: (recordedAt: string) => Promise<T>): Promise<T> {
    const wave = await this.boarded();
    try {
      return await append(wave.recordedAt);
    } finally {
      wave.sailing -= 1;
      if (wave.sailing === 0) {
        this.wave = undefined;
        wave.over.emit('over');
      }
    }
  }

  private async boarded(): Promise<Wave> {
    for (;;) {
      const recordedAt = this.time.stamp();
      const wave = (this.wave ??= {
        recordedAt,
        began: this.clock.elapsed(),
        over: new EventEmitter().setMaxListeners(0),
        sailing: 0,
      });
      if (wave.recordedAt === recordedAt || this.clock.elapsed() - wave.began < JOINING_MS) {
        wave.sailing += 1;
        return wave;
      }
      await once(wave.over, 'over');
    }
  }
}

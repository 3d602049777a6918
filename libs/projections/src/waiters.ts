import type { Position } from '@uitkomst/ledger';

interface Waiter {
  readonly position: Position;
  readonly wake: (reached: boolean) => void;
}

/** Who waits until readers see a position. */
export class Waiters {
  private readonly all = new Set<Waiter>();

  /** True once the position is reached; false when that took longer, or will not happen any more. */
  wait(position: Position, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = (reached: boolean): void => {
        clearTimeout(timer);
        this.all.delete(waiter);
        resolve(reached);
      };
      const waiter: Waiter = { position, wake };
      const timer = setTimeout(() => wake(false), timeoutMs);
      this.all.add(waiter);
    });
  }

  reached(position: Position): void {
    for (const waiter of this.all) if (position >= waiter.position) waiter.wake(true);
  }

  giveUp(): void {
    for (const { wake } of this.all) wake(false);
  }
}

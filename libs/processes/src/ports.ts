import type { ClientFile, Day } from '@uitkomst/domain';
import type { ClientFileTask, TransactResult } from '@uitkomst/ledger';

/** How processes write: `ClientFiles.handle` and nothing else. */
export type SendToFile = (task: ClientFileTask) => Promise<TransactResult<ClientFile>>;

/** The calendar in Amsterdam, as the shell's clock shows it. */
export type Today = () => Day;

/** Waiting that can be broken off; in tests the time is pushed by hand. */
export interface Timers {
  /** Calls back every so many milliseconds, until the returned function is called. */
  every(milliseconds: number, tick: () => void): () => void;
}

/** The machine's own timers; they never keep the process alive. */
export const systemTimers: Timers = {
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};

/** Told of what went wrong; a process goes on with the rest. */
export type OnError = (error: unknown) => void;

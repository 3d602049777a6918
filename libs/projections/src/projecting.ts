import type { Position } from '@uitkomst/ledger';

/** What keeps a read store up with the ledger, wherever it runs: beside the requests, or in a thread of its own. */
export interface Projecting {
  /** Resolves once the tables are there to be read; what they lack of the ledger comes after. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Events recorded but not yet to be read. */
  lag(): Promise<number>;
  /** Resolves once what readers see includes this position; false when it took longer. */
  waitUntil(position: Position, timeoutMs: number): Promise<boolean>;
}

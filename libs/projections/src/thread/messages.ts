import type { MessagePort } from 'node:worker_threads';
import type { Position } from '@uitkomst/ledger';

/** What the thread needs to open its own connections: nothing but addresses passes between threads. */
export interface ThreadData {
  readonly ledgerUrl: string;
  readonly readsUrl: string;
}

export type ToThread =
  /** Something was recorded. */
  | { readonly kind: 'recorded' }
  | { readonly kind: 'lag'; readonly asked: number }
  /** The line on which rows are written, as asked for. */
  | { readonly kind: 'rows'; readonly line: MessagePort }
  | { readonly kind: 'stop' };

export type FromThread =
  | { readonly kind: 'started' }
  /** Readers see everything up to here. */
  | { readonly kind: 'reached'; readonly position: Position }
  | { readonly kind: 'lag'; readonly asked: number; readonly events: number }
  /** Has many rows to write, and may not begin a thread that would end with it. */
  | { readonly kind: 'rows' }
  /** An attempt failed; it is made again. */
  | { readonly kind: 'failed'; readonly error: unknown };

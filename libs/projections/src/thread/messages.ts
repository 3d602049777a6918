import type { Position } from '@uitkomst/ledger';

/** What the thread needs to open its own connections: nothing but addresses passes between threads. */
export interface ThreadData {
  readonly ledgerUrl: string;
  readonly readsUrl: string;
}

export type ToThread =
  /** Something was recorded. */
  { readonly kind: 'recorded' } | { readonly kind: 'lag'; readonly asked: number } | { readonly kind: 'stop' };

export type FromThread =
  | { readonly kind: 'started' }
  /** Readers see everything up to here. */
  | { readonly kind: 'reached'; readonly position: Position }
  | { readonly kind: 'lag'; readonly asked: number; readonly events: number }
  /** An attempt failed; it is made again. */
  | { readonly kind: 'failed'; readonly error: unknown };

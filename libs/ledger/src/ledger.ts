import type { Actor, Recorded } from '@uitkomst/domain';

/** Place in the global order; opaque, but comparable: a later event has a greater one. */
export type Position = number & { readonly [position]: true };
declare const position: unique symbol;

/** Before the first event. */
export const START = -1 as Position;

/** What a caller asks to have recorded. Ids are UUIDv7, made once per attempt of the caller: a retried append carries the same ids. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly payload: unknown;
  readonly actor: Actor;
  readonly commandId: string;
  readonly commandHash: string;
}

/** An event as stored: what was hashed is what is kept (rulings §4.1). */
export interface StoredBytes {
  /** Canonical JSON of {digests, header}: the input of the leaf hash. */
  readonly leaf: string;
  /** Canonical JSON of each audience's part, and of the actor. */
  readonly open?: string;
  readonly provider?: string;
  readonly municipality?: string;
  readonly actor: string;
  /** 16 random bytes, hexadecimal. */
  readonly salt: string;
}

/** An event as a store keeps it, whatever its engine. */
export interface StoredEvent {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly bytes: StoredBytes;
  /** SHA-256(0x00 ‖ leaf), hexadecimal. */
  readonly leafHash: string;
}

/**
 * An event as the ledger gives it back. `payload`, `actor` and the command are parsed when first asked for, and the payload is brought
 * to its newest version then; a copy by spreading lacks them (`plain` copies what deciders see).
 */
export interface RecordedEvent extends Recorded, StoredEvent {}

export type AppendResult =
  | {
      readonly ok: true;
      readonly events: readonly RecordedEvent[];
      readonly position: Position;
      readonly revision: number;
      readonly duplicate: boolean;
    }
  | { readonly ok: false; readonly conflict: { readonly actual: number } }
  | { readonly ok: false; readonly idempotencyMismatch: { readonly eventId: string } };

/** The outcome is unknown: nothing was acknowledged, and asking again with the same ids is safe. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
}

/** The clock ran away from the ledger's own time by more than five minutes; nothing is recorded until it is mended (rulings §4.3). */
export class ClockRefused extends Error {
  override readonly name = 'ClockRefused';
}

/** What was to be restored does not fit what is here, or is not what was hashed; nothing of it was stored. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

export interface ReadOptions {
  /** First revision to give; default 0 (backwards: the last). */
  readonly from?: number;
  readonly backwards?: boolean;
  readonly max?: number;
}

export interface ReadAllOptions {
  /** Exclusive. */
  readonly after?: Position;
  /** Inclusive. */
  readonly until?: Position;
  readonly max?: number;
  /** Only events of streams whose name begins with one of these. */
  readonly prefixes?: readonly string[];
}

export interface Subscription {
  close(): Promise<void>;
  /** Events stored but not yet handled. */
  lag(): Promise<number>;
}

/** The one port to a ledger. There is no "any revision", on purpose: two providers racing for one outflow is why this exists. */
export interface Ledger {
  append(stream: string, expected: 'none' | number, events: readonly NewEvent[]): Promise<AppendResult>;
  /**
   * Copies in what another ledger stored, byte for byte and in its order: all of it or, with {@link RestoreRefused}, nothing. Each
   * event must be the next of its stream; what is here already with the same bytes is passed over, so that it may be asked again.
   * Positions are this ledger's own.
   */
  restore(events: readonly StoredEvent[]): Promise<void>;
  readStream(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;
  /** In global order, never skipping. */
  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;
  subscribe(options: {
    readonly after: Position;
    readonly handler: (batch: readonly RecordedEvent[]) => Promise<void>;
    readonly onError?: (error: unknown) => void;
    /** How many events are handed over at once, at most: more make a long way shorter, and a failed batch longer. */
    readonly max?: number;
  }): Subscription;
  /** Position of the last event, START when there is none. */
  head(): Promise<Position>;
  /**
   * Where positions cannot be computed with, or recordedAt may go back a moment where several processes stamp it: the engine's own
   * way to find the last position up to which nothing was recorded after an instant (milliseconds since 1970).
   */
  knownAsOf?(instant: number): Promise<Position>;
  /** Where the engine keeps a key of the stream beside its name: events that it would look for under another stream than they name. */
  misfiled?(): Promise<readonly StoredEvent[]>;
  close(): Promise<void>;
}

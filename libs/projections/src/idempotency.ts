import type { EventPlace } from './belonging/newest-seen.js';

/** One request as its sender names it: the organisation and its Idempotency-Key. */
export interface RequestKey {
  readonly organisation: string;
  readonly key: string;
}

/** What was answered, so that the same request gets the same answer. */
export interface Answer {
  readonly status: number;
  /** The roles of who asked, without which nobody gets the answer; an answer kept by an earlier program has none. */
  readonly roles?: readonly string[];
  /** It rests on nothing later: a ledger without this event never gave it. An answer of an earlier program names none. */
  readonly restsOn?: EventPlace;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text, byte for byte. */
  readonly body?: string;
}

export type Begun =
  /** Nobody asked this before (or it was abandoned or has expired): go on, then finish or abandon. */
  | { readonly state: 'NEW' }
  /**
   * The same request is being handled now: 409. Where another process may do so, `restMs` says after how long it counts as left by one
   * that died: nobody can tell such a process from one whose connection broke, so that its time has to pass.
   */
  | { readonly state: 'RUNNING'; readonly restMs?: number }
  /** The key was used for another request: 422. */
  | { readonly state: 'OTHER_BODY' }
  | { readonly state: 'DONE'; readonly answer: Answer };

/** So many are forgotten at once: requests wait meanwhile. */
export const FORGOTTEN_MAX = 1_000;

/**
 * Who asked what under which key (rulings §3.2). It only makes answers quick and equal: the truth is the commandId on the stream,
 * so a lost or abandoned row never lets a command count twice.
 */
export interface IdempotencyTable {
  begin(
    request: RequestKey & { readonly fingerprint: string; readonly nowMs: number; readonly keepMs: number },
  ): Promise<Begun>;
  finish(request: RequestKey, answer: Answer): Promise<void>;
  /** The outcome is unknown or nothing was recorded: the key may be used again for the same request. */
  abandon(request: RequestKey): Promise<void>;
  /** What was answered counts as never given: the next who asks is the first. */
  forget(request: RequestKey): Promise<void>;
  /** Forgets of what has expired the next part, {@link FORGOTTEN_MAX} at most. Gives how many these were. */
  forgetExpired(nowMs: number): Promise<number>;
}

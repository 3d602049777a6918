/** Where one answer belongs in the trace of a request (W3C Trace Context): hexadecimal, 16 and 8 bytes. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
}

/** Who looked or asked: a stable subject id, never a name. */
export interface Asker {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly organisation: string;
}

/**
 * A look at one person's data (verwerking, Logboek Dataverwerkingen): who saw which client's file in which operation. The person is
 * named by pseudonym only.
 */
export interface Look extends Span {
  readonly municipality: string;
  readonly personRef: string;
  /** Name of the operation, as in the API document. */
  readonly operation: string;
  /** `Error` for faults of our own only; what was refused is an authorisation record. */
  readonly status: 'Ok' | 'Error';
  readonly startedAt: string;
  readonly endedAt: string;
  readonly asker: Asker;
}

/** An authorisation decision (autorisatiebesluit): who asked for what, by which rules, and whether it was allowed. */
export interface Judgement extends Span {
  readonly municipality: string;
  readonly operation: string;
  /** What it was asked of: a claim, a file, a batch; empty where nothing was named. */
  readonly resource: string;
  readonly allowed: boolean;
  /** Reason code of a refusal. */
  readonly code?: string;
  /** Names the tables of roles that decided. */
  readonly policyVersion: string;
  readonly decidedAt: string;
  readonly asker: Asker;
}

/** Which traces: of a municipality, of one person, within a time (from inclusive, until exclusive). */
export interface TracesAsked {
  readonly municipality: string;
  readonly personRef?: string;
  readonly fromAt?: string;
  readonly untilAt?: string;
}

/** Some of them, the newest first. */
export interface TraceQuestion extends TracesAsked {
  readonly limit: number;
  readonly offset: number;
}

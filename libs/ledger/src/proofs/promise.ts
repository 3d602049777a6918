/** What the log promises on the spot: this event has this leaf, which will be sealed before a moment. */
export interface SealPromise {
  readonly origin: string;
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  /** Hexadecimal. */
  readonly leafHash: string;
  /** By then a proof of inclusion is there to be asked for. */
  readonly sealedBefore: string;
}

/**
 * The text that is signed. Its first line is no origin of a log, so that a promise never passes for a checkpoint. It names the event,
 * so that who holds it shows what was recorded and when without the leaf, whose revision would tell how many others acted.
 */
export const promiseText = ({ origin, eventId, type, recordedAt, leafHash, sealedBefore }: SealPromise): string =>
  `${origin}/promise\n${eventId}\n${type}\n${recordedAt}\n${leafHash}\n${sealedBefore}\n`;

/** What the log says of another claim: this tag belongs to this leaf, recorded on this day. */
export interface OtherClaim {
  readonly origin: string;
  readonly tag: string;
  readonly leafHash: string;
  readonly recordedOn: string;
}

/** The text that is signed; no checkpoint and no promise begins like it. */
export const otherClaimText = ({ origin, tag, leafHash, recordedOn }: OtherClaim): string =>
  `${origin}/other-claim\n${tag}\n${leafHash}\n${recordedOn}\n`;

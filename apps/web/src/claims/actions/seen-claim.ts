import { useState } from 'react';
import type { Schema } from '../../shell/api/client.js';

export interface SeenClaim {
  readonly claim: Schema<'Claim'>;
  readonly etag: string;
}

interface Looked {
  /** What the dialog shows, and what is decided on: not what changed meanwhile. */
  readonly seen: SeenClaim;
  /** Something changed since the dialog was opened. */
  readonly overtaken: boolean;
  readonly lookAgain: () => void;
}

/** Holds what somebody is deciding on, so that nobody approves something that changed under their eyes. */
export function useSeenClaim(current: SeenClaim): Looked {
  const [seen, setSeen] = useState(current);
  const overtaken = seen.etag !== current.etag || seen.claim.decisionHash !== current.claim.decisionHash;
  return { seen, overtaken, lookAgain: () => setSeen(current) };
}

import { statSync } from 'node:fs';
import type { Clock } from '../clock.js';
import { LedgerUnavailable } from '../ledger.js';

const LOOK_MS = 1_000;

/**
 * Throws where the path no longer leads to the file that was opened: one that was deleted takes what is written as before, and gives
 * it to nobody. Looks at most once a second.
 */
export function sameFile(path: string, clock: Clock): () => void {
  const opened = statSync(path);
  let lookedAt = clock.elapsed();
  return () => {
    const now = clock.elapsed();
    if (now - lookedAt < LOOK_MS) return;
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.dev !== opened.dev || found.ino !== opened.ino)
      throw new LedgerUnavailable(`The ledger at ${path} was taken away or put back while it was open`);
    lookedAt = now;
  };
}

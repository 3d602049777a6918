import { verifyBytes } from '../codec/verify-bytes.js';
import { RestoreRefused, type StoredEvent } from '../ledger.js';

/** What a ledger holds already of the streams that are copied in. */
export interface Held {
  /** -1 where the stream is new. */
  lastRevision(stream: string): number;
  at(stream: string, revision: number): StoredEvent | undefined;
}

/**
 * Those of the events that are still to be stored, in their order. Throws {@link RestoreRefused} naming the first that is not what
 * was hashed, is not the next of its stream, or stands here with other bytes.
 */
export function restorable(events: readonly StoredEvent[], held: Held): readonly StoredEvent[] {
  const revisions = new Map<string, number>();
  return events.filter((event) => {
    const { stream, revision } = event;
    const name = `${stream} revision ${revision} (${event.id})`;
    const faults = verifyBytes(event);
    if (faults.length > 0) throw new RestoreRefused(`${name} is not what was hashed: ${faults.join(', ')}`);
    const last = revisions.get(stream) ?? held.lastRevision(stream);
    if (revision <= last) {
      if (held.at(stream, revision)?.leafHash !== event.leafHash)
        throw new RestoreRefused(`${name} stands here with other bytes`);
      return false;
    }
    if (revision !== last + 1) throw new RestoreRefused(`${name} does not follow revision ${last}`);
    revisions.set(stream, revision);
    return true;
  });
}

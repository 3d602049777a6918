import { SEAL_STREAM, type Ledger, type RecordedEvent } from '@uitkomst/ledger';

/** One event of one ledger: another ledger, or one that went another way, holds another at its place. */
export type EventPlace = Pick<RecordedEvent, 'stream' | 'revision' | 'leafHash'>;

/**
 * The newest event this process recorded or read on a stream: whatever it answers rests on nothing later. Seals tell of no answer, and
 * an engine may keep them out of the order of the ledger.
 */
export class NewestSeen {
  /** The same ledger; what passes through it is seen. */
  readonly ledger: Ledger;
  private newest: RecordedEvent | undefined;

  constructor(ledger: Ledger) {
    this.ledger = this.watched(ledger);
  }

  place(): EventPlace | undefined {
    if (this.newest === undefined) return undefined;
    const { stream, revision, leafHash } = this.newest;
    return { stream, revision, leafHash };
  }

  private watched(ledger: Ledger): Ledger {
    const see = (event: RecordedEvent): RecordedEvent => this.see(event);
    return {
      append: async (stream, expected, events) => {
        const result = await ledger.append(stream, expected, events);
        if (result.ok) result.events.forEach(see);
        return result;
      },
      readStream: async function* (stream, options) {
        for await (const event of ledger.readStream(stream, options)) yield see(event);
      },
      readAll: (options) => ledger.readAll(options),
      restore: (events) => ledger.restore(events),
      subscribe: (options) => ledger.subscribe(options),
      head: () => ledger.head(),
      close: () => ledger.close(),
      ...(ledger.knownAsOf && { knownAsOf: ledger.knownAsOf.bind(ledger) }),
      ...(ledger.misfiled && { misfiled: ledger.misfiled.bind(ledger) }),
    };
  }

  private see(event: RecordedEvent): RecordedEvent {
    const later = this.newest === undefined || event.position > this.newest.position;
    if (later && event.stream !== SEAL_STREAM) this.newest = event;
    return event;
  }
}

/** Whether a ledger holds this very event: one put back from an earlier backup may not, or may have gone another way since. */
export async function holds(ledger: Ledger, { stream, revision, leafHash }: EventPlace): Promise<boolean> {
  for await (const event of ledger.readStream(stream, { from: revision, max: 1 })) return event.leafHash === leafHash;
  return false;
}

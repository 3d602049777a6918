import { isSeal, type Ledger, SEAL_STREAM, type StoredEvent } from '@uitkomst/ledger';
import { nameOf } from './check-events.js';
import type { Findings } from './finding.js';
import type { Source } from './source.js';

/** A ledger as its engine gives it. On engines that number all events one after another, a number that is left out is a missing event. */
export async function ledgerSource(ledger: Ledger, { dense }: { readonly dense: boolean }): Promise<Source> {
  // The seals first: whatever they cover is then at or before the head.
  const seals = await gathered(ledger.readStream(SEAL_STREAM));
  const until = await ledger.head();
  return {
    about: until + 1,
    async *pieces(findings: Findings) {
      const places = new Places(dense, findings);
      for await (const event of ledger.readAll({ until })) {
        places.look(event);
        if (!isSeal(event)) yield event;
        else if (event.stream !== SEAL_STREAM)
          findings.add({
            kind: 'CHANGED',
            event: event.id,
            place: nameOf(event),
            what: 'is a seal on a stream that has none',
          });
      }
      places.end();
      for (const event of (await ledger.misfiled?.()) ?? [])
        findings.add({
          kind: 'CHANGED',
          event: event.id,
          place: nameOf(event),
          what: 'is kept under the key of another stream',
        });
    },
    async *leaves() {
      for await (const event of ledger.readAll({ until })) if (!isSeal(event)) yield event;
    },
    seals: () => Promise.resolve(seals),
    kept: () => undefined,
    lost: () => false,
  };
}

/** Looks at what only the engine's own order shows: numbers left out, and seals that do not stand where they were signed. */
class Places {
  private expected = 0;
  private leaves = 0;
  private missing = false;
  /** Seals that stand before what they cover. */
  private readonly early: StoredEvent[] = [];
  /** When the last event was recorded, and how many leaves there were before it. */
  private newest: { readonly event: StoredEvent; readonly index: number } | undefined;

  constructor(
    private readonly dense: boolean,
    private readonly findings: Findings,
  ) {}

  look(event: StoredEvent): void {
    const { position } = event;
    if (this.dense && position !== this.expected) {
      this.missing = true;
      const what = `no event stands between ${this.expected} and ${position}, where there was one`;
      this.findings.add({ kind: 'SMALLER', place: `position ${this.expected}`, what });
    }
    this.expected = position + 1;
    if (isSeal(event)) return this.lookAtSeal(event);
    if (this.newest === undefined || event.recordedAt > this.newest.event.recordedAt)
      this.newest = { event, index: this.leaves };
    this.leaves += 1;
  }

  /** Where leaves are missing, that is what is told, and not that seals stand too early. */
  end(): void {
    if (this.missing) return;
    for (const seal of this.early.filter((one) => sizeOf(one) <= this.leaves))
      this.tell(seal, `is over ${sizeOf(seal)} events, but stands before the last of them`);
  }

  /** It stands after all it covers, and before what was recorded after it. */
  private lookAtSeal(seal: StoredEvent): void {
    const { newest } = this;
    if (sizeOf(seal) > this.leaves) this.early.push(seal);
    else if (newest !== undefined && newest.index >= sizeOf(seal) && newest.event.recordedAt > seal.recordedAt)
      this.tell(seal, `stands after ${nameOf(newest.event)}, which was recorded later`);
  }

  private tell(seal: StoredEvent, what: string): void {
    this.findings.add({ kind: 'ORDER', event: seal.id, place: nameOf(seal), what });
  }
}

function sizeOf({ bytes }: StoredEvent): number {
  const size = /"size":(\d+)/.exec(bytes.open ?? '')?.[1];
  return size === undefined ? 0 : Number(size);
}

async function gathered(events: AsyncIterable<StoredEvent>): Promise<readonly StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}

import { isIntact, type Leaf, type StoredEvent, streamTag, tagIfNamed, verifyBytes } from '@uitkomst/ledger';
import type { Finding, Findings } from './finding.js';
import type { SoundTile } from './source.js';

/** An event that is not what was hashed, with what its leaf says of itself. */
interface Suspect {
  readonly event: StoredEvent;
  readonly faults: readonly string[];
  readonly header: Partial<Leaf['header']>;
}

const GAPS_MAX = 1_000;

/**
 * Looks at each event by itself and at its place in its stream. What is wrong is told at the end, when it is known whether an event
 * was changed, is a copy of another, or changed places with it.
 */
export class EventCheck {
  private readonly next = new Map<string, number>();
  /** Places in a stream that were passed over, with the event at which that was seen. */
  private readonly gaps = new Map<
    string,
    { readonly stream: string; readonly revision: number; readonly seenAt: StoredEvent }
  >();
  private readonly suspects: Suspect[] = [];
  private readonly misplaced: Finding[] = [];

  /** Whether the event is what was hashed. */
  look(event: StoredEvent): boolean {
    const faults = isIntact(event) ? [] : verifyBytes(event);
    if (faults.length === 0) {
      this.place(event, event.revision);
      return true;
    }
    const header = headerOf(event);
    this.suspects.push({ event, faults, header });
    // A changed revision does not move the event: its leaf still knows its place.
    if (header.id === event.id && header.stream === tagIfNamed(event.stream))
      this.place(event, header.revision ?? event.revision);
    return false;
  }

  /** Whether events that are intact each stand at the next place of their stream. If not, nothing is taken of them. */
  follows({ streams, revisions }: SoundTile): boolean {
    for (const [index, stream] of streams.entries()) {
      const revision = revisions[index] ?? -1;
      if ((this.next.get(stream) ?? 0) !== revision) {
        for (let taken = index - 1; taken >= 0; taken -= 1) this.next.set(streams[taken] ?? '', revisions[taken] ?? 0);
        return false;
      }
      this.next.set(stream, revision + 1);
    }
    return true;
  }

  /** What was found. `ids` says which of some ids stand on an event of the ledger that is intact. */
  async tell(findings: Findings, ids: (wanted: ReadonlySet<string>) => Promise<ReadonlySet<string>>): Promise<void> {
    for (const finding of this.misplaced) findings.add(finding);
    const alien = this.suspects.filter(({ event, header }) => header.id !== undefined && header.id !== event.id);
    const wanted = new Set(alien.flatMap(({ header }) => header.id ?? []));
    const elsewhere = wanted.size === 0 ? wanted : await ids(wanted);
    for (const suspect of this.suspects) findings.add(explained(suspect, alien, elsewhere));
    for (const { stream, revision, seenAt } of this.gaps.values()) {
      // It is there under a name that was changed.
      if (this.suspects.some(({ header }) => header.revision === revision && header.stream === streamTag(stream)))
        continue;
      const place = `${stream} revision ${revision}`;
      findings.add({ kind: 'SMALLER', place, what: `is missing before ${nameOf(seenAt)}` });
    }
  }

  private place(event: StoredEvent, revision: number): void {
    const { stream, id } = event;
    const place = `${stream} revision ${revision}`;
    const expected = this.next.get(stream) ?? 0;
    if (revision >= expected) {
      for (let missing = Math.max(expected, revision - GAPS_MAX); missing < revision; missing += 1)
        this.gaps.set(`${stream} revision ${missing}`, { stream, revision: missing, seenAt: event });
      this.next.set(stream, revision + 1);
      return;
    }
    const gap = this.gaps.get(place);
    this.gaps.delete(place);
    this.misplaced.push(
      gap === undefined
        ? { kind: 'INSERTED', event: id, place, what: 'stands a second time' }
        : { kind: 'ORDER', event: id, place, what: `stands after ${nameOf(gap.seenAt)}` },
    );
  }
}

function explained(
  { event, faults, header }: Suspect,
  alien: readonly Suspect[],
  elsewhere: ReadonlySet<string>,
): Finding {
  const place = nameOf(event);
  const other = alien.find((one) => one.header.id === event.id && one.event.id === header.id);
  if (other !== undefined)
    return { kind: 'ORDER', event: event.id, place, what: `changed places with ${nameOf(other.event)}` };
  if (header.id !== undefined && elsewhere.has(header.id) && faults.length > 1)
    return { kind: 'INSERTED', event: event.id, place, what: `is a copy of event ${header.id}` };
  return { kind: 'CHANGED', event: event.id, place, what: `is not what was hashed: ${faults.join(', ')}` };
}

export const nameOf = ({ stream, revision }: StoredEvent): string => `${stream} revision ${revision}`;

function headerOf({ bytes }: StoredEvent): Partial<Leaf['header']> {
  try {
    return (JSON.parse(bytes.leaf) as Partial<Leaf>).header ?? {};
  } catch {
    return {};
  }
}

const IDS_MAX = 200_000;
/** So many ids before an expectation are looked at: nobody asks again after so much else was recorded in the stream. */
export const LOOKED_BACK = 1_000;

interface Known {
  /** Revision of the first id. */
  first: number;
  readonly ids: string[];
}

/**
 * The ids of events this process has read or written, of as many streams as fit and of each its last: on this engine an id is looked
 * for in its own stream only, and only where the expectation is the original one.
 */
export class KnownIds {
  private readonly streams = new Map<string, Known>();
  private readonly streamOf = new Map<string, string>();

  constructor(private readonly max: number = IDS_MAX) {}

  /** Takes in an event; one that does not follow what is known of its stream is passed over. */
  learn({ stream, revision, id }: { readonly stream: string; readonly revision: number; readonly id: string }): void {
    const known = this.streams.get(stream) ?? { first: revision, ids: [] };
    if (revision !== known.first + known.ids.length) return;
    known.ids.push(id);
    this.streamOf.set(id, stream);
    if (known.ids.length > 2 * LOOKED_BACK) {
      for (const old of known.ids.splice(0, LOOKED_BACK)) this.streamOf.delete(old);
      known.first += LOOKED_BACK;
    }
    this.streams.delete(stream); // It is the last used now, and the last to go.
    this.streams.set(stream, known);
    if (this.streamOf.size > this.max) this.forgetOldest();
  }

  /** Which revisions of a stream are known, without a gap; undefined when none is. */
  range(stream: string): { readonly first: number; readonly last: number } | undefined {
    const known = this.streams.get(stream);
    return known && { first: known.first, last: known.first + known.ids.length - 1 };
  }

  /** Where an id stands in a stream, as far as known. */
  revisionOf(stream: string, id: string): number | undefined {
    const known = this.streamOf.get(id) === stream ? this.streams.get(stream) : undefined;
    return known && known.first + known.ids.lastIndexOf(id);
  }

  /** The stream an id is known to stand in. */
  ownerOf(id: string): string | undefined {
    return this.streamOf.get(id);
  }

  forget(stream: string): void {
    for (const id of this.streams.get(stream)?.ids ?? []) this.streamOf.delete(id);
    this.streams.delete(stream);
  }

  private forgetOldest(): void {
    const [oldest] = this.streams.keys();
    if (oldest !== undefined) this.forget(oldest);
  }
}

const IDS_MAX = 200_000;

/**
 * The ids of events this process has read or written, for as many streams as fit: on this engine an id is looked for in its own
 * stream only, and only where the expectation is the original one.
 */
export class KnownIds {
  /** By stream, ids in the order of their revisions from 0 on, without a gap. */
  private readonly streams = new Map<string, string[]>();
  private readonly streamOf = new Map<string, string>();

  /** Takes in an event; one that does not follow what is known of its stream is passed over. */
  learn({ stream, revision, id }: { readonly stream: string; readonly revision: number; readonly id: string }): void {
    const ids = this.streams.get(stream) ?? [];
    if (revision !== ids.length) return;
    ids.push(id);
    this.streams.delete(stream); // It is the last used now, and the last to go.
    this.streams.set(stream, ids);
    this.streamOf.set(id, stream);
    if (this.streamOf.size > IDS_MAX) this.forgetOldest();
  }

  /** Last revision up to which every id of a stream is known, -1 when none is. */
  through(stream: string): number {
    return (this.streams.get(stream)?.length ?? 0) - 1;
  }

  /** Where an id stands in a stream, as far as known. */
  revisionOf(stream: string, id: string): number | undefined {
    if (this.streamOf.get(id) !== stream) return undefined;
    const revision = this.streams.get(stream)?.lastIndexOf(id) ?? -1;
    return revision < 0 ? undefined : revision;
  }

  /** The stream an id is known to stand in. */
  ownerOf(id: string): string | undefined {
    return this.streamOf.get(id);
  }

  private forgetOldest(): void {
    const [oldest] = this.streams;
    if (oldest === undefined) return;
    for (const id of oldest[1]) this.streamOf.delete(id);
    this.streams.delete(oldest[0]);
  }
}

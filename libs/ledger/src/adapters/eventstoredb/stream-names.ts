/** Seals stand beside the order they seal, not in it. */
const SEALS = 'seal-';

/**
 * How this ledger's streams are called on a server it shares. The filter of a subscription is one prefix, which never changes: the
 * server's own streams, other ledgers and our seals begin otherwise.
 */
export class StreamNames {
  readonly filter: string;

  constructor(private readonly ledger: string) {
    this.filter = `${ledger}.`;
  }

  outward(stream: string): string {
    return stream.startsWith(SEALS) ? `${this.ledger}!${stream}` : this.filter + stream;
  }

  /** Undefined for what does not belong to the global order. */
  inward(stream: string): string | undefined {
    return stream.startsWith(this.filter) ? stream.slice(this.filter.length) : undefined;
  }
}

import { evolveTerms, noTerms, type Recorded, type Terms, type TermsKind } from '@uitkomst/domain';
import { START, type Ledger, type Position, type RecordedEvent, type Subscription } from './ledger.js';
import { plain } from './transact.js';

const KINDS: readonly TermsKind[] = ['contract', 'definition', 'provider', 'source', 'rules'];
const PREFIXES = KINDS.map((kind) => `${kind}-`);
const TERMS_STREAM = new RegExp(`^(?:${KINDS.join('|')})-(\\d{4})(?:-|$)`);

/** The municipality whose terms a stream holds; undefined for all other streams. */
export const municipalityOfTerms = (stream: string): string | undefined => TERMS_STREAM.exec(stream)?.[1];

/** How far a stream of terms had come. */
export interface TermsRevision {
  readonly stream: string;
  readonly revision: number;
}

/** Terms of a municipality changed: claims that rest on them must be looked at again. */
export type TermsListener = (change: {
  readonly municipality: string;
  readonly stream: string;
  readonly terms: Terms;
}) => void;

/**
 * The terms of every municipality, folded in memory from their small streams and kept up to date by following the ledger. They are
 * at most a moment behind; who must not rely on that moment refreshes first.
 */
export class TermsBook {
  private readonly books = new Map<string, Terms>();
  private readonly listeners = new Set<TermsListener>();
  private position: Position = START;
  private subscription: Subscription | undefined;

  private constructor(private readonly ledger: Ledger) {}

  /** Reads all terms there are; follows what comes after, unless told not to (`follow: false`, for a command that ends). */
  static async open(
    ledger: Ledger,
    { follow = true, onError }: { readonly follow?: boolean; readonly onError?: (error: unknown) => void } = {},
  ): Promise<TermsBook> {
    const book = new TermsBook(ledger);
    const until = await ledger.head();
    for await (const event of ledger.readAll({ until, prefixes: PREFIXES })) book.add(event);
    book.position = until;
    if (follow) {
      const handler = async (batch: readonly RecordedEvent[]) => {
        for (const event of batch) book.hear(event);
      };
      book.subscription = ledger.subscribe({ after: until, handler, ...(onError && { onError }) });
    }
    return book;
  }

  /** The terms as this process knows them now. */
  current(municipality: string): Terms {
    return this.books.get(municipality) ?? noTerms(municipality);
  }

  /** The terms as the ledger has them now. */
  async refresh(municipality: string): Promise<Terms> {
    for await (const event of this.ledger.readAll({ after: this.position })) this.hear(event);
    return this.current(municipality);
  }

  /** The terms, at least as new as those an earlier decision rested on; as new as the ledger has them if nobody follows it. */
  async notOlderThan(municipality: string, revisions: readonly TermsRevision[]): Promise<Terms> {
    const terms = this.current(municipality);
    const older =
      this.subscription === undefined ||
      revisions.some(({ stream, revision }) => (terms.revisions.get(stream) ?? -1) < revision);
    return older ? this.refresh(municipality) : terms;
  }

  /** The terms on which an earlier decision rested: these streams up to these revisions, and no others. */
  async at(municipality: string, revisions: readonly TermsRevision[]): Promise<Terms> {
    let terms = noTerms(municipality);
    for (const { stream, revision } of revisions)
      for await (const event of this.ledger.readStream(stream, { max: revision + 1 }))
        terms = evolveTerms(terms, stream, plain(event));
    return terms;
  }

  /** Tells of every later change, after it counts. Returns how to stop. */
  onChange(listener: TermsListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.subscription?.close();
  }

  /** Refreshing and following may bring the same event; the second time changes nothing. */
  private hear(event: RecordedEvent): void {
    const { stream, position } = event;
    if (position > this.position) this.position = position;
    const municipality = municipalityOfTerms(stream);
    if (municipality === undefined || !this.add(event)) return;
    const change = { municipality, stream, terms: this.current(municipality) };
    for (const listener of this.listeners) listener(change);
  }

  private add(event: Recorded & { readonly stream: string }): boolean {
    const { stream } = event;
    const municipality = municipalityOfTerms(stream);
    if (municipality === undefined) return false;
    const terms = this.current(municipality);
    if (event.revision <= (terms.revisions.get(stream) ?? -1)) return false;
    this.books.set(municipality, evolveTerms(terms, stream, plain(event)));
    return true;
  }
}

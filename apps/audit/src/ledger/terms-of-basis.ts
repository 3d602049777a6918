import { evolveTerms, noTerms, type Terms } from '@uitkomst/domain';
import { type Ledger, municipalityOfTerms, plain, type Position, type TermsRevision } from '@uitkomst/ledger';

const BASES_MAX = 64;

/** The terms that determinations rested on, folded again from the ledger. Many rest on the same, so the last few are kept. */
export class TermsOfBasis {
  private readonly known = new Map<string, Terms>();

  constructor(private readonly ledger: Ledger) {}

  /** These streams up to these revisions, and no others. */
  async at(municipality: string, revisions: readonly TermsRevision[]): Promise<Terms> {
    const name = `${municipality} ${revisions.map(({ stream, revision }) => `${stream}@${revision}`).join(' ')}`;
    const earlier = this.known.get(name);
    if (earlier !== undefined) return earlier;
    let terms = noTerms(municipality);
    for (const { stream, revision } of revisions)
      for await (const event of this.ledger.readStream(stream, { max: revision + 1 }))
        terms = evolveTerms(terms, stream, plain(event));
    if (this.known.size >= BASES_MAX) this.known.clear();
    this.known.set(name, terms);
    return terms;
  }

  /** All terms of a municipality as they were known at a position. */
  async knownAt(municipality: string, until: Position): Promise<Terms> {
    const prefixes = ['contract', 'definition', 'provider', 'source', 'rules'].map((kind) => `${kind}-${municipality}`);
    let terms = noTerms(municipality);
    for await (const event of this.ledger.readAll({ until, prefixes }))
      if (municipalityOfTerms(event.stream) === municipality) terms = evolveTerms(terms, event.stream, plain(event));
    return terms;
  }
}

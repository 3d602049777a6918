import { evolveTerms, noTerms, type Terms } from '@uitkomst/domain';
import { plain, type Ledger, type Position } from '@uitkomst/ledger';

interface KnownAt {
  readonly municipality: string;
  /** The terms streams there are. */
  readonly streams: readonly string[];
  readonly position: Position;
}

/** The terms as they were known at a position of the ledger. */
export async function termsKnownAt(ledger: Ledger, { municipality, streams, position }: KnownAt): Promise<Terms> {
  let terms = noTerms(municipality);
  for (const stream of streams)
    for await (const event of ledger.readStream(stream)) {
      if (event.position > position) break;
      terms = evolveTerms(terms, stream, plain(event));
    }
  return terms;
}

import { evolveTerms, noTerms, type Terms } from '@uitkomst/domain';
import { plain, type Ledger, type RecordedEvent } from '@uitkomst/ledger';

const DEFINITION = /^definition-(\d{4})-/;

/**
 * The definition sets of every municipality. A version is never edited and stands in the ledger before any decision that names it, so
 * rows may rest on it: whoever builds them later finds the same.
 */
export class DefinitionBook {
  private readonly books = new Map<string, Terms>();

  /** Reads what was published so far. */
  static async open(ledger: Ledger): Promise<DefinitionBook> {
    const book = new DefinitionBook();
    for await (const event of ledger.readAll({ prefixes: ['definition-'] })) book.hear(event);
    return book;
  }

  hear(event: RecordedEvent): void {
    const [, municipality] = DEFINITION.exec(event.stream) ?? [];
    if (municipality === undefined) return;
    this.books.set(municipality, evolveTerms(this.of(municipality), event.stream, plain(event)));
  }

  /** Nothing but the definition sets is in these terms. */
  readonly of = (municipality: string): Terms => this.books.get(municipality) ?? noTerms(municipality);
}

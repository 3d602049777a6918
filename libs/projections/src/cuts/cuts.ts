import type { ClientFile } from '@uitkomst/domain';
import { clientStream, ledgerUntil, TermsBook, type Ledger } from '@uitkomst/ledger';
import type { ReadStore } from '../reads.js';
import { fileAsOf } from './as-of.js';
import type { Cut } from './build-cut.js';
import { CutStores, type CutStoresOptions } from './cut-stores.js';

export type { Cut } from './build-cut.js';
export { CutBusy, CutBuilding, CutTooLarge } from './cut-stores.js';

/** A past state, to be asked what the present one is asked. */
export interface Past {
  readonly reads: ReadStore;
  /** A client's file as the rows about it were made; an empty one where nothing was known. */
  readonly fileOf: (municipality: string, personRef: string) => Promise<ClientFile>;
}

/**
 * Past states of all that is read: as of a day, with what the ledger held at a position. Each is made when it is first asked for and
 * kept for a while; they follow from the ledger, so that they may be thrown away at any moment.
 */
export class Cuts {
  private readonly stores: CutStores;
  private readonly ledger: Ledger;

  constructor(options: CutStoresOptions) {
    this.stores = new CutStores(options);
    this.ledger = options.ledger;
  }

  /** Throws {@link CutBuilding} while it is being made and whoever asks has waited long enough. */
  async at(cut: Cut): Promise<Past> {
    return { reads: await this.stores.at(cut), fileOf: this.filesAt(cut) };
  }

  /** Files of clients alone, for which no state of all that is read needs to be made. */
  filesAt({ position, day }: Cut): Past['fileOf'] {
    const past = ledgerUntil(this.ledger, position);
    let terms: Promise<TermsBook> | undefined; // Only who reads files needs them.
    return async (municipality, personRef) => {
      terms ??= TermsBook.open(past, { follow: false });
      const known = await terms;
      const fold = fileAsOf({ day, termsOf: (town) => known.current(town) });
      const stream = clientStream(municipality, personRef);
      let read = fold.initial(stream);
      for await (const event of past.readStream(stream)) read = fold.evolve(read, event);
      return fold.standing(read).file;
    };
  }

  close(): Promise<void> {
    return this.stores.close();
  }
}

import {
  amsterdamDay,
  type ClientFile,
  type Day,
  emptyClientFile,
  evolveClientFile,
  type Terms,
} from '@uitkomst/domain';
import { type Ledger, plain, type Position, systemClock } from '@uitkomst/ledger';
import { EXIT, Stop } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { type FilePlace, placeOf } from './find-client.js';
import { TermsOfBasis } from './terms-of-basis.js';
import { asOfDay, knownPosition, type TwoDates } from './two-dates.js';

/** Every client of a ledger at two dates, and the terms they were judged by then. */
export interface Population {
  readonly asOf: Day;
  readonly known: Position;
  readonly places: readonly FilePlace[];
  termsOf(municipality: string): Promise<Terms>;
}

/** Who is asked about: all clients known at a moment. Without --as-of the day is that of the last thing known, never the clock's. */
export async function populationOf(ledger: Ledger, options: TwoDates): Promise<Population> {
  const asOf = asOfDay(options);
  const known = await knownPosition(ledger, options);
  const streams = new Set<string>();
  let last: string | undefined;
  for await (const { stream, recordedAt } of ledger.readAll({ until: known })) {
    last = recordedAt;
    if (stream.startsWith('client-')) streams.add(stream);
  }
  if (last === undefined) throw new Stop(EXIT.UNREADABLE, 'Nothing was known then');
  const terms = new TermsOfBasis(ledger);
  const asked = new Map<string, Promise<Terms>>();
  return {
    asOf: asOf ?? amsterdamDay(last),
    known,
    places: Array.from(streams, placeOf),
    termsOf: (municipality) => {
      const earlier = asked.get(municipality) ?? terms.knownAt(municipality, known);
      asked.set(municipality, earlier);
      return earlier;
    },
  };
}

/** A client of the population with the file as it was known. */
export interface Known {
  readonly place: FilePlace;
  readonly file: ClientFile;
  readonly terms: Terms;
}

/** Each client in turn, with progress on long work. */
export async function* eachKnown(ledger: Ledger, population: Population, terminal: Terminal): AsyncIterable<Known> {
  const { places, known } = population;
  const progress = terminal.progress(places.length, () => systemClock.elapsed());
  for (const [index, place] of places.entries()) {
    let file = emptyClientFile;
    for await (const event of ledger.readStream(place.stream)) {
      if (event.position > known) break;
      file = evolveClientFile(file, plain(event) as Parameters<typeof evolveClientFile>[1]);
    }
    yield { place, file, terms: await population.termsOf(place.municipality) };
    progress.at(index + 1);
  }
  progress.end();
}

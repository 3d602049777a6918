import { amsterdamDay, isFactType, textOf, type Day, type Terms } from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { BATCH_LINES, BATCHES } from '../batches/batches.projection.js';
import { CLAIMS_DESK } from '../claims-desk/claims-desk.projection.js';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { CLIENT_INDEX } from '../client-index/client-index.projection.js';
import { dayInTheWorld } from '../history/own-day.js';
import { JOURNAL } from '../journal/journal.projection.js';
import { REFUSALS } from '../oversight/refusals.projection.js';
import { CLAWBACKS } from '../proceedings/clawbacks.projection.js';
import { OBJECTIONS } from '../proceedings/objections.projection.js';
import type { Projection, StreamFold } from '../projection.js';
import { RUNNING_TRAJECTS } from '../trajects/running-trajects.projection.js';
import { onDay } from './pass-days.js';

/** What can be looked at as it was: every list that the municipality's own people read. */
const OF_THE_PAST: readonly Projection[] = [
  CLIENT_INDEX,
  CLAIMS_DESK,
  BATCHES,
  BATCH_LINES,
  JOURNAL,
  CLAWBACKS,
  OBJECTIONS,
  RUNNING_TRAJECTS,
  REFUSALS,
];

/** Whose rows tell where a claim stands: they follow from the file as the clock would leave it on the day. */
const OF_STANDINGS: ReadonlySet<Projection> = new Set<Projection>([CLAIMS_DESK, CLAWBACKS, OBJECTIONS]);

/** As of which day, and the terms known of each municipality. */
export interface AsOf {
  readonly day: Day;
  readonly termsOf: (municipality: string) => Terms;
}

/** The read models of the past as they come out on a day. */
export function projectionsAsOf(asOf: AsOf): readonly Projection[] {
  const folds = new Map<StreamFold<unknown>, StreamFold<unknown>>(); // What shares a fold goes on sharing it.
  const standing = standingAsOf(asOf);
  return OF_THE_PAST.map((projection) => {
    const fold = folds.get(projection.fold) ?? foldAsOf(projection.fold, asOf.day);
    folds.set(projection.fold, fold);
    if (!OF_STANDINGS.has(projection)) return Object.assign({}, projection, { fold });
    const rows: Projection['rows'] = (state, stream, definitionsOf) =>
      projection.rows(standing(state as ReadFile), stream, definitionsOf);
    return Object.assign({}, projection, { fold, rows });
  });
}

/** How one client's file is read as of a day: as the rows about it are made. */
export const fileAsOf = (asOf: AsOf): StreamFold<ReadFile> & { readonly standing: (read: ReadFile) => ReadFile } => ({
  ...foldAsOf(CLIENT_FILES, asOf.day),
  standing: standingAsOf(asOf),
});

/** Reckoned once for a state, whatever is read from it. */
function standingAsOf({ day, termsOf }: AsOf): (read: ReadFile) => ReadFile {
  const known = new WeakMap<ReadFile, ReadFile>();
  return (read) => {
    const reckoned = known.get(read) ?? onDay(read, { day, terms: termsOf(read.municipality) });
    known.set(read, reckoned);
    return reckoned;
  };
}

function foldAsOf<S>(fold: StreamFold<S>, day: Day): StreamFold<S> {
  const on = textOf(day);
  return {
    follows: (stream) => fold.follows(stream),
    initial: (stream) => fold.initial(stream),
    evolve: (state, event) => (isDoneBy(event, on) ? fold.evolve(state, event) : state),
  };
}

/** Says what is known of the client, and of who it is: the rules weigh by themselves since when it is so. */
const ALWAYS: ReadonlySet<string> = new Set([
  'ClientRegistered',
  'ClientMerged',
  'ClientAbsorbed',
  'ClientMergeReverted',
  'FactRetracted',
  'FactCorrected',
  'SubjectErased',
  'ErasureRefused',
]);

/** What somebody did with a claim, money or a batch later than that day was not done yet, however long it has been known. */
function isDoneBy(event: RecordedEvent, on: string): boolean {
  if (ALWAYS.has(event.type) || isFactType(event.type)) return true;
  return (dayInTheWorld(event) ?? textOf(amsterdamDay(event.recordedAt))) <= on;
}

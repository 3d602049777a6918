import {
  type ClientFile,
  type Day,
  dayOf,
  emptyClientFile,
  evolveClientFile,
  evolveTerms,
  noTerms,
  type RecordedFileEvent,
  SourceSystem,
  type Terms,
} from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { CASE_MUNICIPALITY, CASE_STREAM } from './case-ids.js';
import { type RecordedCase, recordedOn } from './record-case.js';

/** The client's file and the terms as they were known. */
export interface Known {
  readonly file: ClientFile;
  readonly terms: Terms;
}

/** What a case leaves out counts as in order: every source is complete. */
const COMPLETE: Terms = {
  ...noTerms(CASE_MUNICIPALITY),
  watermarks: new Map(SourceSystem.options.map((system) => [system, dayOf('2199-12-31')])),
};

/** Folds a recorded case up to each of some days: to the last position recorded by the end of the day. */
export function knownAt({ claims, facts, hiddenFrom }: RecordedCase, days: readonly Day[]): ReadonlyMap<Day, Known> {
  const ofClient = facts.filter(({ stream }) => stream === CASE_STREAM);
  const ofTerms = facts.filter(({ stream }) => stream !== CASE_STREAM);
  const known = new Map<Day, Known>();
  let file = claims.reduce(withEvent, emptyClientFile);
  let next = 0;
  for (const day of days.toSorted((a, b) => a - b)) {
    for (let event = ofClient[next]; event !== undefined && recordedOn(event) <= day; event = ofClient[next]) {
      file = withEvent(file, event);
      next += 1;
    }
    const visible = ofTerms.filter((event) => recordedOn(event) <= day && !(hiddenBy(event) <= day));
    known.set(day, { file, terms: visible.reduce((so, event) => evolveTerms(so, event.stream, event), COMPLETE) });
  }
  return known;

  // A client's stream folds its retractions; a stream of terms knows none, but a case may withdraw a contract too.
  function hiddenBy({ id }: RecordedEvent): number {
    return hiddenFrom.get(id) ?? Number.POSITIVE_INFINITY;
  }
}

/** What the ledger gives back is of the catalogue; on a client's stream stand only a client's events. */
const withEvent = (file: ClientFile, event: RecordedEvent): ClientFile =>
  evolveClientFile(file, event as RecordedEvent & RecordedFileEvent);

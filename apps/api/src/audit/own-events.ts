import { setImmediate } from 'node:timers/promises';
import { clientStream, type Ledger, type Position, type RecordedEvent } from '@uitkomst/ledger';
import type { Principal } from '../shell/auth/principal.js';
import type { Services } from '../shell/open-services.js';
import { readerOf, type TimelineReader } from '../shell/timeline/timeline-reader.js';

/** A file holds some dozens of events, of which a page of the feed takes the last few. */
const CHUNK = 16;
/** A large provider has thousands of files, whose ends are all looked at. */
const FILES_AT_ONCE = 50;

/** Whose file an event stands in; undefined where it is about no client of this municipality. */
export function fileOf({ stream }: RecordedEvent, municipality: string): string | undefined {
  const [kind, town, ...names] = stream.split('-');
  return kind === 'client' && town === municipality ? names.join('-') : undefined;
}

type Reading = Pick<Services, 'clientFiles'>;

/** What who has a part in a client's file sees there: the client all of it, a provider its own course of it. */
async function readerIn(
  { clientFiles }: Reading,
  principal: Principal,
  personRef: string,
): Promise<TimelineReader | undefined> {
  const { state } = await clientFiles.read(principal.municipality, personRef);
  return readerOf(principal, personRef, state);
}

/** Whether who has a part in a client's file sees this event there. */
export async function seesInFile(services: Reading, principal: Principal, event: RecordedEvent): Promise<boolean> {
  const personRef = fileOf(event, principal.municipality);
  return personRef !== undefined && (await readerIn(services, principal, personRef))?.show(event) !== undefined;
}

type Needs = Pick<Services, 'clientFiles' | 'ledger' | 'sealer'>;

/**
 * What somebody sees in these files, the newest first, from before a place in the ledger. Of each file only the end is read, and it
 * is folded only once its turn comes: how much happens elsewhere costs nothing and shows nowhere.
 */
export async function* ownEvents(
  services: Needs,
  principal: Principal,
  { files, before }: { readonly files: Iterable<string>; readonly before: Position | undefined },
): AsyncGenerator<RecordedEvent> {
  const { ledger, sealer } = services;
  const readers = new Map<string, Promise<TimelineReader | undefined>>();
  const readerOfFile = (personRef: string): Promise<TimelineReader | undefined> => {
    const reader = readers.get(personRef) ?? readerIn(services, principal, personRef);
    readers.set(personRef, reader);
    return reader;
  };
  const lanes = Array.from(files, (personRef) => newestFirst(ledger, clientStream(principal.municipality, personRef)));
  for await (const event of merged(lanes)) {
    const isPast = before === undefined || event.position < before;
    // What is so new that its leaf has no place yet cannot be proven, and comes with the next look.
    if (!isPast || sealer.log.indexOf(event.id) === undefined) continue;
    const personRef = fileOf(event, principal.municipality);
    if (personRef !== undefined && (await readerOfFile(personRef))?.show(event) !== undefined) yield event;
  }
}

async function* newestFirst(ledger: Pick<Ledger, 'readStream'>, stream: string): AsyncGenerator<RecordedEvent> {
  let from: number | undefined;
  do {
    const chunk: RecordedEvent[] = []; // Whole, so that no read stays open while other files are looked at.
    const options = { backwards: true, max: CHUNK, ...(from !== undefined && { from }) };
    for await (const event of ledger.readStream(stream, options)) chunk.push(event);
    yield* chunk;
    from = (chunk.at(-1)?.revision ?? 0) - 1;
  } while (from >= 0);
}

/** Several files as one, each of them the newest first. */
async function* merged(lanes: readonly AsyncGenerator<RecordedEvent>[]): AsyncGenerator<RecordedEvent> {
  const heads = new Map<AsyncGenerator<RecordedEvent>, RecordedEvent>();
  const advance = async (lane: AsyncGenerator<RecordedEvent>): Promise<void> => {
    const { done, value } = await lane.next();
    if (done === true) heads.delete(lane);
    else heads.set(lane, value);
  };
  for (const [index, lane] of lanes.entries()) {
    await advance(lane);
    if (index % FILES_AT_ONCE === FILES_AT_ONCE - 1) await setImmediate(); // Others take their turn.
  }
  while (heads.size > 0) {
    const [lane, event] = [...heads].reduce((newest, head) => (head[1].position > newest[1].position ? head : newest));
    yield event;
    await advance(lane);
  }
}

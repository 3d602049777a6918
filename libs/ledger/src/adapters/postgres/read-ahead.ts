import type { StoredEvent } from '../../ledger.js';

const FIRST_PAGE = 256;
const PAGE_MIN = 16;
const PAGE_MAX = 4_000;
/** What a page may hold in memory, about. */
const PAGE_CHARACTERS = 8_000_000;

/** Reads the next events after a position, at most so many. */
type ReadPage = (after: number, max: number) => Promise<readonly StoredEvent[]>;

/** All events page after page: the next is asked for while this one is being looked at, and pages are as large as their events allow. */
export async function* readAhead(read: ReadPage, start: number, max: number): AsyncIterable<StoredEvent> {
  let size = Math.min(FIRST_PAGE, max);
  let left = max;
  let next = read(start, size);
  while (left > 0) {
    const page = await next;
    left -= page.length;
    const last = page.at(-1);
    const more = last !== undefined && page.length === size && left > 0;
    if (more) {
      size = Math.min(left, fitting(page));
      next = read(last.position, size);
      next.catch(() => undefined); // Told to whoever comes for it; nobody may.
    }
    yield* page;
    if (!more) return;
  }
}

function fitting(page: readonly StoredEvent[]): number {
  const characters = page.reduce((sum, { bytes }) => sum + charactersOf(bytes), 0);
  return Math.max(PAGE_MIN, Math.min(PAGE_MAX, Math.floor((PAGE_CHARACTERS * page.length) / characters)));
}

const charactersOf = ({ leaf, actor, salt, open, provider, municipality }: StoredEvent['bytes']): number =>
  [leaf, actor, salt, open, provider, municipality].reduce((sum, text) => sum + (text?.length ?? 0), 0);

import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathIn, searchIn } from './asked/search-in.js';
import { invalidField, Problem } from './problem.js';

const PAGE_SIZE = 25;

export interface Paging {
  readonly limit: number;
  readonly offset: number;
  readonly page: number;
  /** All rows at once, as a file: a list of more than the limit is refused, since a part of it would pass for the whole. */
  readonly whole?: boolean;
}

/** Which rows a page asks for. */
export function pagingOf(query: {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
}): Paging {
  const { page = 1, pageSize = PAGE_SIZE } = query;
  return { page, limit: pageSize, offset: (page - 1) * pageSize };
}

/** The rows of one page, of a list that was read as a whole. */
export const partOf = <T>(all: readonly T[], { offset, limit }: Paging): { count: number; results: readonly T[] } => ({
  count: all.length,
  results: all.slice(offset, offset + limit),
});

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Of a feed: the place to go on from, null at its end. It stays where it is whatever is recorded meanwhile. */
  readonly goOn?: string | null;
}

/**
 * Of a feed that only grows, read from its newest end: which stretch a query asks for, and the place to go on from. A place is told by
 * how much lies before it, which stays the same whatever is recorded meanwhile.
 */
export function stretchOf(
  query: Parameters<typeof pagingOf>[0] & { readonly after?: string | undefined },
  count: number,
): { readonly paging: Paging; readonly goOn: string | null } {
  const paging = pagingOf(query);
  const offset = query.after === undefined ? paging.offset : Math.max(0, count - placeIn(query.after));
  const left = count - offset - paging.limit;
  return { paging: { ...paging, offset }, goOn: left > 0 ? cursorOf(left) : null };
}

/** A place in a feed, as an answer names it. */
const cursorOf = (place: number): string => Buffer.from(`na ${place}`).toString('base64url');

/** The place in a feed that an earlier answer named. */
function placeIn(after: string): number {
  const place = Number(/^na (\d{1,15})$/.exec(Buffer.from(after, 'base64url').toString())?.[1]);
  if (cursorOf(place) === after) return place;
  throw noSuchPlace();
}

/** What asked to go on from somewhere that no answer named. */
export const noSuchPlace = (): Problem =>
  invalidField({
    in: 'query',
    pointer: '/after',
    code: 'invalid',
    message: { nl: 'Geen plaats die een antwoord noemde', en: 'No place that an answer named' },
  });

/** A page of a list with links to its neighbours, in the body and in the Link header. */
export function pageOf<T>(
  found: { readonly count: number; readonly results: readonly T[] },
  { page, limit, whole = false }: Paging,
  { request, reply, goOn }: Answering,
): { count: number; next: string | null; previous: string | null; results: T[] } {
  if (whole && found.count > limit) throw new Problem('ongeldige-invoer', { detail: tooMany(found.count, limit) });
  const more = goOn === undefined ? page * limit < found.count : goOn !== null;
  const onward = typeof goOn === 'string' ? { after: goOn } : { page: page + 1 };
  const back = page > 1 ? { page: page - 1 } : null;
  const links = linked({ request, reply }, { next: more ? onward : null, previous: back });
  return { count: found.count, ...links, results: [...found.results] };
}

/** A stretch of a feed that nobody counts. */
export function feedOf<T>(
  results: readonly T[],
  { goOn = null, ...http }: Answering,
): { next: string | null; previous: string | null; results: T[] } {
  const links = linked(http, { next: goOn === null ? null : { after: goOn }, previous: null });
  return { ...links, results: [...results] };
}

type Neighbour = { readonly page: number } | { readonly after: string } | null;

/** The links to the neighbours of a page, as the body says them; the header says the same. */
function linked(
  { request, reply }: Omit<Answering, 'goOn'>,
  neighbours: { readonly next: Neighbour; readonly previous: Neighbour },
): { next: string | null; previous: string | null } {
  const linkTo = (place: Neighbour): string | null => {
    if (place === null) return null;
    const query = searchIn(request.url);
    for (const name of ['page', 'after']) query.delete(name);
    for (const [name, value] of Object.entries(place)) query.set(name, String(value));
    return `${pathIn(request.url)}?${query.toString()}`;
  };
  const [next, previous] = [linkTo(neighbours.next), linkTo(neighbours.previous)];
  const links = [
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
    ...(previous === null ? [] : [`<${previous}>; rel="prev"`]),
  ];
  if (links.length > 0) void reply.header('Link', links.join(', '));
  return { next, previous };
}

const tooMany = (count: number, most: number) => ({
  nl: `De lijst heeft ${count} regels; een bestand bevat er hoogstens ${most}. Vraag minder, bijvoorbeeld één status.`,
  en: `The list has ${count} rows; a file holds ${most} at most. Ask for fewer, one state for instance.`,
});

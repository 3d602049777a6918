import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathIn, searchIn } from './asked/search-in.js';
import { invalidField } from './problem.js';

const PAGE_SIZE = 25;

export interface Paging {
  readonly limit: number;
  readonly offset: number;
  readonly page: number;
}

/** Which rows a page asks for. */
export function pagingOf(query: {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
}): Paging {
  const { page = 1, pageSize = PAGE_SIZE } = query;
  return { page, limit: pageSize, offset: (page - 1) * pageSize };
}

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Of a feed: the place to go on from, null at its end. It stays where it is whatever is recorded meanwhile. */
  readonly goOn?: number | null;
}

const cursorOf = (place: number): string => Buffer.from(`na ${place}`).toString('base64url');

/** The place in a feed that an earlier answer named. */
export function placeIn(after: string): number {
  const place = Number(/^na (\d{1,15})$/.exec(Buffer.from(after, 'base64url').toString())?.[1]);
  if (cursorOf(place) === after) return place;
  const message = { nl: 'Geen plaats die een antwoord noemde', en: 'No place that an answer named' };
  throw invalidField({ in: 'query', pointer: '/after', code: 'invalid', message });
}

/** A page of a list with links to its neighbours, in the body and in the Link header. */
export function pageOf<T>(
  found: { readonly count: number; readonly results: readonly T[] },
  { page, limit }: Paging,
  { request, reply, goOn }: Answering,
): { count: number; next: string | null; previous: string | null; results: T[] } {
  const linkTo = (place: { readonly page: number } | { readonly after: string }): string => {
    const query = searchIn(request.url);
    for (const name of ['page', 'after']) query.delete(name);
    for (const [name, value] of Object.entries(place)) query.set(name, String(value));
    return `${pathIn(request.url)}?${query.toString()}`;
  };
  const more = goOn === undefined ? page * limit < found.count : goOn !== null;
  const next = more ? linkTo(typeof goOn === 'number' ? { after: cursorOf(goOn) } : { page: page + 1 }) : null;
  const previous = page > 1 ? linkTo({ page: page - 1 }) : null;
  const links = [
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
    ...(previous === null ? [] : [`<${previous}>; rel="prev"`]),
  ];
  if (links.length > 0) void reply.header('Link', links.join(', '));
  return { count: found.count, next, previous, results: [...found.results] };
}

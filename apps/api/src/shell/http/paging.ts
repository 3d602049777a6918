import type { FastifyReply, FastifyRequest } from 'fastify';

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

/** A page of a list with links to its neighbours, in the body and in the Link header. */
export function pageOf<T>(
  found: { readonly count: number; readonly results: readonly T[] },
  { page, limit }: Paging,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): { count: number; next: string | null; previous: string | null; results: T[] } {
  const linkTo = (number: number): string => {
    const [path = '', search = ''] = request.url.split('?');
    const query = new URLSearchParams(search);
    query.set('page', String(number));
    return `${path}?${query.toString()}`;
  };
  const next = page * limit < found.count ? linkTo(page + 1) : null;
  const previous = page > 1 ? linkTo(page - 1) : null;
  const links = [
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
    ...(previous === null ? [] : [`<${previous}>; rel="prev"`]),
  ];
  if (links.length > 0) void reply.header('Link', links.join(', '));
  return { count: found.count, next, previous, results: [...found.results] };
}

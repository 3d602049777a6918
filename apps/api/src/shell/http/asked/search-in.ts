/** A proxy may send the whole address (RFC 9112 §3.2.2); by which host one came stays out of what is answered. */
const ORIGIN = /^https?:\/\/[^/?]*/i;
const withoutOrigin = (url: string): string => url.replace(ORIGIN, '');

/** The path of an address, up to the first question mark: a later one belongs to the query (RFC 3986 §3.4). */
export const pathIn = (url: string): string => withoutOrigin(url).split('?', 1).join('');

/** What an address asks in its query. */
export const searchIn = (url: string): URLSearchParams =>
  new URLSearchParams(withoutOrigin(url).slice(pathIn(url).length));

/** The path of an address, up to the first question mark: a later one belongs to the query (RFC 3986 §3.4). */
export const pathIn = (url: string): string => url.split('?', 1).join('');

/** What an address asks in its query. */
export const searchIn = (url: string): URLSearchParams => new URLSearchParams(url.slice(pathIn(url).length));

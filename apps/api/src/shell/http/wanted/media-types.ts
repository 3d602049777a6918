import { wishesIn, type Wish } from './wishes.js';

/** The media type a header names, without its parameters; case does not matter (RFC 9110 §8.3.1). */
export const mediaTypeOf = (header = ''): string =>
  header
    .trim()
    .toLowerCase()
    .split(/[\s;,]/)[0] ?? '';

/**
 * Which of the media types on offer is wanted most, by Accept: of those wanted alike the one named first, then the one offered first.
 * Undefined: none is acceptable (RFC 9110 §12.5.1).
 */
export function preferred<T extends string>(accept = '*/*', offered: readonly T[] = []): T | undefined {
  const wishes = wishesIn(accept);
  const wanted = offered.flatMap((type) => {
    const wish = closest(wishes, type);
    return wish !== undefined && wish.quality > 0 ? [{ type, ...wish }] : [];
  });
  return wanted.toSorted((a, b) => b.quality - a.quality || a.place - b.place)[0]?.type;
}

/** What is said of the type itself goes before what is said of its kind, and that before what is said of all. */
function closest(wishes: readonly Wish[], type: string): Wish | undefined {
  for (const name of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const wish = wishes.find((one) => one.name === name);
    if (wish !== undefined) return wish;
  }
  return undefined;
}

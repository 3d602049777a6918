/** The media type a header names, without its parameters; case does not matter (RFC 9110 §8.3.1). */
export const mediaTypeOf = (header = ''): string =>
  header
    .trim()
    .toLowerCase()
    .split(/[\s;,]/)[0] ?? '';

interface Range {
  readonly name: string;
  /** 0: not at all, 1: most. */
  readonly quality: number;
  readonly place: number;
}

/**
 * Which of the media types on offer is wanted most, by Accept: of those wanted alike the one named first, then the one offered first.
 * Undefined: none is acceptable (RFC 9110 §12.5.1).
 */
export function preferred<T extends string>(accept = '*/*', offered: readonly T[] = []): T | undefined {
  const ranges = accept.toLowerCase().split(',').map(rangeOf);
  const wanted = offered.flatMap((type) => {
    const range = closest(ranges, type);
    return range !== undefined && range.quality > 0 ? [{ type, ...range }] : [];
  });
  return wanted.toSorted((a, b) => b.quality - a.quality || a.place - b.place)[0]?.type;
}

function rangeOf(text: string, place: number): Range {
  const quality = Number(/;\s*q=([\d.]+)/.exec(text)?.[1] ?? 1);
  return { name: mediaTypeOf(text), quality: Number.isNaN(quality) ? 1 : quality, place };
}

/** What is said of the type itself goes before what is said of its kind, and that before what is said of all. */
function closest(ranges: readonly Range[], type: string): Range | undefined {
  for (const name of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const range = ranges.find((one) => one.name === name);
    if (range !== undefined) return range;
  }
  return undefined;
}

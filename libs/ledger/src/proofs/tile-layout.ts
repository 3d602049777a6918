/** Entries and hashes in a full tile. */
const WIDTH = 256;

/** The number of a tile as a path: in threes of digits, all but the last with an x (`x001/x234/067`), C2SP tlog-tiles. */
function numbered(tile: number): string {
  const digits = String(tile);
  const threes = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return threes.map((three, index) => (index < threes.length - 1 ? `x${three}` : three)).join('/');
}

const partial = (width: number): string => (width < WIDTH ? `.p/${width}` : '');

/** Where a tile of hashes lies. */
export const hashTilePath = (level: number, tile: number, width = WIDTH): string =>
  `tile/${level}/${numbered(tile)}${partial(width)}`;

/** Where the entries of a tile of leaves lie. */
export const entriesPath = (tile: number, width = WIDTH): string => `tile/entries/${numbered(tile)}${partial(width)}`;

/** Where what was stored beside the leaves of a tile lies: no part of C2SP's layout, but of its way to number. */
export const storedPath = (tile: number): string => `stored/${numbered(tile)}.jsonl`;

/** Full tiles of a level, and how many hashes stand in the one after them, in a tree of so many leaves. */
export function tilesOf(level: number, size: number): { readonly full: number; readonly rest: number } {
  const hashes = Math.floor(size / WIDTH ** level);
  return { full: Math.floor(hashes / WIDTH), rest: hashes % WIDTH };
}

/** Levels of tiles in a tree of so many leaves. */
export function levelsOf(size: number): number {
  let levels = 0;
  for (let hashes = size; hashes > 0; hashes = Math.floor(hashes / WIDTH)) levels += 1;
  return levels;
}

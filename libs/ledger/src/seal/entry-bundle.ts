import { NoteFault } from '../proofs/note.js';

const LENGTH_BYTES = 2;
const ENTRY_MAX = 0xffff;

/** Leaves one after another, each with its length before it (C2SP tlog-tiles). */
export function entryBundle(leaves: readonly string[]): Buffer {
  const parts = leaves.flatMap((leaf) => {
    const bytes = Buffer.from(leaf, 'utf8');
    if (bytes.length > ENTRY_MAX) throw new RangeError(`A leaf of ${bytes.length} bytes does not fit in a bundle`);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat(parts);
}

/** The leaves of a bundle, as bytes; throws a {@link NoteFault} where it breaks off. */
export function entriesOf(bundle: Buffer): readonly Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length;) {
    const start = at + LENGTH_BYTES;
    const end = start <= bundle.length ? start + bundle.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (end > bundle.length) throw new NoteFault(`The bundle breaks off in entry ${entries.length}`);
    entries.push(bundle.subarray(start, end));
    at = end;
  }
  return entries;
}

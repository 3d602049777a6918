import { hashOf, type Source } from './source.js';

/** The hashes of all leaves as the events make them, and as the tiles kept them where there are tiles. */
export interface Sequence {
  readonly computed: readonly Buffer[];
  /** What the ledger says beside the leaf: another witness of what it once was. */
  readonly column: readonly Buffer[];
  readonly kept: readonly (Buffer | undefined)[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly times: readonly string[];
}

const leafHash = (text: string): Buffer => Buffer.from(text, 'hex');

/** All of them in memory: only asked for once something is known to be wrong. */
export async function sequenceOf(source: Source): Promise<Sequence> {
  const sequence = { computed: [], column: [], kept: [], ids: [], names: [], times: [] } as {
    -readonly [K in keyof Sequence]: Sequence[K][number][];
  };
  for await (const event of source.leaves()) {
    sequence.kept.push(source.kept(sequence.computed.length));
    sequence.computed.push(source.lost(event) ? leafHash(event.leafHash) : hashOf(event.bytes.leaf));
    sequence.column.push(leafHash(event.leafHash));
    sequence.ids.push(event.id);
    sequence.names.push(`${event.stream} revision ${event.revision}`);
    sequence.times.push(event.recordedAt);
  }
  return sequence;
}

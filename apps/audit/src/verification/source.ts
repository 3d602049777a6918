import type { StoredEvent } from '@uitkomst/ledger';
import { leafHashOf, utf8ToBytes } from '@uitkomst/ledger/verify';
import type { Findings } from './finding.js';

/** 256 events that are, byte for byte, what was hashed, and have the hashes that their tile kept. */
export interface SoundTile {
  readonly hashes: Buffer;
  /** The root over the hashes. */
  readonly root: Buffer;
  /** The stream and the revision of each. */
  readonly streams: readonly string[];
  readonly revisions: readonly number[];
}

/** A ledger to verify, wherever it stands. Whatever cannot be read of it is a finding, not the end. */
export interface Source {
  /** For progress: about how many events there are. */
  readonly about: number;
  /** The first pass over all events but seals, in global order: one by one, or by tiles that are in order and follow what came before. */
  pieces(findings: Findings, follows: (tile: SoundTile) => boolean): AsyncIterable<StoredEvent | SoundTile>;
  /** The same events, one by one, for a later pass. */
  leaves(): AsyncIterable<StoredEvent>;
  /** Seals by revision. */
  seals(): Promise<readonly StoredEvent[]>;
  /** The hash a tile kept for a leaf; undefined without tiles, or where the tile cannot be read. */
  kept(index: number): Buffer | undefined;
  /** Whether an event could not be read (which was told): only its hash is left, if that. */
  lost(event: StoredEvent): boolean;
  /** The text of the published checkpoint. */
  readonly checkpoint?: string | undefined;
}

const HASH_BYTES = 32;

/** The hash that an event makes, whatever stands beside it; of one that is lost, the hash that is left. */
export const hashMadeOf = (source: Pick<Source, 'lost'>, event: StoredEvent): Buffer =>
  source.lost(event) ? hashLeftOf(event) : hashOf(event.bytes.leaf);

export const hashOf = (leaf: string): Buffer => Buffer.from(leafHashOf(utf8ToBytes(leaf)));

/** Of an event that is lost with its tile nothing is left; then no root fits any more. */
const hashLeftOf = ({ leafHash }: StoredEvent): Buffer =>
  leafHash === '' ? Buffer.alloc(HASH_BYTES) : Buffer.from(leafHash, 'hex');

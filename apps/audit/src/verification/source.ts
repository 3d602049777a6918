import type { StoredEvent } from '@uitkomst/ledger';
import type { Findings } from './finding.js';

/** A ledger to verify, wherever it stands. Whatever cannot be read of it is a finding, not the end. */
export interface Source {
  /** For progress: about how many events there are. */
  readonly about: number;
  /** Events but seals, in global order. Called anew for each pass; only the first tells what it finds. */
  leaves(findings?: Findings): AsyncIterable<StoredEvent>;
  /** Seals by revision. */
  seals(): Promise<readonly StoredEvent[]>;
  /** The hash a tile kept for a leaf; undefined without tiles, or where the tile cannot be read. */
  kept(index: number): Buffer | undefined;
  /** Whether an event could not be read (which was told): only its hash is left, if that. */
  lost(event: StoredEvent): boolean;
  /** The text of the published checkpoint. */
  readonly checkpoint?: string | undefined;
}

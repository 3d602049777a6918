import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  leavesInFolder,
  leavesInMemory,
  newSealKeys,
  openSealKeys,
  replacedWhole,
  type Ledger,
  type SealKeys,
} from '@uitkomst/ledger';
import { Sealer, systemTimers, type CheckpointFile, type OnError } from '@uitkomst/processes';
import type { Settings } from '../settings.js';

/** What signs, and what proves. */
export interface Sealing {
  readonly sealer: Sealer;
  readonly sealKeys: SealKeys;
}

/** Opens the keys and the tree, and starts to seal. A ledger in memory has keys that are gone with it. */
export function openSealing(
  { ledgerUrl, dataFolder, sealFolder }: Settings,
  ledger: Ledger,
  onError: OnError,
): Sealing {
  const inMemory = ledgerUrl === 'memory:';
  const keys = inMemory ? newSealKeys() : openSealKeys(sealFolder);
  // A second process with the same data folder keeps its tree in memory: it is made again at its start.
  const leaves = (inMemory ? undefined : leavesInFolder(join(dataFolder, 'leaves'))) ?? leavesInMemory();
  const published = inMemory ? nowhere() : checkpointFile(join(sealFolder, 'checkpoint'));
  const sealer = new Sealer({ ledger, keys, leaves, published, timers: systemTimers, onError });
  sealer.start();
  return { sealer, sealKeys: keys };
}

/** The last checkpoint, for whoever fetches it: always a whole one, also after a power cut, or the next start could not read it. */
const checkpointFile = (path: string): CheckpointFile => ({
  read: () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  write: (checkpoint) => replacedWhole(path, checkpoint, 0o644),
});

const nowhere = (): CheckpointFile => ({ read: () => undefined, write: () => undefined });

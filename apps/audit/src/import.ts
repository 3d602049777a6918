import {
  forgetful,
  HashTree,
  isSeal,
  type Ledger,
  openLedger,
  RestoreRefused,
  SEAL_STREAM,
  type StoredEvent,
  systemClock,
  UnknownEngine,
} from '@uitkomst/ledger';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { inOrder, readSeals, readTile, tilesIn } from './export-folder/folder-reader.js';
import { FolderFault, type Manifest, readManifest, SEALS_FILE } from './export-folder/manifest.js';
import { storedLine } from './export-folder/stored-line.js';
import { messageOf } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';

export interface ImportOptions {
  readonly from: string;
  readonly ledger: string;
  readonly json?: boolean | undefined;
}

const BATCH = 256;

/**
 * Copies an exported folder into a ledger of any engine, byte for byte, and then reads all of it back to see that it is so. The ledger
 * must be empty, or hold the beginning of the same (an import that was broken off goes on where it was).
 */
export async function importLedger(options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  try {
    const manifest = readManifest(options.from);
    const ledger = await opened(options.ledger);
    try {
      const { leaves, seals, root } = await copied(ledger, sourceOf(options.from, manifest), terminal);
      const text = `${leaves} event(s), ${seals} seal(s) copied and verified, root ${root}`;
      await terminal.answer(options.json ? JSON.stringify({ leaves, seals, root }) : text);
      return EXIT.FINE;
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (error instanceof FolderFault)
      throw new Stop(EXIT.UNREADABLE, `${options.from}/${error.message}`, { cause: error });
    if (error instanceof RestoreRefused)
      throw new Stop(EXIT.REFUSED, `Not imported: ${error.message}`, { cause: error });
    throw error;
  }
}

async function opened(url: string): Promise<Ledger> {
  if (url === 'memory:')
    throw new Stop(EXIT.UNREADABLE, '--ledger: memory: is gone when this ends; name one that stays');
  try {
    return await openLedger(url);
  } catch (error) {
    if (error instanceof UnknownEngine)
      throw new Stop(EXIT.UNREADABLE, error.message.replace('LEDGER_URL', '--ledger'), { cause: error });
    throw new Stop(EXIT.UNREACHABLE, `The ledger cannot be opened: ${messageOf(error)}`, { cause: error });
  }
}

interface Source {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly seals: readonly StoredEvent[];
}

/** What was read back, never what the folder says of itself. */
interface ReadBack {
  readonly leaves: number;
  readonly seals: number;
  readonly root: string;
}

/** A folder whose seals are as many as it says. */
function sourceOf(folder: string, manifest: Manifest): Source {
  const seals = readSeals(folder);
  if (seals.length !== manifest.seals)
    throw new FolderFault(SEALS_FILE, `holds ${seals.length} seals, not ${manifest.seals}`);
  return { folder, manifest, seals };
}

async function copied(ledger: Ledger, source: Source, terminal: Terminal): Promise<ReadBack> {
  const { leaves } = source.manifest;
  const progress = terminal.progress(2 * leaves, () => systemClock.elapsed());
  const there = await beginning(ledger, source);
  let batch: StoredEvent[] = [];
  let done = 0;
  for (const event of inOrder(source.folder, source.manifest)) {
    if (!isSeal(event)) done += 1;
    if (done > there || isSeal(event)) batch.push(event); // A seal that is there already is passed over.
    if (batch.length < BATCH) continue;
    await ledger.restore(batch);
    batch = [];
    progress.at(done);
  }
  if (batch.length > 0) await ledger.restore(batch);
  const copy = await readBack(ledger, source, (count) => progress.at(leaves + count));
  progress.end();
  return copy;
}

/** How many events of the folder stand in the ledger already, in their order; anything else there is refused. */
async function beginning(ledger: Ledger, { folder, manifest, seals }: Source): Promise<number> {
  const expected = leavesIn(folder, manifest);
  let there = 0;
  for await (const event of leavesOf(ledger)) {
    const { value } = expected.next();
    if (value?.leafHash !== event.leafHash)
      throw new RestoreRefused(`the ledger holds something else: ${placeOf(event)}`);
    there += 1;
  }
  for await (const event of ledger.readStream(SEAL_STREAM))
    if (seals[event.revision]?.leafHash !== event.leafHash)
      throw new RestoreRefused(`the ledger holds another seal: ${placeOf(event)}`);
  return there;
}

/** Every byte, every leaf hash, the order and the root, as the ledger now gives them back. */
async function readBack(
  ledger: Ledger,
  { folder, manifest, seals }: Source,
  at: (count: number) => void,
): Promise<ReadBack> {
  const tree = new HashTree(forgetful);
  const read = leavesOf(ledger);
  for (const expected of leavesIn(folder, manifest)) {
    await sameNext(expected, read);
    tree.append(Buffer.from(expected.leafHash, 'hex'));
    at(tree.size);
  }
  const sealsRead = sealEvents(ledger);
  for (const seal of seals) await sameNext(seal, sealsRead);
  const root = tree.root().toString('hex');
  if (root !== manifest.root)
    throw new Stop(EXIT.DIFFERENCE, `The root of what was copied is ${root}, not ${manifest.root}`);
  return { leaves: tree.size, seals: seals.length, root };
}

async function sameNext(expected: StoredEvent, read: AsyncIterator<StoredEvent, undefined>): Promise<void> {
  const { value: got } = await read.next();
  if (got === undefined) throw new Stop(EXIT.DIFFERENCE, `${placeOf(expected)} was not read back`);
  if (bytesOf(expected) !== bytesOf(got))
    throw new Stop(EXIT.DIFFERENCE, `${placeOf(expected)} was read back with other bytes`);
}

async function* sealEvents(ledger: Ledger): AsyncGenerator<StoredEvent, undefined> {
  yield* ledger.readStream(SEAL_STREAM);
  return undefined;
}

async function* leavesOf(ledger: Ledger): AsyncGenerator<StoredEvent, undefined> {
  for await (const event of ledger.readAll()) if (!isSeal(event)) yield event;
  return undefined;
}

function* leavesIn(folder: string, manifest: Manifest): Generator<StoredEvent, undefined> {
  for (let tile = 0; tile < tilesIn(manifest); tile += 1) yield* readTile(folder, manifest, tile).events;
  return undefined;
}

const placeOf = ({ stream, revision, id }: StoredEvent): string => `${stream} revision ${revision} (${id})`;
const bytesOf = (event: StoredEvent): string => JSON.stringify([storedLine(event), event.bytes.leaf]);

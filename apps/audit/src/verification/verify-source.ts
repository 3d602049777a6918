import { GrowingRoot, TILE_WIDTH, type StoredEvent } from '@uitkomst/ledger';
import type { Checkpoint, VerifierKey } from '@uitkomst/ledger/verify';
import { checkSeals, type Sealed } from './check-seals.js';
import { EventCheck } from './check-events.js';
import { explainRoots } from './explain-roots.js';
import { type Finding, Findings } from './finding.js';
import { bySize, type Mark } from './mark.js';
import { readCheckpoint } from './read-checkpoint.js';
import { sequenceOf } from './sequence.js';
import { hashMadeOf, type SoundTile, type Source } from './source.js';

const HASH_BYTES = 32;

/** What others hold of the ledger: an older checkpoint, a witness's. */
export interface Held {
  readonly place: string;
  readonly text: string;
}

export interface Verified {
  readonly findings: readonly Finding[];
  readonly count: number;
  readonly leaves: number;
  readonly seals: number;
  /** Leaves under the last seal that counts. */
  readonly sealed: number;
  readonly root: string;
  /** What is no alarm but must be said. */
  readonly remarks: readonly string[];
}

interface Asked {
  readonly keys: readonly VerifierKey[];
  readonly held: readonly Held[];
  /** A root over everything that the source itself states. */
  readonly stated?: Mark;
  readonly seen: Seen;
}

/** Told of everything as it is looked at. */
export interface Seen {
  /** An event, with the hash that counts for it. */
  event(event: StoredEvent, hash: Buffer): void;
  tile(tile: SoundTile): void;
}

/** Verifies a ledger: every byte, the place of every event, every root and signature, and what others hold against it. */
export async function verifySource(source: Source, findings: Findings, asked: Asked): Promise<Verified> {
  const remarks: string[] = [];
  const seals = await source.seals();
  const sealed = await checkSeals(seals, asked.keys, findings);
  const marks: Mark[] = [...sealed.marks, ...(asked.stated === undefined ? [] : [asked.stated])];
  const others = [
    ...(source.checkpoint === undefined ? [] : [{ place: 'checkpoint', text: source.checkpoint }]),
    ...asked.held,
  ];
  const held: (Checkpoint & { readonly place: string })[] = [];
  for (const { place, text } of others) {
    const checkpoint = await readCheckpoint(text, { place, keys: asked.keys }, findings);
    if (checkpoint !== undefined) held.push({ ...checkpoint, place });
  }
  const later = held.filter((checkpoint) => !isLost(checkpoint, sealed, remarks));
  marks.push(...later.map(({ size, root, place }) => ({ size, root: Buffer.from(root), place, own: false })));
  const { tree, fits } = await passed(source, { marks, findings, seen: asked.seen });
  for (const { size, place } of bySize(marks)
    .filter((mark) => mark.size > tree.size)
    .slice(-1))
    findings.add({ kind: 'SMALLER', place, what: `was signed over ${size} events; here are ${tree.size}` });
  if (!fits) explainRoots(await sequenceOf(source), marks, findings);
  return {
    findings: findings.list,
    count: findings.count,
    leaves: tree.size,
    seals: seals.length,
    sealed: Math.max(0, ...sealed.marks.map(({ size }) => size)),
    root: tree.root().toString('hex'),
    remarks,
  };
}

/** One pass over all events: each by itself, and the roots at the marks. Whether all of them fit, and the tiles too. */
async function passed(
  source: Source,
  { marks, findings, seen }: Pick<Asked, 'seen'> & { readonly marks: readonly Mark[]; readonly findings: Findings },
): Promise<{ readonly tree: GrowingRoot; readonly fits: boolean }> {
  const check = new EventCheck();
  const tree = GrowingRoot.empty();
  const coming = [...bySize(marks)].toReversed();
  let fits = true;
  const look = (): void => {
    for (let mark = coming.at(-1); mark !== undefined && mark.size <= tree.size; mark = coming.at(-1)) {
      coming.pop();
      if (mark.size === tree.size && !tree.root().equals(mark.root)) fits = false;
    }
  };
  look();
  const addEvent = (event: StoredEvent): void => {
    const kept = source.kept(tree.size);
    const hash = !source.lost(event) && check.look(event) ? hashIn(event) : hashMadeOf(source, event);
    if (kept?.equals(hash) === false) fits = false;
    tree.append(hash);
    look();
    seen.event(event, kept ?? hash);
  };
  const addTile = (tile: SoundTile): void => {
    const next = coming.at(-1);
    // A root in the middle of the tile is found leaf by leaf.
    if (next !== undefined && next.size < tree.size + TILE_WIDTH)
      for (let at = 0; at < tile.hashes.length; at += HASH_BYTES) {
        tree.append(tile.hashes.subarray(at, at + HASH_BYTES));
        look();
      }
    else tree.appendTile(tile.root);
    look();
    seen.tile(tile);
  };
  for await (const piece of source.pieces(findings, (tile) => check.follows(tile)))
    if ('hashes' in piece) addTile(piece);
    else addEvent(piece);
  await check.tell(findings, (wanted) => intactAmong(source, wanted));
  return { tree, fits };
}

const hashIn = ({ leafHash }: StoredEvent): Buffer => Buffer.from(leafHash, 'hex');

async function intactAmong(source: Source, wanted: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const event of source.leaves()) if (wanted.has(event.id) && isOwnLeaf(event)) found.add(event.id);
  return found;
}

const isOwnLeaf = ({ id, bytes }: StoredEvent): boolean => bytes.leaf.includes(`"id":"${id}"`);

/** A checkpoint of what a recovery gave up: the log says itself that this is gone. */
function isLost(
  checkpoint: Checkpoint & { readonly place: string },
  { recoveries }: Sealed,
  remarks: string[],
): boolean {
  const recovery = recoveries.find(
    ({ earlier, kept, lost }) => checkpoint.origin === earlier && checkpoint.size > kept && checkpoint.size <= lost,
  );
  if (recovery === undefined) return false;
  remarks.push(
    `${checkpoint.place} is over ${checkpoint.size} events; a backup of ${recovery.kept} was put back since, and the log says so`,
  );
  return true;
}

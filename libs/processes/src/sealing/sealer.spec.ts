import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  continueAfter,
  isSeal,
  lastSeal,
  leavesInFolder,
  leavesInMemory,
  type LeafStore,
  type Ledger,
  memoryLedger,
  openSealKeys,
  type RecordedEvent,
  rotateKey,
  type SealKeys,
} from '@uitkomst/ledger';
import { anEvent } from '@uitkomst/ledger/testing';
import { growsFrom, includes, isSignedBy, parseCheckpoint, parseNote } from '@uitkomst/ledger/verify';
import { type CheckpointFile, Sealer, SealRefused } from './sealer.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-sealer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;
const newFolder = (): string => join(folder, String((folders += 1)));
const noTimers = { every: () => () => undefined };

function paper(): CheckpointFile & { text: string | undefined } {
  return {
    text: undefined,
    read() {
      return this.text;
    },
    write(checkpoint) {
      this.text = checkpoint;
    },
  };
}

interface Place {
  readonly ledger: Ledger;
  readonly keys?: SealKeys;
  readonly leaves?: LeafStore;
  readonly published?: CheckpointFile;
}
const alarms: unknown[] = [];
const onError = (error: unknown): void => void alarms.push(error);
const opened: Sealer[] = [];
function sealerOf({ ledger, keys = openSealKeys(newFolder()), leaves = leavesInMemory(), published = paper() }: Place) {
  const sealer = new Sealer({ ledger, keys, leaves, published, timers: noTimers, onError });
  sealer.start();
  opened.push(sealer);
  return sealer;
}
afterEach(async () => {
  for (const sealer of opened.splice(0)) await sealer.stop().catch(() => undefined);
  alarms.length = 0;
});

async function append(ledger: Ledger, count: number): Promise<readonly RecordedEvent[]> {
  const made: RecordedEvent[] = [];
  for (let index = 0; index < count; index += 1) {
    const result = await ledger.append(`client-0000-${made.length}-${Math.random()}`, 'none', [anEvent()]);
    if (result.ok) made.push(...result.events);
  }
  return made;
}

async function caughtUp(sealer: Sealer, leaves: number): Promise<void> {
  for (let turn = 0; sealer.log.tree.size < leaves; turn += 1) {
    if (turn > 2_000) throw new Error(`Only ${sealer.log.tree.size} of ${leaves} leaves came`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function sealed(sealer: Sealer, leaves: number): Promise<void> {
  await caughtUp(sealer, leaves);
  await sealer.sealNow();
  expect(sealer.seal?.size).toBe(leaves);
}

test('what was recorded is sealed, published, and each event proven to be in it', async () => {
  const ledger = memoryLedger();
  const [keys, published] = [openSealKeys(newFolder()), paper()];
  const sealer = sealerOf({ ledger, keys, published });
  const events = await append(ledger, 300);
  await sealed(sealer, 300);
  const note = parseNote(published.text ?? '');
  expect(await isSignedBy(note, [keys.signing.verifier])).toBe(true);
  const { root, size } = parseCheckpoint(note.text);
  for (const event of events) {
    const index = sealer.log.indexOf(event.id) ?? -1;
    expect(includes(root, sealer.log.tree.inclusion(index, size), Buffer.from(event.leafHash, 'hex'))).toBe(true);
  }
  expect(sealer.log.indexOf('00000000-0000-7000-8000-000000000000')).toBeUndefined();
});

test('nothing new is not sealed again, and a seal is no leaf', async () => {
  const ledger = memoryLedger();
  const sealer = sealerOf({ ledger });
  await sealer.sealNow();
  expect(await lastSeal(ledger)).toBeUndefined();
  await append(ledger, 3);
  await sealed(sealer, 3);
  const older = sealer.seal;
  await sealer.sealNow();
  await append(ledger, 2);
  await sealed(sealer, 5);
  const newer = sealer.seal;
  expect([older?.revision, newer?.revision]).toEqual([0, 1]);
  if (older === undefined || newer === undefined) throw new Error('Not sealed');
  expect(growsFrom(older.root, newer.root, sealer.log.tree.consistency(3, 5))).toBe(true);
});

test('of two sealers one signs, and both know what was signed', async () => {
  const ledger = memoryLedger();
  const keys = openSealKeys(newFolder());
  const [one, other] = [sealerOf({ ledger, keys }), sealerOf({ ledger, keys })];
  for (let round = 1; round <= 20; round += 1) {
    await append(ledger, 5);
    await Promise.all([caughtUp(one, round * 5), caughtUp(other, round * 5)]);
    await Promise.all([one.sealNow(), other.sealNow()]);
    await Promise.all([one.sealNow(), other.sealNow()]);
    expect([one.seal?.size, other.seal?.size]).toEqual([round * 5, round * 5]);
  }
  const sizes: number[] = [];
  for await (const { payload, stream } of ledger.readAll())
    if (isSeal({ stream })) sizes.push((payload as { readonly size: number }).size);
  expect(sizes).toEqual(Array.from({ length: 20 }, (_, round) => (round + 1) * 5));
  expect(alarms).toEqual([]);
});

/** A ledger that was sealed by a process that ended. */
const shared = async (leaves: number) => {
  const place = { ledger: memoryLedger(), keys: openSealKeys(newFolder()), published: paper() };
  const kept = newFolder();
  const first = sealerOf({ ...place, leaves: leavesInFolder(kept) ?? leavesInMemory() });
  const events = await append(place.ledger, leaves);
  await sealed(first, leaves);
  await first.stop();
  opened.length = 0;
  return { ...place, kept, events };
};

describe('after a restart', () => {
  it('the tree goes on from the full tiles that were kept', async () => {
    const { kept, events, ...place } = await shared(700);
    const leaves = leavesInFolder(kept);
    expect(leaves?.tiles).toBe(2);
    const sealer = sealerOf({ ...place, ...(leaves && { leaves }) });
    await append(place.ledger, 1);
    await sealed(sealer, 701);
    expect(events.map(({ id }) => sealer.log.indexOf(id))).toEqual(events.map((_, index) => index));
    for (const index of [0, 255, 256, 699]) {
      const read = place.ledger.readAll({ after: sealer.log.placeBefore(index), max: 256 });
      const ids: string[] = [];
      for await (const { id } of read) ids.push(id);
      expect(ids).toContain(events[index]?.id);
    }
  });

  it('what was cut off or damaged in its files is made again from the ledger', async () => {
    const { kept, events, ...place } = await shared(700);
    truncateSync(join(kept, 'ids'), 5_000);
    const cut = sealerOf({ ...place, leaves: leavesInFolder(kept) ?? leavesInMemory() });
    await sealed(cut, 700);
    await cut.stop();
    const alien = await shared(600);
    const sealer = sealerOf({ ...place, leaves: leavesInFolder(alien.kept) ?? leavesInMemory() });
    await caughtUp(sealer, 700);
    await sealer.sealNow(); // Sees that the files are of another ledger, and begins anew.
    await sealed(sealer, 700);
    expect(sealer.log.indexOf(events[699]?.id ?? '')).toBe(699);
    expect(alarms).toEqual([]);
  });

  it('two processes do not write the same files', () => {
    const place = newFolder();
    const mine = leavesInFolder(place);
    expect(leavesInFolder(place)).toBeUndefined();
    mine?.close();
    const again = leavesInFolder(place);
    expect(again).toBeDefined();
    again?.close();
  });
});

describe('nothing is signed', () => {
  it('when the ledger is not what was sealed', async () => {
    const keys = openSealKeys(newFolder());
    const real = memoryLedger();
    const sealer = sealerOf({ ledger: real, keys });
    await append(real, 4);
    await sealed(sealer, 4);
    const seals = [];
    for await (const event of real.readAll({ prefixes: ['seal-'] })) seals.push(event);
    const forged = memoryLedger();
    await append(forged, 4);
    await forged.restore(seals);
    const other = sealerOf({ ledger: forged, keys });
    await caughtUp(other, 4);
    await expect(other.sealNow()).rejects.toThrow(SealRefused);
    expect(await lastSeal(forged)).toMatchObject({ revision: 0 });
  });

  it('with a key that the ledger is not sealed with', async () => {
    const ledger = memoryLedger();
    const [mine, stranger] = [sealerOf({ ledger }), sealerOf({ ledger })];
    await append(ledger, 1);
    await sealed(mine, 1);
    await append(ledger, 1);
    await caughtUp(stranger, 2);
    await expect(stranger.sealNow()).rejects.toThrow('sealed with another key');
  });

  it('after an older backup was put back, until a recovery says so; then it is another log', async () => {
    const [place, published] = [newFolder(), paper()];
    const keys = openSealKeys(place);
    const before = memoryLedger();
    const sealer = sealerOf({ ledger: before, keys, published });
    await append(before, 3);
    await sealed(sealer, 3);
    const backup = [];
    for await (const event of before.readAll()) backup.push(event);
    await append(before, 5);
    await sealed(sealer, 8);
    const restored = memoryLedger();
    await restored.restore(backup);
    await append(restored, 1);
    const later = sealerOf({ ledger: restored, keys, published });
    await caughtUp(later, 4);
    await expect(later.sealNow()).rejects.toThrow('after restoring a backup run audit recover');
    const last = parseCheckpoint(parseNote(published.text ?? '').text);
    const recovered = sealerOf({ ledger: restored, keys: continueAfter(place, last), published });
    await sealed(recovered, 4);
    expect((await lastSeal(restored))?.origin).toBe(
      `${keys.signing.verifier.name}/after/8/${Buffer.from(last.root).toString('hex')}`,
    );
  });
});

test('a rotated key seals on in the same log', async () => {
  const [ledger, place, published] = [memoryLedger(), newFolder(), paper()];
  const first = sealerOf({ ledger, keys: openSealKeys(place), published });
  await append(ledger, 1);
  await sealed(first, 1);
  await first.stop();
  const next = sealerOf({ ledger, keys: rotateKey(place), published });
  await append(ledger, 1);
  await sealed(next, 2);
  expect(next.seal?.origin).toBe(first.seal?.origin);
  expect(next.seal?.signature.keyId).not.toBe(first.seal?.signature.keyId);
});

test('who waits for a seal hears of it, or that it did not come in time', async () => {
  const ledger = memoryLedger();
  const sealer = sealerOf({ ledger });
  await append(ledger, 2);
  await caughtUp(sealer, 2);
  expect(await sealer.sealed(2, 5)).toBe(false);
  const waiting = sealer.sealed(2, 60_000);
  await sealer.sealNow();
  expect(await waiting).toBe(true);
  expect(await sealer.sealed(1, 0)).toBe(true);
});

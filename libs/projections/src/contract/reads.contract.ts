import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '@uitkomst/ledger';
import { LeaseLost } from '../lease.js';
import { defineProjection, type Projection } from '../projection.js';
import type { Question, ReadStore } from '../reads.js';
import type { OpenReads } from './tally.js';

interface Thing {
  readonly town: string;
  readonly name: string;
  readonly size?: number;
  readonly open: boolean;
  readonly about?: readonly string[];
}

const THINGS: Projection<Thing> = defineProjection<readonly Thing[], Thing>({
  name: 'things',
  version: 1,
  fold: { follows: () => true, initial: () => [], evolve: (state) => state },
  columns: { town: 'text', name: 'text', size: 'integer', open: 'boolean', about: 'json' },
  primaryKey: ['town', 'name'],
  indexes: [['size'], ['open', 'name']],
  rows: (state) => state,
});

const ALL: readonly Thing[] = [
  { town: 'a', name: 'B', size: 3, open: true, about: ['é"\\', '\u{1f600}'] },
  { town: 'a', name: 'a', open: false },
  { town: 'a', name: 'é', size: 9_007_199_254_740_991, open: true },
  { town: 'b', name: `'; drop table things_v1; --`, size: -1, open: false, about: [] },
];

async function filled(reads: ReadStore): Promise<ReadStore> {
  await reads.prepare(THINGS);
  await reads.write([{ projection: THINGS, from: -1 as Position, to: 4 as Position, rows: new Map([['s', ALL]]) }]);
  return reads;
}

const names = async (reads: ReadStore, question: Question<Thing>) =>
  (await reads.select(THINGS, question)).map(({ name }) => name);

/** What is asked of a read store: the same answers on every engine. */
export function questionsContract(open: OpenReads): void {
  test('rows come back as they were, what is unknown left out', async () => {
    const reads = await filled(await open());
    expect(await reads.select(THINGS, { orderBy: [{ column: 'town' }, { column: 'name' }] })).toEqual(ALL);
  });

  test('conditions hold together, orders and pages are the same everywhere', async () => {
    const reads = await filled(await open());
    const where = { column: 'town', is: '=', value: 'a' } as const;
    const bySize = [{ column: 'size' }, { column: 'name' }] as const;
    const downwards = [{ column: 'size', descending: true }] as const;
    expect(await names(reads, { where: [where], orderBy: bySize })).toEqual(['a', 'B', 'é']);
    expect(await names(reads, { where: [where], orderBy: downwards })).toEqual(['é', 'B', 'a']);
    expect(await names(reads, { orderBy: [{ column: 'name' }], limit: 2, offset: 1 })).toEqual(['B', 'a']);
    expect(await names(reads, { orderBy: [{ column: 'name' }], offset: 3 })).toEqual(['é']);
    expect(await names(reads, { where: [where, { column: 'open', is: '=', value: true }], orderBy: bySize })).toEqual([
      'B',
      'é',
    ]);
    expect(await names(reads, { where: [{ column: 'size', is: 'unknown' }] })).toEqual(['a']);
    expect(
      await names(reads, {
        where: [
          { column: 'size', is: 'known' },
          { column: 'size', is: '<', value: 3 },
        ],
      }),
    ).toEqual([ALL[3]?.name]);
    expect(
      await names(reads, { where: [{ column: 'name', is: 'in', values: ['a', `'; drop table things_v1; --`] }] }),
    ).toHaveLength(2);
    expect(await names(reads, { where: [{ column: 'name', is: 'in', values: [] }] })).toEqual([]);
    expect(await names(reads, { where: [{ column: 'name', is: 'holds', text: 'things_v' }] })).toEqual([ALL[3]?.name]);
    expect(await names(reads, { where: [{ column: 'name', is: 'holds', text: 'drop%table' }] })).toEqual([]);
    expect(await reads.count(THINGS, [where])).toBe(3);
    expect(await reads.countBy(THINGS, 'open')).toEqual(
      new Map([
        ['0', 2],
        ['1', 2],
      ]),
    );
  });

  test('the hash is over all rows in the order of their key, and is the same on every engine', async () => {
    const reads = await filled(await open());
    expect(await reads.hash(THINGS)).toBe('596a78cb7ed1eaf4c6a82f35db65e7b16a6e3861534f22ed0a6f36ec5c96ed6e');
  });

  test('rows of a stream take the place of its earlier ones; those of others stay', async () => {
    const reads = await filled(await open());
    const [first] = ALL;
    const rows = new Map<string, readonly object[]>([
      ['s', [first ?? {}]],
      ['t', [{ ...first, town: 'c' }]],
    ]);
    await reads.write([{ projection: THINGS, from: 4 as Position, to: 5 as Position, rows }]);
    await reads.write([{ projection: THINGS, from: 5 as Position, to: 6 as Position, rows: new Map([['t', []]]) }]);
    expect(await reads.select(THINGS)).toEqual([first]);
    expect(await reads.checkpoint('things', 1)).toBe(6);
  });

  test('cursors are moved together', async () => {
    const reads = await open();
    expect(await reads.cursor('sweep')).toBe(-1);
    await reads.moveCursor('sweep', 3 as Position);
    await reads.moveCursors({ sweep: 4, relay: 9 });
    expect([await reads.cursor('sweep'), await reads.cursor('relay')]).toEqual([4, 9]);
  });
}

/** What readers see while a newer program builds its own version beside the one of the program before. */
export function upgradesContract(open: OpenReads): void {
  test('after an upgrade the earlier version answers as far as it can, and says so where it lacks what is read', async () => {
    const reads = await filled(await open());
    const columns = { ...THINGS.columns, colour: 'text' } as const;
    const upgraded: Projection<Thing & { colour?: string }> = { ...THINGS, version: 2, columns, rows: () => [] };
    const rewritten: Projection<Thing> = { ...THINGS, version: 2 };
    await reads.prepare(upgraded);
    expect(await reads.count(rewritten)).toBe(4);
    expect(await reads.select(rewritten, { limit: 1, orderBy: [{ column: 'town' }, { column: 'name' }] })).toEqual([
      ALL[0],
    ]);
    const missing = { name: 'ReadsUnavailable', message: 'Version 2 of things is still being built' };
    await expect(reads.select(upgraded)).rejects.toMatchObject(missing);
    await expect(reads.count(upgraded, [{ column: 'colour', is: 'known' }])).rejects.toMatchObject(missing);
    await expect(reads.countBy(upgraded, 'colour')).rejects.toMatchObject(missing);
    await reads.serve(upgraded);
    expect(await reads.select(upgraded)).toEqual([]);
  });
}

/** One moves on, nobody else: whoever was thought dead writes nothing when it wakes. */
export function leasesContract(open: OpenReads): void {
  const LONG = 60_000;
  const SHORT = 50;

  test('one holds a lease until it is left or lapses; each holder has a greater token', async () => {
    const reads = await open();
    const first = await reads.takeLease('reading', 'a', LONG);
    expect(first).toEqual({ name: 'reading', holder: 'a', token: 1 });
    expect(await reads.takeLease('reading', 'b', LONG)).toBeUndefined();
    expect(await reads.takeLease('other', 'b', LONG)).toMatchObject({ token: 1 });
    if (first) await reads.leaveLease(first);
    expect(await reads.takeLease('reading', 'b', SHORT)).toMatchObject({ holder: 'b', token: 2 });
    await sleep(2 * SHORT);
    expect(await reads.takeLease('reading', 'a', LONG)).toMatchObject({ token: 3 });
  });

  test('of many who ask at once one gets it', async () => {
    const reads = await open();
    const asked = Array.from({ length: 20 }, (_, index) => reads.takeLease('reading', `h${index}`, LONG));
    expect((await Promise.all(asked)).filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  test('who keeps it, has it for longer; who was overtaken hears it, and leaving changes nothing', async () => {
    const reads = await open();
    const slow = await reads.takeLease('reading', 'slow', SHORT);
    if (slow === undefined) throw new Error('Nobody held it');
    expect(await reads.keepLease(slow, SHORT)).toBe(true);
    await sleep(2 * SHORT);
    expect(await reads.takeLease('reading', 'next', LONG)).toMatchObject({ token: 2 });
    expect(await reads.keepLease(slow, LONG)).toBe(false);
    await reads.leaveLease(slow);
    expect(await reads.takeLease('reading', 'third', LONG)).toBeUndefined();
  });

  test('whoever was overtaken writes nothing any more: no rows, no checkpoint, no cursor, no table', async () => {
    const reads = await open();
    const slow = await reads.takeLease('reading', 'slow', SHORT);
    if (slow === undefined) throw new Error('Nobody held it');
    const behind = await filled(reads.fenced(slow));
    await sleep(2 * SHORT);
    const next = await reads.takeLease('reading', 'next', LONG);
    if (next === undefined) throw new Error('It did not lapse');
    const change = { projection: THINGS, from: 4 as Position, to: 5 as Position, rows: new Map([['s', []]]) };
    await expect(behind.write([change])).rejects.toThrow(LeaseLost);
    await expect(behind.moveCursors({ relay: 9 })).rejects.toThrow(LeaseLost);
    await expect(behind.serve(THINGS)).rejects.toThrow(LeaseLost);
    await expect(behind.forget(THINGS)).rejects.toThrow(LeaseLost);
    await expect(behind.prepare(THINGS)).rejects.toThrow(LeaseLost);
    expect(await behind.select(THINGS)).toHaveLength(ALL.length);
    await reads.fenced(next).write([change]);
    expect(await reads.count(THINGS)).toBe(0);
    expect(await reads.cursor('relay')).toBe(-1);
  });
}

import { KnownIds, LOOKED_BACK } from './known-ids.js';

const learn = (ids: KnownIds, stream: string, from: number, count: number): void => {
  for (let revision = from; revision < from + count; revision += 1)
    ids.learn({ stream, revision, id: `${stream} ${revision}` });
};

test('ids are known where they stand, from wherever a stream was read, and never over a gap', () => {
  const ids = new KnownIds();
  expect(ids.range('a')).toBeUndefined();
  learn(ids, 'a', 5, 3);
  learn(ids, 'a', 9, 1);
  learn(ids, 'a', 2, 2);
  expect(ids.range('a')).toEqual({ first: 5, last: 7 });
  expect(ids.revisionOf('a', 'a 6')).toBe(6);
  expect([ids.revisionOf('a', 'a 9'), ids.revisionOf('b', 'a 6')]).toEqual([undefined, undefined]);
  expect(ids.ownerOf('a 5')).toBe('a');
});

test('of a long stream the last are kept, of many streams those used last', () => {
  const ids = new KnownIds(3 * LOOKED_BACK);
  learn(ids, 'long', 0, 5 * LOOKED_BACK);
  expect(ids.range('long')?.last).toBe(5 * LOOKED_BACK - 1);
  expect(ids.range('long')?.first).toBeLessThanOrEqual(4 * LOOKED_BACK);
  expect(ids.ownerOf('long 0')).toBeUndefined();
  learn(ids, 'a', 0, LOOKED_BACK);
  learn(ids, 'b', 0, LOOKED_BACK);
  expect(ids.range('long')).toBeUndefined();
  expect([ids.range('a')?.last, ids.range('b')?.last]).toEqual([LOOKED_BACK - 1, LOOKED_BACK - 1]);
});

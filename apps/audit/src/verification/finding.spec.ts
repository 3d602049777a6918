import { Findings } from './finding.js';

test('what was found apart is counted in full, though no more is kept than of one ledger', () => {
  const [all, apart] = [new Findings(), new Findings()];
  all.add({ kind: 'CHANGED', place: 'leaf 0', what: 'is not what was hashed' });
  for (let tile = 0; tile < 2000; tile += 1) apart.add({ kind: 'TILE', place: `tile ${tile}`, what: 'does not exist' });
  all.addAll(apart);
  expect([all.count, all.list.length]).toEqual([2001, 1000]);
});

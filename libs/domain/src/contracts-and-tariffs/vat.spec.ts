import { addedVatCents, vatCents } from './vat.js';

test.each([
  ['no tax agreed', undefined, 300_000, 0, 0],
  ['exempt', { treatment: 'EXEMPT', rateBp: 2100 }, 300_000, 0, 0],
  ['21 % on top', { treatment: 'ADDED', rateBp: 2100 }, 300_000, 63_000, 63_000],
  ['21 % inside', { treatment: 'INCLUDED', rateBp: 2100 }, 300_000, 0, 52_066],
  ['half a cent goes up', { treatment: 'ADDED', rateBp: 2100 }, 50, 11, 11],
  ['less than half goes down', { treatment: 'ADDED', rateBp: 900 }, 5, 0, 0],
  ['on top without a rate', { treatment: 'ADDED' }, 300_000, 0, 0],
] as const)('%s', (_title, vat, cents, added, within) => {
  expect([addedVatCents(cents, vat), vatCents(cents, vat)]).toEqual([added, within]);
});

import { pathIn, searchIn } from './search-in.js';

test('what is asked holds all that stands after the first question mark', () => {
  const url = '/v1/werkvoorraad?q=wie?wat&page=2';
  expect(pathIn(url)).toBe('/v1/werkvoorraad');
  expect([...searchIn(url)]).toEqual([
    ['q', 'wie?wat'],
    ['page', '2'],
  ]);
});

test('an address without a query asks nothing', () => {
  expect([pathIn('/v1/claims'), searchIn('/v1/claims').size]).toEqual(['/v1/claims', 0]);
});

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

test('of a whole address, as a proxy may send it, the host is no part of the path', () => {
  const url = 'HTTP://elders.example:8080/v1/claims?state=https://x/y';
  expect([pathIn(url), [...searchIn(url)]]).toEqual(['/v1/claims', [['state', 'https://x/y']]]);
  expect(pathIn('/v1/claims/http://x')).toBe('/v1/claims/http://x');
});

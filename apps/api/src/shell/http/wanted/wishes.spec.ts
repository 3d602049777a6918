import { languageOf } from './language.js';
import { preferred } from './media-types.js';
import { wishesIn } from './wishes.js';

test('a wish is read in any case, with or without spaces and other parameters', () => {
  expect(wishesIn('Text/CSV ;Header=x; Q=0.25,en-GB')).toEqual([
    { name: 'text/csv', quality: 0.25, place: 0 },
    { name: 'en-gb', quality: 1, place: 1 },
  ]);
});

test.each(['', 'x', '-1', '2', '1e-9', '0x0', '0.1234', '1.001', '.5', 'NaN', '0.5.5'])(
  'a weight of "%s" is none, and counts as not said for every header alike',
  (weight) => {
    expect(languageOf({ 'accept-language': `nl;q=0.9, en;q=${weight}` })).toBe('en');
    expect(preferred(`text/csv;q=0.9, application/json;q=${weight}`, ['text/csv', 'application/json'])).toBe(
      'application/json',
    );
  },
);

test.each([
  ['en;q=0', 'nl'],
  ['nl;q=0.500, en;q=1.000', 'en'],
  ['en-GB;q=0.3, nl;q=0.', 'en'],
  ['nl, en', 'nl'],
  ['*', 'nl'],
])('Accept-Language: %s is answered in %s', (header, language) => {
  expect(languageOf({ 'accept-language': header })).toBe(language);
});

import { mediaTypeOf, preferred } from './media-types.js';

const JSON_TYPE = 'application/json';
const CSV = 'text/csv';

test('the media type of a body is read in any case and without its parameters', () => {
  for (const header of ['text/csv', 'Text/CSV; charset=utf-8', ' TEXT/csv ;header=present', 'text/csv, text/plain'])
    expect(mediaTypeOf(header)).toBe(CSV);
  expect(mediaTypeOf()).toBe('');
});

test.each([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['APPLICATION/JSON', JSON_TYPE],
  ['application/json;q=0', undefined],
  ['application/json; q=0.0, */*', CSV],
  ['text/csv;q=0, application/json', JSON_TYPE],
  ['text/csv;q=0.2, application/json;q=0.8', JSON_TYPE],
  ['text/csv, application/json', CSV],
  ['application/json, text/csv', JSON_TYPE],
  ['text/*', CSV],
  ['text/csv;charset=utf-8, */*', CSV],
  ['text/html', undefined],
  ['', undefined],
])('of JSON and CSV, Accept: %s is answered with %s', (accept, type) => {
  expect(preferred(accept, [JSON_TYPE, CSV])).toBe(type);
});

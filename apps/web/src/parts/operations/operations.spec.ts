import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nl } from './operations.nl.js';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

test('every operation of the API can be told in words to who reads the logs', () => {
  const { paths } = JSON.parse(readFileSync(resolve(__dirname, '../../../../api/openapi.json'), 'utf8')) as Document;
  const operations = Object.values(paths).flatMap((path) =>
    Object.values(path).flatMap(({ operationId = [] }) => operationId),
  );
  expect(operations.length).toBeGreaterThan(100);
  expect(operations.filter((operation) => !(operation in nl.operations))).toEqual([]);
});

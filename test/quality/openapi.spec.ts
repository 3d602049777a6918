import { readFileSync } from 'node:fs';
import { Spectral } from '@stoplight/spectral-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildOpenApi } from '../../apps/api/src/shell/http/document/openapi.js';
import { runApp, type RunningApp } from '../e2e/running-app.js';
import { apiRules } from './api-rules.js';

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly description: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly headers?: Readonly<Record<string, { readonly required?: boolean }>> }>
  >;
};

const committed = readFileSync('apps/api/openapi.json', 'utf8');
const { paths } = JSON.parse(committed) as Document;
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);
let running: RunningApp;
beforeAll(async () => {
  running = await runApp();
});
afterAll(() => running.stop());

async function lint(document: unknown): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset(apiRules);
  const results = await spectral.run(JSON.stringify(document));
  return results.map(({ code, path }) => `${code} at ${path.join('.')}`);
}

test('the committed document is the one the code produces (else: npm run openapi)', async () => {
  expect(`${JSON.stringify(await buildOpenApi(running.app.http), null, 2)}\n`).toBe(committed);
});

test('the types of the pages are made from that document (else: npm run openapi)', async () => {
  const types = astToString(await openapiTS(committed));
  expect(readFileSync('apps/web/src/openapi.d.ts', 'utf8')).toContain(types);
}, 60_000);

test('what is served is that document', async () => {
  const { body } = await (await running.as('AUDITOR')).get('/openapi.json');
  expect(body).toEqual(JSON.parse(committed));
});

test('the document keeps the API design rules', async () => {
  expect(await lint(JSON.parse(committed))).toEqual([]);
});

const fine = {
  operationId: 'fine',
  description: 'x',
  tags: ['claims'],
  responses: {
    200: { description: 'x', headers: { 'API-Version': { schema: { type: 'string' } } } },
    404: {
      description: 'x',
      headers: { 'API-Version': { schema: { type: 'string' } } },
      content: { 'application/problem+json': { schema: { type: 'object' } } },
    },
  },
};

test.each([
  ['uri-version', '/v1/claims', { get: fine }],
  ['no-trailing-slash', '/claims/', { get: fine }],
  ['version-header', '/x', { get: { ...fine, responses: { 200: { description: 'x' } } } }],
  ['query-keys-camel-case', '/x', { get: { ...fine, parameters: [{ in: 'query', name: 'a_b' }] } }],
  [
    'problem-details',
    '/x',
    { get: { ...fine, responses: { ...fine.responses, 404: { description: 'x', content: { 'text/plain': {} } } } } },
  ],
])('rule %s fires on a broken document', async (rule, path, item) => {
  const document = { ...(JSON.parse(committed) as object), paths: { [path]: item } };
  expect(await lint(document)).toContainEqual(expect.stringContaining(rule));
});

test('rule uri-version fires on a document whose server is of no version', async () => {
  const document = { ...(JSON.parse(committed) as object), servers: [{ url: '/' }] };
  expect(await lint(document)).toContainEqual(expect.stringContaining('uri-version'));
});

test('rule doc-openapi-contact fires on a document without a contact', async () => {
  const { info, ...rest } = JSON.parse(committed) as { info: object };
  const document = { ...rest, info: { ...info, contact: {} } };
  expect(await lint(document)).toContainEqual(expect.stringContaining('doc-openapi-contact'));
});

test('every operation has a name of its own, a Dutch description and a group', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { operation } of operations) {
    expect(operation.description.length).toBeGreaterThan(5);
    expect(operation.tags).toHaveLength(1);
  }
});

const headersOf = ({ parameters }: Operation): string[] => parameters.map(({ name }) => name);

test('whatever records asks for an Idempotency-Key, whatever decides on a version for If-Match', () => {
  const posts = operations.filter(
    ({ method, path }) => method === 'post' && !/(_(zoek|controleer|vernieuw)|proefberekeningen)$/.test(path),
  );
  expect(posts.filter(({ operation }) => !headersOf(operation).includes('Idempotency-Key'))).toEqual([]);
  const conditional = posts.filter(({ operation }) => '428' in operation.responses);
  expect(conditional.length).toBeGreaterThan(5);
  expect(conditional.filter(({ operation }) => !headersOf(operation).includes('If-Match'))).toEqual([]);
});

test('whatever makes something says where it is, and whatever asks for a version says where that is read', () => {
  const made = operations.filter(({ operation }) => '201' in operation.responses);
  expect(made.length).toBeGreaterThan(40);
  expect(made.filter(({ operation }) => operation.responses['201']?.headers?.['Location'] === undefined)).toEqual([]);
  const withVersion = operations.filter(({ operation }) => operation.responses['200']?.headers?.['ETag'] !== undefined);
  expect(withVersion.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/claims/{claimId}', '/betaalbatches/{batchId}', '/contracten/{contractId}']),
  );
});

test('what was recorded on a resource is read back there, but for words: each of those is read by itself alone', () => {
  const made = operations.filter(({ operation, path }) => '201' in operation.responses && !path.endsWith('/woorden'));
  expect(made.filter(({ path }) => paths[path]?.['get'] === undefined).map(({ path }) => path)).toEqual([]);
});

test('a delivery is an object in JSON and a text in CSV', () => {
  const body = operations.find(({ operation }) => operation.operationId === 'deliver')?.operation.requestBody;
  expect(body?.content).toMatchObject({
    'application/json': { schema: { $ref: '#/components/schemas/Delivery' } },
    'text/csv': { schema: { type: 'string' } },
  });
});

import { readFileSync } from 'node:fs';
import { buildAsyncApi, PUBLICATIONS, TOPICS } from '@uitkomst/contracts';
import { Ruleset, Spectral } from '@stoplight/spectral-core';
import { asyncapi } from '@stoplight/spectral-rulesets';
import { API_VERSION } from '../../apps/api/src/shell/version.js';
import { runApp } from '../e2e/running-app.js';

const committed = readFileSync('apps/api/asyncapi.json', 'utf8');

async function lint(document: string): Promise<string[]> {
  const spectral = new Spectral();
  // The brokers are each municipality's own, so the document names none.
  spectral.setRuleset(new Ruleset({ extends: [[asyncapi, 'all']], rules: { 'asyncapi-servers': 'off' } }));
  const results = await spectral.run(document);
  return results.map(({ code, path }) => `${code} at ${path.join('.')}`);
}

test('the committed document is the one the schemas produce (else: npm run openapi)', () => {
  expect(`${JSON.stringify(buildAsyncApi(API_VERSION), null, 2)}\n`).toBe(committed);
});

test('what is served is that document, to everybody', async () => {
  const running = await runApp();
  const answer = await running.app.http.inject({ method: 'GET', url: '/v1/asyncapi.json' });
  await running.stop();
  expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([200, '*']);
  expect(answer.json()).toEqual(JSON.parse(committed));
});

test('the document keeps the rules of AsyncAPI, and a broken one does not', async () => {
  expect(await lint(committed)).toEqual([]);
  expect(await lint(committed.replace('"action": "send"', '"action": "shout"'))).not.toEqual([]);
});

test('it names every topic and every event that goes out, and refers to nothing that is not there', () => {
  const document = JSON.parse(committed) as {
    readonly channels: Readonly<Record<string, { readonly address: string }>>;
    readonly components: { readonly messages: Readonly<Record<string, unknown>> };
  };
  expect(Object.values(document.channels).map(({ address }) => address)).toEqual(Object.values(TOPICS));
  expect(Object.keys(document.components.messages)).toEqual([...Object.keys(PUBLICATIONS), 'Delivery', 'DeadLetter']);
  for (const [, pointer = ''] of committed.matchAll(/"\$ref": "#([^"]+)"/g)) {
    const found = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], document);
    expect([pointer, found !== undefined]).toEqual([pointer, true]);
  }
});

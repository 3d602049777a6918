import { readFileSync } from 'node:fs';
import { PRESETS } from '@uitkomst/domain';
import { runApp, type RunningApp } from './running-app.js';

let running: RunningApp;
beforeAll(async () => {
  running = await runApp();
});
afterAll(() => running.stop());

/** A worked case of the audit reports, told of the set that is offered. */
const golden = (name: string, preset: string): string =>
  readFileSync(`test/cases/${name}.yaml`, 'utf8').replace(/^preset: .*$/m, `preset: ${preset}`);

const set = (told: object = {}) => ({
  version: 1,
  parameters: { ...PRESETS.get('NL-STD@1')?.parameters, requiredSources: [] },
  text: 'Duurzame uitstroom',
  decisionRef: 'Raadsbesluit 2009/12',
  validFrom: '2009-01-01',
  ...told,
});
const publish = async (id: string, body: object) =>
  (await running.as('CONTRACTS')).post(`/normenkaders/${id}/versies`, body);

test('a set is published with the cases that come out as they should', async () => {
  const files = [golden('GC-04', 'HAARLEM@1'), golden('GC-05', 'HAARLEM@1')];
  expect((await publish('HAARLEM', set({ goldenCases: { files } }))).status).toBe(201);
  const known = await (await running.as('PROVIDER')).get('/normenkaders');
  expect(known.body).toMatchObject({ results: [{ id: 'HAARLEM', version: 1, validFrom: '2009-01-01' }] });
});

test('a case that comes out otherwise stops it, by name and with the difference, and nothing is published', async () => {
  const files = [golden('GC-01', 'DEVENTER@1'), golden('GC-04', 'DEVENTER@1')];
  const parameters = { ...set().parameters, causality: 'NONE' };
  const refused = await publish('DEVENTER', set({ parameters, goldenCases: { files } }));
  expect([refused.status, refused.body['code'], refused.body['cases']]).toEqual([409, 'GOLDEN_CASES_FAIL', ['GC-04']]);
  expect(String(refused.body['detail'])).toContain('GC-04');
  expect(refused.body['words']).toContainEqual({
    code: 'NO_ASSIGNMENT',
    text: expect.arrayContaining([
      { language: 'nl', value: 'De gemeente heeft deze cliënt niet bij deze aanbieder geplaatst.' },
    ]),
  });
  expect(refused.body['differences']).toEqual(
    expect.arrayContaining([expect.stringMatching(/^DIFF GC-04 .*expected/)]),
  );
  const versions = await (await running.as('CONTRACTS')).get('/normenkaders/DEVENTER/versies');
  expect(versions.status).toBe(404);
});

test('what cannot be read says which case and where', async () => {
  const files = [golden('GC-04', 'ALMERE@1'), golden('GC-04', 'NL-STD@1'), 'case: [\n'];
  const { status, body } = await publish('ALMERE', set({ goldenCases: { files } }));
  expect(status).toBe(400);
  expect(body['errors']).toEqual([
    expect.objectContaining({ pointer: '/goldenCases/files/1', message: expect.stringContaining('NL-STD@1') }),
    expect.objectContaining({ pointer: '/goldenCases/files/2' }),
  ]);
});

test('only contract management gets as far as running them', async () => {
  const officer = await running.as('OFFICER');
  const body = set({ goldenCases: { files: ['case: ['] } });
  expect((await officer.post('/normenkaders/ALMERE/versies', body)).status).toBe(403);
});

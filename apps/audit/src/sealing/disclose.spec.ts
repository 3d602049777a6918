import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey, openLedger } from '@uitkomst/ledger';
import { sealAll } from '@uitkomst/ledger/testing';
import { type Disclosure, verifierKeyText } from '@uitkomst/ledger/verify';
import { runAudit } from '../program.js';
import { capture } from '../testing/capture.js';
import { C1, C2, recordedStory } from '../testing/recorded-story.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-disclose-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string): string => join(work, name);
const key = newSigningKey('test/log');

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}
const checked = (file: string) => audit('check-disclosure', at(file), '--key', verifierKeyText(key.verifier));
const read = (file: string): Disclosure => JSON.parse(readFileSync(at(file), 'utf8')) as Disclosure;

let url = '';
beforeAll(async () => {
  url = await recordedStory();
  const ledger = await openLedger(url);
  await sealAll(ledger, key);
  await ledger.close();
});

test('a provider is shown its own parts of a file; the rest stays closed and is proven all the same', async () => {
  const made = await audit(
    'disclose',
    '--ledger',
    url,
    '--claim',
    C1,
    '--show',
    'open',
    'provider',
    '--out',
    at('own'),
  );
  expect(made.exitCode).toBe(0);
  const { events } = read('own');
  const shown = events.map(({ parts }) => Object.keys(parts));
  expect(new Set(shown.flat())).toEqual(new Set(['open', 'provider']));
  expect(readFileSync(at('own'), 'utf8')).not.toMatch(new RegExp(`${C2}|SAGENN`));
  expect(shown).toContainEqual([]); // What tells of the other claim.
  expect(await checked('own')).toMatchObject({ exitCode: 0, out: [] });
});

test('a claim that nobody submitted is refused: nothing of the client’s file is opened for it', async () => {
  const unknown = `${C1.split('.')[0]}.none`;
  const options = ['--ledger', url, '--claim', unknown, '--show', 'open', 'municipality', '--out', at('unknown')];
  const { exitCode, out, err } = await audit('disclose', ...options);
  expect({ exitCode, out, err }).toEqual({ exitCode: 2, out: [], err: [`This ledger holds no claim ${unknown}`] });
  expect(existsSync(at('unknown'))).toBe(false);
});

test('a court is shown everything about the claim', async () => {
  const shown = ['open', 'provider', 'municipality', 'actor'];
  await audit('disclose', '--ledger', url, '--claim', C1, '--show', ...shown, '--out', at('court'));
  expect(new Set(read('court').events.flatMap(({ parts }) => Object.keys(parts)))).toEqual(new Set(shown));
  expect(await checked('court')).toMatchObject({ exitCode: 0 });
});

test('nothing of it can be changed, and no salt of a closed part is in it', async () => {
  await audit('disclose', '--ledger', url, '--claim', C1, '--show', 'provider', '--out', at('real'));
  const real = readFileSync(at('real'), 'utf8');
  const event = read('real').events.find(({ parts }) => parts['provider'] !== undefined);
  if (event === undefined) throw new Error('Nothing is shown');
  const changes: readonly ((text: string) => string)[] = [
    (text) => text.replace('"claimId', '"claimIe').replace('\\"claimId', '\\"claimIe'),
    (text) => text.replace(/"index": (\d+)/, (_, index: string) => `"index": ${Number(index) + 1}`),
    (text) => text.replace('\\"recordedAt\\":\\"2', '\\"recordedAt\\":\\"3'),
    (text) => text.replace(event.parts['provider']?.salt ?? '', '0'.repeat(64)),
    (text) => text.replace('test/log', 'test/lag'),
    (text) => text.replace('"leaf": "{', '"leaf": "['),
    (text) => text.replace('\\"header\\":', '\\"heades\\":'),
  ];
  for (const [index, change] of changes.entries()) {
    expect(change(real)).not.toBe(real);
    writeFileSync(at(`changed-${index}`), change(real));
    expect([index, (await checked(`changed-${index}`)).exitCode]).toEqual([index, 10]);
  }
  expect((await checked('changed-5')).out).toEqual(['The leaf of the event at revision 0 of the file cannot be read']);
  const { checkpoint, events } = read('real');
  writeFileSync(at('less'), JSON.stringify({ checkpoint, events: events.toSpliced(3, 1) }));
  expect(await checked('less')).toMatchObject({
    exitCode: 10,
    out: ['The event at revision 3 of the file was left out'],
  });
  const ledger = await openLedger(url, { readOnly: true });
  for await (const { bytes } of ledger.readAll()) expect(real).not.toContain(bytes.salt);
  await ledger.close();
});

test('bad input is refused', async () => {
  const asked = ['disclose', '--ledger', url, '--claim', C1, '--out', at('none')];
  expect((await audit(...asked, '--show', 'everything')).exitCode).toBe(2);
  for (const out of [work, at('court'), at('nowhere/file')])
    expect([out, (await audit(...asked.slice(0, -1), out, '--show', 'open')).exitCode]).toEqual([out, 2]);
  expect((await audit('check-disclosure', at('court'), '--key', 'nonsense')).exitCode).toBe(2);
  writeFileSync(at('odd'), '{}');
  expect((await checked('odd')).exitCode).toBe(2);
  expect((await checked('absent')).exitCode).toBe(2);
});

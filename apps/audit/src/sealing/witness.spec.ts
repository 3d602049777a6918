import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HashTree, isSeal, type Ledger, openLedger, openSealKeys } from '@uitkomst/ledger';
import { judgeNote, parseCheckpoint, parseNote, parseVerifierKey, verifierKeyText } from '@uitkomst/ledger/verify';
import { runAudit } from '../program.js';
import { capture } from '../testing/capture.js';
import { recordOn, sealedLedger } from '../testing/sealed-ledger.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-witness-'));
const at = (name: string): string => join(work, name);
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(work, { recursive: true, force: true });
});
const seals = at('seal');
const first = openSealKeys(seals).signing;
const PUBLIC = verifierKeyText(first.verifier);

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}
const witnessed = (state: string, ...argv: readonly string[]) =>
  audit('witness', '--state', at(state), '--key', PUBLIC, '--name', 'audit-office', ...argv);

async function grown(url: string, name: string, counts: readonly number[]): Promise<string> {
  const ledger = await openLedger(url);
  await recordOn(ledger, openSealKeys(seals).signing, { counts });
  await ledger.close();
  return exported(url, name);
}
async function exported(url: string, name: string): Promise<string> {
  const { exitCode } = await audit('export', '--ledger', url, '--out', at(name), '--key', join(seals, 'public-keys'));
  if (exitCode !== 0) throw new Error('Not exported');
  return at(name);
}

const url = `sqlite:${at('log.db')}`;
let small = '';
let large = '';
beforeAll(async () => {
  await sealedLedger(url, first, [300, 0]);
  small = await exported(url, 'small');
  large = await grown(url, 'large', [20, 0]);
});

test('a witness cosigns a log that only grew, with a key of its own', async () => {
  expect(await witnessed('one', '--from', small)).toMatchObject({ exitCode: 0 });
  expect(await witnessed('one', '--from', small)).toMatchObject({ exitCode: 0 });
  const { exitCode, out } = await witnessed('one', '--from', large);
  expect([exitCode, out[0]]).toEqual([0, expect.stringContaining('320 event(s)')]);
  const key = parseVerifierKey(readFileSync(at('one/public-key'), 'utf8'));
  const note = parseNote(readFileSync(at('one/checkpoint'), 'utf8'));
  expect((await judgeNote(note, [first.verifier, key])).map(({ kind }) => kind)).toEqual(['good', 'good']);
  expect(statSync(at('one/witness-key')).mode & 0o777).toBe(0o600);
  expect(await audit('verify', '--from', large, '--key', PUBLIC, '--checkpoint', at('one/checkpoint'))).toMatchObject({
    exitCode: 0,
  });
});

test('it alarms for a smaller log, another history, and a strange key, and keeps what it saw', async () => {
  await witnessed('two', '--from', large);
  const seen = readFileSync(at('two/checkpoint'), 'utf8');
  expect(await witnessed('two', '--from', small)).toMatchObject({ exitCode: 11 });
  const rewritten = await sealedLedger(`sqlite:${at('rewritten.db')}`, first, [400, 0]);
  expect(await witnessed('two', '--from', await exported(rewritten, 'rewritten'))).toMatchObject({ exitCode: 14 });
  const stranger = verifierKeyText(openSealKeys(at('strange')).signing.verifier);
  expect(await audit('witness', '--state', at('two'), '--key', stranger, '--from', large)).toMatchObject({
    exitCode: 15,
  });
  expect(readFileSync(at('two/checkpoint'), 'utf8')).toBe(seen);
});

test('it looks at a running application by its proofs of consistency', async () => {
  const ledger = await openLedger(url, { readOnly: true });
  const address = await applicationOf(ledger);
  await witnessed('three', '--from', small);
  const { exitCode, out } = await witnessed('three', '--url', address);
  expect([exitCode, out[0]]).toEqual([0, expect.stringContaining('320 event(s)')]);
  writeFileSync(at('three/checkpoint'), readFileSync(at('rewritten/checkpoint')));
  expect((await witnessed('three', '--url', address)).exitCode).toBe(11);
  await ledger.close();
});

test('a recovery that names what it saw last is cosigned, any other log is not', async () => {
  await witnessed('four', '--from', large);
  await witnessed('five', '--from', small);
  cpSync(at('four/checkpoint'), at('last'));
  const restored = `sqlite:${at('restored.db')}`;
  await audit('import', '--from', small, '--ledger', restored);
  expect(await audit('recover', '--seals', seals, '--last', at('last'))).toMatchObject({ exitCode: 0 });
  const again = await grown(restored, 'again', [5, 0]);
  const { exitCode, out } = await witnessed('four', '--from', again);
  expect([exitCode, out[0]]).toEqual([0, expect.stringContaining('305 event(s)')]);
  expect(await witnessed('five', '--from', again)).toMatchObject({ exitCode: 14 });
  expect(await audit('verify', '--from', again, '--key', PUBLIC, '--checkpoint', at('last'))).toMatchObject({
    exitCode: 0,
  });
});

test('a key is rotated and vouched for; bad input is refused', async () => {
  const { exitCode, out } = await audit('rotate-key', '--seals', seals);
  expect([exitCode, out]).toEqual([0, [verifierKeyText(openSealKeys(seals).signing.verifier)]]);
  expect((await audit('rotate-key', '--seals', at('nowhere'))).exitCode).toBe(2);
  expect((await audit('recover', '--seals', seals, '--last', at('nothing'))).exitCode).toBe(2);
  writeFileSync(at('alien'), readFileSync(at('four/checkpoint'), 'utf8').replace(/^(.*)\n(\d+)\n/, '$1\n1\n'));
  expect((await audit('recover', '--seals', seals, '--last', at('alien'))).exitCode).toBe(2);
  expect((await witnessed('six')).exitCode).toBe(2);
  expect((await witnessed('six', '--from', at('nowhere'))).exitCode).toBe(2);
  expect((await witnessed('six', '--url', 'http://127.0.0.1:9')).exitCode).toBe(3);
});

test('a private key that is named by mistake is refused and told to nobody', async () => {
  const secret = readFileSync(join(seals, 'signing-key'), 'utf8').trim();
  for (const command of [
    ['verify', '--from', large, '--key', join(seals, 'signing-key')],
    ['witness', '--state', at('seven'), '--from', large, '--key', join(seals, 'signing-key')],
    ['verify', '--from', large, '--key', seals],
  ]) {
    const { exitCode, out, err } = await audit(...command);
    expect([exitCode, out, err]).toEqual([2, [], [expect.stringContaining(`--key ${command.at(-1)}: `)]]);
    expect(err[0]).not.toContain(secret);
  }
});

test("a witness's own key that is damaged is told in a line", async () => {
  await witnessed('eight', '--from', small);
  writeFileSync(at('eight/witness-key'), 'half of it');
  const { exitCode, err } = await witnessed('eight', '--from', small);
  expect([exitCode, err]).toEqual([2, ['This is no private key of a log or witness']]);
});

/** What the application answers about its seals, made from a ledger. */
async function applicationOf(ledger: Ledger): Promise<string> {
  const tree = new HashTree();
  for await (const event of ledger.readAll()) if (!isSeal(event)) tree.append(Buffer.from(event.leafHash, 'hex'));
  const checkpoint = readFileSync(join(large, 'checkpoint'), 'utf8');
  const { size } = parseCheckpoint(parseNote(checkpoint).text);
  const server = createServer(({ url: path = '' }, response) => {
    const from = Number(/fromSize=(\d+)/.exec(path)?.[1] ?? 0);
    const consistency =
      from > size ? [] : tree.consistency(from, size).hashes.map((hash) => Buffer.from(hash).toString('hex'));
    const seal = { size, checkpoint, consistency };
    const keys = { results: readFileSync(join(seals, 'public-keys'), 'utf8').trimEnd().split('\n') };
    const body = path.includes('zegelsleutels') ? keys : path.includes('pageSize') ? { results: [seal] } : seal;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

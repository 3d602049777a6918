import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey, openLedger, openPostgres, openSealKeys } from '@uitkomst/ledger';
import { describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';
import { publicKeysText } from '@uitkomst/ledger/verify';
import { served, type Served } from '../../../test/stores/eventstoredb-stand-in/served.js';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';
import { livedInFolder } from './testing/lived-in-folder.js';
import { sealedLedger } from './testing/sealed-ledger.js';

jest.setTimeout(120_000);

const work = mkdtempSync(join(tmpdir(), 'uitkomst-move-'));
const at = (name: string): string => join(work, name);
const key = newSigningKey('test/log');
let server: Served;
beforeAll(async () => {
  server = await served();
  writeFileSync(at('keys'), publicKeysText([{ key: key.verifier }]));
});
afterAll(async () => {
  await server.close();
  rmSync(work, { recursive: true, force: true });
});

async function audit(...argv: readonly string[]): Promise<readonly string[]> {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  if (exitCode !== 0)
    throw new Error(`${argv.join(' ')}: ${exitCode}\n${err.lines().join('\n')}${out.lines().join('\n')}`);
  return out.lines();
}

const exported = (from: string, out: string) =>
  audit('export', '--ledger', from, '--out', at(out), '--key', at('keys'), '--quiet');

function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name), 'base64'),
    ]),
  );
}

async function bytesIn(url: string) {
  const ledger = await openLedger(url, { readOnly: true });
  const found = [];
  for await (const { stream, revision, bytes, leafHash } of ledger.readAll())
    if (!stream.startsWith('seal-')) found.push([stream, revision, bytes, leafHash]);
  await ledger.close();
  return found;
}

test('a ledger moves from EventStoreDB to SQLite and to EventStoreDB again, byte for byte, and stays proven', async () => {
  const [source, file, back] = [server.freshUrl(), `sqlite:${at('copy.db')}`, server.freshUrl()];
  await sealedLedger(source, key, [40, 30, 5]);
  await exported(source, 'first');
  await audit('import', '--from', at('first'), '--ledger', file);
  await exported(file, 'second');
  await audit('import', '--from', at('second'), '--ledger', back);
  await exported(back, 'third');
  expect(await bytesIn(file)).toEqual(await bytesIn(source));
  expect(await bytesIn(back)).toEqual(await bytesIn(source));
  expect(filesOf(at('second'))).toEqual(filesOf(at('first')));
  expect(filesOf(at('third'))).toEqual(filesOf(at('first')));
  for (const url of [source, file, back]) await audit('verify', '--ledger', url, '--key', at('keys'));
});

/** A backup of a ledger that is no file, put back into another; gives what is in both. */
async function backedUp(source: string, back: string, out: string) {
  const lived = await livedInFolder();
  await sealedLedger(source, openSealKeys(join(lived.folder, 'seal')).signing, [40, 30, 5]);
  const place = ['--data', lived.folder, '--ledger', source];
  const [made, checked] = await audit('backup', ...place, '--out', out, '--check', '--json');
  const told = { ledger: 'folder', leaves: 75, seals: 2, sealed: 70 };
  expect(JSON.parse(made ?? '')).toMatchObject(told);
  expect(JSON.parse(checked ?? '')).toMatchObject({ ledger: { leaves: 75, seals: 2 }, opened: 6, differences: 0 });
  await audit('import', '--from', join(out, 'data/ledger'), '--ledger', back);
  const held = { source: await bytesIn(source), back: await bytesIn(back) };
  const tile = join(out, 'data/ledger/tile/entries/000.p/75');
  writeFileSync(tile, readFileSync(tile).fill(0, 100, 101));
  await expect(audit('backup', '--check', out)).rejects.toThrow('data/ledger/tile/entries/000.p/75: is not what was');
  await lived.close();
  rmSync(lived.folder, { recursive: true });
  return held;
}

test('of a ledger on EventStoreDB a backup holds an exported folder, from which it is put back', async () => {
  const { source, back } = await backedUp(server.freshUrl(), server.freshUrl(), at('backup'));
  expect(back).toEqual(source);
});

describeWithPostgres('beside a real PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres.stop());

  test('of a ledger there a backup holds an exported folder too, from which it is put back', async () => {
    const admin = openPostgres(postgres.url(), { max: 1 });
    await admin.query('create schema source; create schema back');
    await admin.end();
    const [from, to] = ['source', 'back'].map((schema) => postgres.url(schema)) as [string, string];
    const { source, back } = await backedUp(from, to, at('backup-of-postgres'));
    expect(back).toEqual(source);
  });
});

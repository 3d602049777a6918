import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSealKeys } from '@uitkomst/ledger';
import { verifierKeyText } from '@uitkomst/ledger/verify';
import { manifestText, readManifest } from './export-folder/manifest.js';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';
import { sealedLedger } from './testing/sealed-ledger.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-harmed-'));
const at = (name: string): string => join(work, name);
afterAll(() => rmSync(work, { recursive: true, force: true }));
const key = openSealKeys(at('seal')).signing;
const PUBLIC = verifierKeyText(key.verifier);

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}
const verified = () => audit('verify', '--from', at('out'), '--key', PUBLIC);
/** Verifies the folder with one file of it changed, and puts it right again. */
async function verifiedWith(file: string, change: (bytes: Buffer) => Buffer | string) {
  const whole = readFileSync(at(file));
  writeFileSync(at(file), change(Buffer.from(whole)));
  const found = await verified();
  writeFileSync(at(file), whole);
  return found;
}
const flipped = (bytes: Buffer): Buffer => {
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  return bytes;
};

beforeAll(async () => {
  const url = await sealedLedger(`sqlite:${at('ledger.db')}`, key, [600, 0]);
  await audit('export', '--ledger', url, '--out', at('out'), '--key', at('seal/public-keys'));
});

test.each([
  ['out/tile/0/001', 'tile 0/1'],
  ['out/tile/1/000.p/2', 'tile/1/000.p/2'],
])('a harmed tile (%s) is named, and none of its neighbours', async (file, place) => {
  expect(await verified()).toMatchObject({ exitCode: 0 });
  const { exitCode, out } = await verifiedWith(file, flipped);
  expect([exitCode, out.slice(0, -1)]).toEqual([17, [expect.stringContaining(`${place}:`)]]);
});

test('a folder that says it holds more than it can is looked at as far as there is anything', async () => {
  const manifest = readManifest(at('out'));
  const { exitCode, out } = await verifiedWith('out/export.json', () =>
    manifestText({ ...manifest, leaves: Number.MAX_SAFE_INTEGER }),
  );
  expect([exitCode > 0, out.join()]).toEqual([true, expect.stringContaining('export.json')]);
}, 60_000);

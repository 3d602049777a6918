import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@uitkomst/ledger';
import { runAudit } from '../program.js';
import { capture } from '../testing/capture.js';
import { livedInFolder } from '../testing/lived-in-folder.js';
import { listed, manifestText, readManifest } from './manifest.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-check-'));
const at = (name: string): string => join(work, name);
const out = at('out');

async function audit(...argv: readonly string[]) {
  const { out: answers, err } = capture();
  const exitCode = await runAudit(['backup', ...argv], { out: answers, err });
  return { exitCode, out: answers.lines(), err: err.lines() };
}

beforeAll(async () => {
  const lived = await livedInFolder();
  await audit('--data', lived.folder, '--out', out);
  await lived.close();
  rmSync(lived.folder, { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true }));

/** Another backup in which something was changed. */
function changed(change: (folder: string) => void): string {
  rmSync(at('changed'), { recursive: true, force: true });
  cpSync(out, at('changed'), { recursive: true });
  change(at('changed'));
  return at('changed');
}

/** A change that whoever made it also wrote into the manifest. */
async function rewritten(path: string, change: (file: string) => void): Promise<string> {
  const folder = changed((place) => change(join(place, path)));
  const manifest = readManifest(folder);
  if (manifest === undefined) throw new Error('The manifest was sound');
  const files = [];
  for (const file of manifest.files) files.push(await listed(folder, file.path));
  writeFileSync(join(folder, 'backup.json'), manifestText({ ...manifest, files }));
  return folder;
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));

test('it says what was read, opened and verified, and leaves every file as it is', async () => {
  const before = filesOf(out);
  const { exitCode, out: lines } = await audit('--check', out);
  expect([exitCode, lines]).toEqual([
    0,
    [
      expect.stringMatching(
        /^data, keys, seal: 18 file\(s\) as written, 10 database\(s\) whole, \d+ event\(s\) and 1 seal\(s\) verified, 6 sealed row\(s\) opened with their keys: all in order$/,
      ),
    ],
  ]);
  expect(filesOf(out)).toEqual(before);
});

test('a byte changed in any file is found, and the file named', async () => {
  const unseen: string[] = [];
  for (const file of filesOf(out)) {
    const folder = changed((place) => {
      const bytes = readFileSync(join(place, file));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(join(place, file), bytes);
    });
    const { exitCode, out: lines } = await audit('--check', folder);
    if (exitCode !== 1 || lines[0]?.startsWith(`${file}: `) !== true) unseen.push(file);
  }
  expect(unseen).toEqual([]);
});

test.each([
  ['is missing', 'data/bank.db', (folder: string) => rmSync(join(folder, 'data/bank.db'))],
  [
    'is there too much',
    'data/ledger.db-wal',
    (folder: string) => writeFileSync(join(folder, 'data/ledger.db-wal'), ''),
  ],
])('a file that %s is named', async (_what, file, change) => {
  const { exitCode, out: lines } = await audit('--check', changed(change), '--json');
  expect([exitCode, JSON.parse(lines[0] ?? '')]).toEqual([1, { file, what: expect.any(String) as unknown }]);
});

const execute = (file: string, sql: string): void => {
  const database = openSqlite(file);
  database.exec(sql);
  database.exec('PRAGMA journal_mode = delete');
  database.close();
};

test.each([
  ['a ledger', 'data/ledger.db', "UPDATE event SET actor = actor || ' '"],
  ['a ledger cut short', 'data/ledger.db', 'DELETE FROM event WHERE position > 5'],
  ["a person's words", 'data/persons.db', "UPDATE record SET sealed = x'00'"],
  ['a document', 'data/documents.db', "UPDATE document SET document_id = 'another'"],
  ['an account', 'data/bank.db', "UPDATE account SET account_id = 'ACC2'"],
  ['a key of a person', 'keys/person-keys.db', "UPDATE person SET municipality = '0363'"],
  ['a pseudonym', 'keys/vault.db', "UPDATE identity SET key_id = '00000000'"],
])('%s that was changed before it was copied is found by what it says', async (_what, path, sql) => {
  const folder = await rewritten(path, (file) => execute(file, sql));
  const { exitCode, out: lines } = await audit('--check', folder);
  expect([exitCode, lines[0]]).toEqual([1, expect.stringContaining(`${path}: `)]);
});

test('a database whose pages are damaged is found by the engine', async () => {
  const folder = await rewritten('data/traces.db', (file) => {
    const bytes = readFileSync(file);
    bytes.fill(7, 4096, 4196);
    writeFileSync(file, bytes);
  });
  const { exitCode, out: lines } = await audit('--check', folder);
  expect([exitCode, lines[0]]).toEqual([1, expect.stringContaining('data/traces.db: ')]);
});

const only = (...parts: readonly string[]): string =>
  changed((folder) => {
    for (const part of ['data', 'keys', 'seal'].filter((one) => !parts.includes(one)))
      renameSync(join(folder, part), mkdtempSync(join(work, 'elsewhere-')));
  });

describe('parts that were brought to their own places', () => {
  it.each([
    [['data'], /^data: 7 file\(s\).*ledger not verified, nothing opened with keys: all in order$/],
    [['keys'], /^keys: 7 file\(s\).*ledger not verified, 2 sealed row\(s\) opened/],
    [['seal'], /^seal: 4 file\(s\) as written, 0 database\(s\)/],
  ])('%j is checked as far as it goes, and says how far', async (parts, line) => {
    const { exitCode, out: lines } = await audit('--check', only(...parts));
    expect([exitCode, lines]).toEqual([0, [expect.stringMatching(line)]]);
  });

  it('the ledger is verified with a key that was given', async () => {
    const { exitCode, out: lines } = await audit('--check', only('data'), '--key', join(out, 'seal/public-keys'));
    expect([exitCode, lines]).toEqual([0, [expect.stringMatching(/1 seal\(s\) verified/)]]);
  });

  it('no part at all is nothing to rely on', async () => {
    expect(await audit('--check', only())).toMatchObject({ exitCode: 1 });
    expect(await audit('--check', work)).toMatchObject({ exitCode: 2, out: [] });
  });
});

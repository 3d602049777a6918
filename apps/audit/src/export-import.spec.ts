import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey, openLedger, verifyBytes } from '@uitkomst/ledger';
import { isSignedBy, parseCheckpoint, parseNote, publicKeysText } from '@uitkomst/ledger/verify';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';
import { sealedLedger } from './testing/sealed-ledger.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-export-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string): string => join(work, name);
const urlOf = (name: string): string => `sqlite:${at(name)}.db`;
const key = newSigningKey('test/log');

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}

/** Every file of a folder with what it holds. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map((file) => [file.slice(folder.length), readFileSync(file, 'base64')]),
  );
}

async function bytesIn(url: string) {
  const ledger = await openLedger(url);
  const found = [];
  for await (const event of ledger.readAll()) found.push([event.stream, event.revision, event.bytes, event.leafHash]);
  await ledger.close();
  return found;
}

let source = '';
beforeAll(async () => {
  source = await sealedLedger(urlOf('source'), key, [300, 250, 20]);
  writeFileSync(at('keys'), publicKeysText([{ key: key.verifier }]));
  await audit('export', '--ledger', source, '--out', at('out'), '--key', at('keys'), '--quiet');
});

test('an export is a folder of tiles, entries, a signed checkpoint, the keys and what was stored', async () => {
  const files = [...filesOf(at('out')).keys()];
  for (const file of ['/checkpoint', '/public-keys', '/export.json', '/seals.jsonl', '/stored/002.jsonl'])
    expect(files).toContain(file);
  expect(files.filter((file) => file.startsWith('/tile'))).toEqual([
    '/tile/0/000',
    '/tile/0/001',
    '/tile/0/002.p/38',
    '/tile/0/002.p/58',
    '/tile/1/000.p/2',
    '/tile/entries/000',
    '/tile/entries/001',
    '/tile/entries/002.p/38',
    '/tile/entries/002.p/58',
  ]);
  const note = parseNote(readFileSync(at('out/checkpoint'), 'utf8'));
  expect(await isSignedBy(note, [key.verifier])).toBe(true);
  expect(parseCheckpoint(note.text).size).toBe(550);
});

test('imported elsewhere it is the same ledger byte for byte, and exported again it is the same folder', async () => {
  const copy = urlOf('copy');
  const { exitCode, out } = await audit('import', '--from', at('out'), '--ledger', copy);
  expect([exitCode, out]).toEqual([
    0,
    [expect.stringMatching(/^570 event\(s\), 2 seal\(s\) copied and verified, root /)],
  ]);
  expect(await bytesIn(copy)).toEqual(await bytesIn(source));
  await audit('export', '--ledger', copy, '--out', at('again'), '--key', at('keys'));
  expect(filesOf(at('again'))).toEqual(filesOf(at('out')));
  const ledger = await openLedger(copy);
  for await (const event of ledger.readAll()) expect(verifyBytes(event)).toEqual([]);
  await ledger.close();
});

test('an import goes on where it was broken off, and does nothing when all is there', async () => {
  await audit('import', '--from', at('out'), '--ledger', urlOf('half'));
  const whole = await bytesIn(urlOf('half'));
  const { out } = await audit('import', '--from', at('out'), '--ledger', urlOf('half'), '--json');
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ leaves: 570, seals: 2 });
  expect(await bytesIn(urlOf('half'))).toEqual(whole);
});

test('a ledger that holds something else is left as it is', async () => {
  const other = await sealedLedger(urlOf('other'), key, [3]);
  const before = await bytesIn(other);
  const { exitCode, err } = await audit('import', '--from', at('out'), '--ledger', other);
  expect([exitCode, err]).toEqual([4, [expect.stringContaining('the ledger holds something else: client-0000-0')]]);
  expect(await bytesIn(other)).toEqual(before);
});

const damaged = (name: string, change: (folder: string) => void): string => {
  cpSync(at('out'), at(name), { recursive: true });
  change(at(name));
  return at(name);
};
const cut = (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -10));

describe('bad input', () => {
  it.each([
    ['no folder', (folder: string) => rmSync(folder, { recursive: true }), 'export.json: does not exist'],
    [
      'a missing tile',
      (folder: string) => rmSync(join(folder, 'tile/entries/001')),
      'tile/entries/001: does not exist',
    ],
    [
      'half a bundle',
      (folder: string) => cut(join(folder, 'tile/entries/000')),
      'tile/entries/000: The bundle breaks off',
    ],
    ['half a line', (folder: string) => cut(join(folder, 'stored/001.jsonl')), 'stored/001.jsonl: breaks off'],
    [
      'a line too many',
      (folder: string) => appendFileSync(join(folder, 'seals.jsonl'), '{}\n'),
      'seals.jsonl:3: is no',
    ],
    [
      'a seal that is nothing',
      (folder: string) => appendFileSync(join(folder, 'seals.jsonl'), 'null\n'),
      'seals.jsonl:3: is no',
    ],
    [
      'a file of seals emptied',
      (folder: string) => writeFileSync(join(folder, 'seals.jsonl'), ''),
      'seals.jsonl: holds 0 seals, not 2',
    ],
    [
      'another manifest',
      (folder: string) => writeFileSync(join(folder, 'export.json'), '{"format":2}'),
      'export.json: ',
    ],
    ['no JSON', (folder: string) => writeFileSync(join(folder, 'export.json'), '{'), 'export.json: is no JSON'],
  ])('%s is named', async (name, change, reason) => {
    const folder = damaged(name.replaceAll(' ', '-'), change);
    const { exitCode, err } = await audit('import', '--from', folder, '--ledger', urlOf(name.replaceAll(' ', '-')));
    expect([exitCode, err]).toEqual([2, [expect.stringContaining(reason)]]);
  });

  it('a changed byte is refused before it is stored', async () => {
    const folder = damaged('changed', (place) => {
      const file = join(place, 'stored/001.jsonl');
      writeFileSync(file, readFileSync(file, 'utf8').replace('OTHER', 'OTHEP'));
    });
    const { exitCode, err } = await audit('import', '--from', folder, '--ledger', urlOf('changed'));
    expect([exitCode, err]).toEqual([4, [expect.stringContaining('is not what was hashed')]]);
    expect(await bytesIn(urlOf('changed'))).toHaveLength(256);
  });

  it('a place that cannot be is told by its path, not by where in the program that was noticed', async () => {
    const within = join(at('keys'), 'folder');
    const exported = await audit('export', '--ledger', source, '--out', within, '--key', at('keys'));
    expect([exported.exitCode, exported.err]).toEqual([2, [expect.stringMatching(/ is not in a folder$/)]]);
    const { exitCode, err } = await audit('import', '--from', at('out'), '--ledger', `sqlite:${at('out')}`);
    expect([exitCode, err]).toEqual([3, [`The ledger cannot be opened: ${at('out')} is a folder, not a file`]]);
    const read = await audit('replay', '--ledger', `sqlite:${at('out')}`);
    expect([read.exitCode, read.err]).toEqual([3, [expect.stringMatching(/There is no ledger at /)]]);
  });

  it('nothing is exported over something, or left behind half', async () => {
    expect(await audit('export', '--ledger', source, '--out', at('out'))).toMatchObject({ exitCode: 2 });
    expect(await audit('export', '--ledger', source, '--out', at('keys'))).toMatchObject({ exitCode: 2 });
    const unreachable = await audit('export', '--ledger', urlOf('nowhere'), '--out', at('none'));
    expect([unreachable.exitCode, existsSync(at('none'))]).toEqual([3, false]);
    expect(await audit('export', '--ledger', source, '--out', at('none'), '--key', at('source.db'))).toMatchObject({
      exitCode: 2,
    });
    expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
    for (const place of ['carrier:pigeon', 'memory:'])
      expect(await audit('import', '--from', at('out'), '--ledger', place)).toMatchObject({ exitCode: 2, out: [] });
  });
});

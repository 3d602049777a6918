import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { continueAfter, newSigningKey, openLedger, openSealKeys, openSqlite, rotateKey } from '@uitkomst/ledger';
import { anEvent, sealAll } from '@uitkomst/ledger/testing';
import {
  checkpointText,
  noteText,
  parseCheckpoint,
  parseNote,
  publicKeysText,
  verifierKeyText,
} from '@uitkomst/ledger/verify';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';
import { recordOn, sealedLedger } from './testing/sealed-ledger.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-verify-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string): string => join(work, name);
const key = newSigningKey('test/log');
const PUBLIC = verifierKeyText(key.verifier);

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}
const verified = (url: string, ...argv: readonly string[]) =>
  audit('verify', '--ledger', url, '--key', PUBLIC, ...argv);

beforeAll(async () => {
  await sealedLedger(`sqlite:${at('whole.db')}`, key, [40, 30, 8]);
  await audit('export', '--ledger', `sqlite:${at('whole.db')}`, '--out', at('out'));
});

/** A copy of a database file, whole whatever is still in its log. */
function copied(from: string, to: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${to}${suffix}`, { force: true });
  const database = openSqlite(from);
  database.exec(`VACUUM INTO '${to}'`);
  database.close();
}

let copies = 0;
/** A copy of the ledger, changed by somebody who can write to its file. */
function tampered(...statements: readonly string[]): string {
  const path = at(`copy-${(copies += 1)}.db`);
  copied(at('whole.db'), path);
  const database = openSqlite(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  return `sqlite:${path}`;
}

/** A copy of the exported folder, changed. */
function altered(change: (folder: string) => void): string {
  const folder = at(`folder-${(copies += 1)}`);
  cpSync(at('out'), folder, { recursive: true });
  change(folder);
  return folder;
}
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'latin1')), 'latin1');

interface Row {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
}
function rowAt(position: number): Row {
  const database = openSqlite(at('whole.db'));
  const row = database.prepare('SELECT id, stream, revision FROM event WHERE position = ?').get(position);
  database.close();
  return { ...row };
}

test('a clean ledger and a clean folder are in order, and what is not sealed yet is said', async () => {
  const { exitCode, out, err } = await verified(`sqlite:${at('whole.db')}`);
  expect([exitCode, out]).toEqual([
    0,
    [expect.stringMatching(/^78 event\(s\), 2 seal\(s\), 70 sealed, root .*: all in order$/)],
  ]);
  expect(err).toEqual(['The last 8 event(s) are not sealed yet']);
  expect(await audit('verify', '--from', at('out'), '--key', PUBLIC, '--json')).toMatchObject({
    exitCode: 0,
    out: [expect.stringContaining('"findings":0')],
  });
});

const COLUMNS = ['id', 'type', 'stream', 'revision', 'recorded_at', 'leaf', 'provider', 'actor', 'salt', 'leaf_hash'];

test.each(COLUMNS)('one bit flipped in the column %s is named', async (column) => {
  const { id } = rowAt(17);
  const database = openSqlite(at('whole.db'));
  const value = database.prepare(`SELECT ${column} AS value FROM event WHERE position = 17`).get()?.['value'];
  database.close();
  const flipped =
    typeof value === 'number' ? String(value ^ 64) : `'${flip(String(value), Math.floor(String(value).length / 2))}'`;
  const { exitCode, out } = await verified(tampered(`UPDATE event SET ${column} = ${flipped} WHERE position = 17`));
  expect([exitCode, out[0]]).toEqual([10, expect.stringContaining(column === 'id' ? 'client-0000-' : id)]);
});

const flip = (text: string, place: number): string =>
  text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);

describe('somebody who can write to the ledger', () => {
  it('swaps two rows of one file: the order is found', async () => {
    const swap = tampered(
      'UPDATE event SET position = -3 WHERE position = 10',
      'UPDATE event SET position = 10 WHERE position = 17',
      'UPDATE event SET position = 17 WHERE position = -3',
    );
    const { exitCode, out } = await verified(swap);
    expect([exitCode, out[0]]).toEqual([12, expect.stringContaining('ORDER')]);
  });

  it('swaps two rows of different files: the roots tell, and both are named', async () => {
    const [one, other] = [rowAt(50), rowAt(53)];
    const swap = tampered(
      'UPDATE event SET position = -3 WHERE position = 50',
      'UPDATE event SET position = 50 WHERE position = 53',
      'UPDATE event SET position = 53 WHERE position = -3',
    );
    const { exitCode, out } = await verified(swap);
    expect([exitCode, out[0]]).toEqual([12, expect.stringContaining(other.id)]);
    expect(out[0]).toContain(`${one.stream} revision ${one.revision}`);
  });

  it('exchanges what two rows hold', async () => {
    const columns = ['leaf', 'open', 'provider', 'municipality', 'actor', 'salt', 'leaf_hash'];
    const exchange = (from: number, to: number) =>
      `UPDATE event SET ${columns.map((c) => `${c} = (SELECT ${c} FROM held WHERE position = ${from})`).join(', ')} WHERE position = ${to}`;
    const { exitCode, out } = await verified(
      tampered(
        'CREATE TABLE held AS SELECT * FROM event WHERE position IN (5, 60)',
        exchange(5, 60),
        exchange(60, 5),
        'DROP TABLE held',
      ),
    );
    expect([exitCode, out.slice(0, 2)]).toEqual([
      12,
      [expect.stringContaining('changed places'), expect.stringContaining('changed places')],
    ]);
  });

  it('inserts a copy of a row', async () => {
    const { exitCode, out } = await verified(
      tampered(
        `INSERT INTO event SELECT (SELECT max(position) + 1 FROM event), 'client-0000-x', 0, '01890000-0000-7000-8000-000000000000',
           type, recorded_at, leaf, open, provider, municipality, actor, salt, leaf_hash FROM event WHERE position = 20`,
      ),
    );
    expect([exitCode, out[0]]).toEqual([13, expect.stringContaining('01890000-0000-7000-8000-000000000000')]);
  });

  it('inserts an event of a ledger of its own making among the sealed ones', async () => {
    const forger = await openLedger(`sqlite:${at('forger.db')}`);
    await forger.append('client-9999-x', 'none', [anEvent()]);
    await forger.close();
    const { exitCode, out } = await verified(
      tampered(
        `ATTACH '${at('forger.db')}' AS forger`,
        'UPDATE event SET position = -position - 1000 WHERE position >= 30',
        'UPDATE event SET position = -position - 999 WHERE position < 0',
        `INSERT INTO event SELECT 30, stream, revision, id, type, recorded_at, leaf, open, provider, municipality, actor, salt, leaf_hash FROM forger.event`,
      ),
    );
    expect(exitCode).toBe(13);
    expect(out.join('\n')).toContain('was not there when the ledger was sealed');
  });

  it('cuts off the tail, or takes out an event in the middle', async () => {
    const cut = await verified(tampered("DELETE FROM event WHERE position >= 60 AND stream NOT LIKE 'seal-%'"));
    expect([cut.exitCode, cut.out.join('\n')]).toEqual([11, expect.stringContaining('was signed over 70 events')]);
    const missing = await verified(tampered('DELETE FROM event WHERE position = 33'));
    expect([missing.exitCode, missing.out[0]]).toEqual([11, expect.stringContaining('position 33')]);
  });

  it('signs all seals anew with a key of its own', async () => {
    const other = newSigningKey('test/log');
    const path = at('other-key.db');
    await sealedLedger(`sqlite:${path}`, other, [10, 5]);
    const { exitCode, out } = await verified(`sqlite:${path}`);
    expect([exitCode, out[0]]).toEqual([15, expect.stringContaining('a key that is not trusted: test/log+')]);
  });

  it('writes another history and has it signed with the real key: an older checkpoint shows the fork', async () => {
    const path = at('forked.db');
    await sealedLedger(`sqlite:${path}`, key, [90, 1]);
    expect(await verified(`sqlite:${path}`)).toMatchObject({ exitCode: 0 });
    const { exitCode, out } = await verified(`sqlite:${path}`, '--checkpoint', at('out/checkpoint'));
    expect([exitCode, out[0]]).toEqual([14, expect.stringContaining('was signed over another history')]);
  });
});

describe('an older backup', () => {
  it('is found by the checkpoint somebody holds', async () => {
    const back = tampered('DELETE FROM event WHERE position > 40');
    expect(await verified(back)).toMatchObject({ exitCode: 0 });
    const { exitCode, out } = await verified(back, '--checkpoint', at('out/checkpoint'));
    expect([exitCode, out[0]]).toEqual([11, expect.stringContaining('was signed over 70 events; here are 40')]);
  });

  it('that was put back with a recovery is no alarm', async () => {
    const folder = at('seal');
    const path = at('recovered.db');
    const first = openSealKeys(folder).signing;
    const url = await sealedLedger(`sqlite:${path}`, first, [20, 0]);
    copied(path, at('backup.db'));
    const ledger = await openLedger(url);
    await recordOn(ledger, first, { counts: [15, 0] });
    await ledger.close();
    await audit('export', '--ledger', url, '--out', at('before'));
    const last = parseCheckpoint(parseNote(readFileSync(at('before/checkpoint'), 'utf8')).text);
    copied(at('backup.db'), path);
    const restored = await openLedger(url);
    await recordOn(restored, continueAfter(folder, last).signing, { counts: [25, 0] });
    await restored.close();
    const keys = ['--key', verifierKeyText(first.verifier)];
    const { exitCode, err } = await audit('verify', '--ledger', url, ...keys, '--checkpoint', at('before/checkpoint'));
    expect([exitCode, err.join('\n')]).toEqual([0, expect.stringContaining('a backup of 20 was put back since')]);
    const silent = await openLedger(url);
    await sealAll(silent, rotateKey(folder).signing);
    await silent.close();
    expect(await audit('verify', '--ledger', url, ...keys)).toMatchObject({ exitCode: 0 });
  });
});

describe('a folder', () => {
  const kinds: readonly (readonly [string, number, string, (folder: string) => void])[] = [
    [
      'a changed part',
      10,
      'is not what was hashed: provider',
      (folder) => edit(join(folder, 'stored/000.jsonl'), (text) => text.replace('OTHER', 'OTHEP')),
    ],
    [
      'a changed entry',
      10,
      'is not what was hashed',
      (folder) => edit(join(folder, 'tile/entries/000.p/78'), (text) => text.replace('command-', 'commanc-')),
    ],
    [
      'a line that is no JSON',
      10,
      'stored/000.jsonl:1',
      (folder) => edit(join(folder, 'stored/000.jsonl'), (text) => text.replace('"', "'")),
    ],
    [
      'a line too few',
      11,
      'lacks an event',
      (folder) => edit(join(folder, 'stored/000.jsonl'), (text) => text.split('\n').toSpliced(20, 1).join('\n')),
    ],
    [
      'a line twice',
      13,
      'has no leaf',
      (folder) =>
        edit(join(folder, 'stored/000.jsonl'), (text) => {
          const lines = text.split('\n');
          return lines.toSpliced(20, 0, lines[3] ?? '').join('\n');
        }),
    ],
    [
      'two lines swapped',
      12,
      'changed places',
      (folder) =>
        edit(join(folder, 'stored/000.jsonl'), (text) => {
          const lines = text.split('\n');
          return lines
            .with(20, lines[31] ?? '')
            .with(31, lines[20] ?? '')
            .join('\n');
        }),
    ],
    [
      'a tile replaced',
      17,
      'tile 0/0',
      (folder) => edit(join(folder, 'tile/0/000.p/78'), (text) => text.slice(32) + text.slice(0, 32)),
    ],
    [
      'the tile of the signed tree replaced',
      17,
      'tile/0/000.p/70',
      (folder) => edit(join(folder, 'tile/0/000.p/70'), (text) => text.slice(32) + text.slice(0, 32)),
    ],
    ['a tile missing', 17, 'does not exist', (folder) => rmSync(join(folder, 'tile/0/000.p/78'))],
    ['no checkpoint', 17, 'checkpoint: does not exist', (folder) => rmSync(join(folder, 'checkpoint'))],
    [
      'a changed signature',
      10,
      'checkpoint',
      (folder) =>
        edit(join(folder, 'checkpoint'), (text) =>
          text.replace(
            /(.{20})(.)(=*\n)$/,
            (_, before: string, one: string, end: string) =>
              before.slice(0, -1) + (before.endsWith('A') ? 'B' : 'A') + one + end,
          ),
        ),
    ],
    [
      'another root in its manifest',
      10,
      'export.json',
      (folder) =>
        edit(join(folder, 'export.json'), (text) =>
          text.replace(/"root": "(.)/, (_, first: string) => `"root": "${first === 'a' ? 'b' : 'a'}`),
        ),
    ],
    [
      'a seal taken out',
      11,
      'seals.jsonl',
      (folder) => edit(join(folder, 'seals.jsonl'), (text) => text.split('\n').toSpliced(0, 1).join('\n')),
    ],
  ];
  it.each(kinds)('with %s ends with %i', async (_what, code, place, change) => {
    const { exitCode, out } = await audit('verify', '--from', altered(change), '--key', PUBLIC);
    expect([exitCode, out.join('\n')]).toEqual([code, expect.stringContaining(place)]);
  });

  it('with a checkpoint that the real key signed over another root is a fork', async () => {
    const { origin, size } = parseCheckpoint(parseNote(readFileSync(at('out/checkpoint'), 'utf8')).text);
    const text = checkpointText({ origin, size, root: new Uint8Array(32).fill(7) });
    const folder = altered((place) =>
      writeFileSync(join(place, 'checkpoint'), noteText({ text, signatures: [key.sign(text)] })),
    );
    const { exitCode, out } = await audit('verify', '--from', folder, '--key', PUBLIC);
    expect([exitCode, out[0]]).toEqual([14, expect.stringContaining('checkpoint')]);
  });

  it('is checked with the keys that one was given, never silently with its own', async () => {
    const strange = newSigningKey('test/log');
    const other = await audit('verify', '--from', at('out'), '--key', verifierKeyText(strange.verifier));
    expect(other.exitCode).toBe(15);
    expect((await audit('verify', '--from', at('out'))).exitCode).toBe(2);
    const folder = altered((place) =>
      writeFileSync(join(place, 'public-keys'), publicKeysText([{ key: key.verifier }])),
    );
    const { exitCode, err } = await audit('verify', '--from', folder);
    expect([exitCode, err[0]]).toEqual([0, expect.stringContaining('name the ones you were given by --key')]);
  });

  it('that is none is refused', async () => {
    expect((await audit('verify', '--from', at('nowhere'))).exitCode).toBe(2);
    expect((await audit('verify', '--from', at('out'), '--key', 'no+key')).exitCode).toBe(2);
    expect((await audit('verify', '--from', at('out'), '--key', PUBLIC, '--checkpoint', at('none'))).exitCode).toBe(2);
    expect((await audit('verify', '--ledger', `sqlite:${at('nowhere.db')}`)).exitCode).toBe(3);
  });
});

import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../adapters/open-sqlite.js';
import { Persons, RecordExists } from './persons.js';

const ANJA = { municipality: '0392', personRef: 'aaaaaaaaaaaaa' };
const PIET = { municipality: '0392', personRef: 'bbbbbbbbbbbbb' };
const NAME = 'Anja de Vries, Grote Markt 2, Haarlem';
const WORDS = 'Ik heb deze baan zelf gevonden, vóór het bedrijf er was.';

const folders: string[] = [];
const opened: Persons[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'uitkomst-persons-'));
  folders.push(path);
  return path;
}
function open(path: string): Persons {
  const persons = Persons.open(path);
  opened.push(persons);
  return persons;
}
afterEach(() => {
  for (const persons of opened.splice(0)) persons.close();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

const holdsPlainly = (path: string, text: string): boolean =>
  readdirSync(path).some((name) => readFileSync(join(path, name)).includes(text));

test('what is kept of a person is read again, and its commitment hides it', () => {
  const path = folder();
  const persons = open(path);
  const commitment = persons.keep(ANJA, { recordId: 'identity', kind: 'IDENTITY', text: NAME });
  expect(commitment).toMatch(/^[0-9a-f]{64}$/);
  expect(commitment).not.toBe(createHash('sha256').update(NAME).digest('hex'));
  persons.keep(ANJA, { recordId: 'words-1', kind: 'WORDS', text: WORDS });
  const again = open(path);
  expect(again.textOf(ANJA, 'identity')).toBe(NAME);
  expect(again.textsOf(ANJA).map(({ kind }) => kind)).toEqual(['IDENTITY', 'WORDS']);
  expect(again.textOf(PIET, 'identity')).toBeUndefined();
});

test('the same words under the same name are a repeat; other words are refused', () => {
  const persons = open(folder());
  const first = persons.keep(ANJA, { recordId: 'words-1', kind: 'WORDS', text: WORDS });
  expect(persons.keep(ANJA, { recordId: 'words-1', kind: 'WORDS', text: WORDS })).toBe(first);
  expect(() => persons.keep(ANJA, { recordId: 'words-1', kind: 'WORDS', text: 'Iets anders' })).toThrow(RecordExists);
});

test('no file holds a name or a word of a person, and only the owner may read them', () => {
  const path = folder();
  open(path).keep(ANJA, { recordId: 'identity', kind: 'IDENTITY', text: NAME });
  expect(holdsPlainly(path, 'Anja')).toBe(false);
  for (const name of readdirSync(path)) expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
});

test('an erased person is gone, others are not, and nothing of the key is left in any file', () => {
  const path = folder();
  const persons = open(path);
  for (const whose of [ANJA, PIET]) persons.keep(whose, { recordId: 'identity', kind: 'IDENTITY', text: NAME });
  persons.erase(ANJA);
  expect(persons.textsOf(ANJA)).toEqual([]);
  expect(persons.textOf(PIET, 'identity')).toBe(NAME);
  expect(holdsPlainly(path, ANJA.personRef)).toBe(false);
});

test('after the key was changed everything is still read, and the earlier key opens nothing', () => {
  const path = folder();
  const persons = open(path);
  persons.keep(ANJA, { recordId: 'identity', kind: 'IDENTITY', text: NAME });
  copyFileSync(join(path, 'persons.key'), join(path, 'earlier.key'));
  persons.rotateKey();
  expect(persons.textOf(ANJA, 'identity')).toBe(NAME);
  expect(open(path).textOf(ANJA, 'identity')).toBe(NAME);
  copyFileSync(join(path, 'earlier.key'), join(path, 'persons.key'));
  expect(() => Persons.open(path)).toThrow('lacks a key');
});

test('texts put in the place of another person do not open', () => {
  const path = folder();
  const persons = open(path);
  for (const whose of [ANJA, PIET]) persons.keep(whose, { recordId: 'identity', kind: 'IDENTITY', text: NAME });
  const table = openSqlite(join(path, 'persons.db'));
  table
    .prepare('UPDATE record SET sealed = (SELECT sealed FROM record WHERE person_ref = ?) WHERE person_ref = ?')
    .run(PIET.personRef, ANJA.personRef);
  table.close();
  expect(() => persons.textOf(ANJA, 'identity')).toThrow();
  expect(persons.textOf(PIET, 'identity')).toBe(NAME);
});

test('an old copy of the texts brings nobody back: their key is gone', () => {
  const path = folder();
  const persons = open(path);
  persons.keep(ANJA, { recordId: 'identity', kind: 'IDENTITY', text: NAME });
  persons.close();
  const copies = ['persons.db', 'persons.db-wal'].filter((name) => existsSync(join(path, name)));
  for (const name of copies) copyFileSync(join(path, name), join(path, `${name}.old`));
  const erasing = Persons.open(path);
  erasing.erase(ANJA);
  erasing.close();
  for (const name of copies) renameSync(join(path, `${name}.old`), join(path, name));
  opened.pop();
  expect(open(path).textsOf(ANJA)).toEqual([]);
});

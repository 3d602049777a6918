import { existsSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../adapters/open-sqlite.js';
import { Persons } from '../persons.js';
import { Documents, DOCUMENTS_MAX, type DocumentTold } from './documents.js';

const ANJA = { municipality: '0392', personRef: 'aaaaaaaaaaaaa' };
const PIET = { municipality: '0392', personRef: 'bbbbbbbbbbbbb' };
const PAYSLIP = Buffer.from('%PDF-1.7 loonstrook van Anja de Vries');
const TOLD: DocumentTold = {
  kind: 'PAYSLIP',
  mediaType: 'application/pdf',
  obtainedOn: '2008-09-30',
  orgId: 'SAGENN',
  role: 'PROVIDER',
  keptAt: '2008-10-10T09:00:00.000Z',
};

const folders: string[] = [];
const opened: Documents[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'uitkomst-documents-'));
  folders.push(path);
  return path;
}
function open(path: string): Documents {
  const documents = Documents.open(path);
  opened.push(documents);
  return documents;
}
afterEach(() => {
  for (const documents of opened.splice(0)) documents.close();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

const holdsPlainly = (path: string, text: string): boolean =>
  readdirSync(path).some((name) => readFileSync(join(path, name)).includes(text));

test('a document is read as it came, by whoever opens the folder later, and is of one person only', () => {
  const path = folder();
  const kept = open(path).keep(ANJA, PAYSLIP, TOLD);
  expect(kept).toMatchObject({ ...TOLD, size: PAYSLIP.length });
  const again = open(path);
  expect(again.bytesOf(ANJA, kept?.documentId ?? '')).toEqual(PAYSLIP);
  expect(again.documentsOf(ANJA)).toEqual([kept]);
  expect(again.bytesOf(PIET, kept?.documentId ?? '')).toBeUndefined();
});

test('the same bytes are one document, but not of another organisation or role, nor about another person', () => {
  const documents = open(folder());
  const first = documents.keep(ANJA, PAYSLIP, TOLD);
  expect(documents.keep(ANJA, PAYSLIP, { ...TOLD, keptAt: '2009-01-01T00:00:00.000Z' })).toEqual(first);
  const { obtainedOn: _never, ...untold } = TOLD;
  const others = [
    documents.keep(ANJA, PAYSLIP, { ...untold, orgId: 'AGENS' }),
    documents.keep(ANJA, PAYSLIP, { ...TOLD, role: 'REGISTRY' }),
    documents.keep(PIET, PAYSLIP, TOLD),
  ];
  expect(new Set([first, ...others].map((one) => one?.documentId)).size).toBe(4);
  expect(others[0]).not.toHaveProperty('obtainedOn');
  expect(documents.documentsOf(ANJA)).toEqual([first, others[0], others[1]]);
});

test('an organisation keeps so many about a person, which says nothing of what others keep', () => {
  const documents = open(folder());
  for (let number = 1; number <= DOCUMENTS_MAX; number += 1) documents.keep(ANJA, Buffer.from(`${number}`), TOLD);
  expect(documents.keep(ANJA, PAYSLIP, TOLD)).toBeUndefined();
  expect(documents.keep(ANJA, Buffer.from('1'), TOLD)).toBeDefined();
  expect(documents.keep(ANJA, PAYSLIP, { ...TOLD, orgId: 'AGENS' })).toBeDefined();
});

test('no file holds a word of a document, and only the owner may read them', () => {
  const path = folder();
  open(path).keep(ANJA, PAYSLIP, TOLD);
  expect(holdsPlainly(path, 'loonstrook')).toBe(false);
  for (const name of readdirSync(path)) expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
});

test('of who is erased nothing is left, and the file gives the room back', () => {
  const path = folder();
  const documents = open(path);
  documents.keep(ANJA, Buffer.alloc(1_000_000, 'a'), TOLD);
  const piets = documents.keep(PIET, PAYSLIP, TOLD);
  documents.erase(ANJA);
  expect(documents.documentsOf(ANJA)).toEqual([]);
  expect(documents.documentsOf(PIET)).toEqual([piets]);
  expect(holdsPlainly(path, ANJA.personRef)).toBe(false);
  expect(statSync(join(path, 'documents.db')).size).toBeLessThan(100_000);
});

test('an old copy of the documents brings nobody back: their key is gone', () => {
  const path = folder();
  const documents = open(path);
  const kept = documents.keep(ANJA, PAYSLIP, TOLD);
  documents.close();
  opened.pop();
  const copies = ['documents.db', 'documents.db-wal'].filter((name) => existsSync(join(path, name)));
  for (const name of copies) copyFileSync(join(path, name), join(path, `${name}.old`));
  const persons = Persons.open(path);
  persons.erase(ANJA);
  persons.close();
  for (const name of copies) copyFileSync(join(path, `${name}.old`), join(path, name));
  expect(open(path).documentsOf(ANJA)).toEqual([]);
  expect(open(path).bytesOf(ANJA, kept?.documentId ?? '')).toBeUndefined();
});

test('a document put in the place of another does not open, and a change of keys needs none to be sealed again', () => {
  const path = folder();
  const documents = open(path);
  const [anjas, piets] = [ANJA, PIET].map((whose) => documents.keep(whose, PAYSLIP, TOLD)?.documentId ?? '');
  const persons = Persons.open(path);
  expect(persons.rotateKey()).toBe(2);
  persons.close();
  expect(documents.bytesOf(ANJA, anjas ?? '')).toEqual(PAYSLIP);
  const table = openSqlite(join(path, 'documents.db'));
  table
    .prepare('UPDATE document SET sealed = (SELECT sealed FROM document WHERE person_ref = ?) WHERE person_ref = ?')
    .run(PIET.personRef, ANJA.personRef);
  table.close();
  expect(() => documents.bytesOf(ANJA, anjas ?? '')).toThrow();
  expect(documents.bytesOf(PIET, piets ?? '')).toEqual(PAYSLIP);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { StoreRefused } from '../adapters/refused/store-refused.js';
import { ensureErasable, ensureTables } from './ensure-tables.js';

const TABLES = { of: 'The notes', format: 1, sql: 'CREATE TABLE note (words TEXT NOT NULL) STRICT' };
const NEWER = { ...TABLES, format: 2 };

let folder: string;
let database: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-tables-'));
  database = openSqlite(join(folder, 'notes.db'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

test('tables are made once, and what was kept in them stays', () => {
  ensureTables(database, TABLES);
  database.exec(`INSERT INTO note VALUES ('first')`);
  ensureTables(database, TABLES);
  expect(database.prepare('SELECT words FROM note').all()).toEqual([{ words: 'first' }]);
});

test('a file that a newer program made is refused in words for whoever starts the older one, and left as it is', () => {
  ensureTables(database, NEWER);
  expect(() => ensureTables(database, TABLES)).toThrow(
    new StoreRefused('The notes has format 2, this program knows 1'),
  );
  expect(database.isTransaction).toBe(false);
  ensureTables(database, NEWER);
});

test('tables that cannot be made leave nothing half made', () => {
  expect(() => ensureTables(database, { ...TABLES, sql: `${TABLES.sql}; CREATE NONSENSE` })).toThrow();
  ensureTables(database, TABLES);
  expect(database.prepare('SELECT words FROM note').all()).toEqual([]);
});

test('what may have to be forgotten is overwritten when it is deleted, also when the tables were there', () => {
  ensureErasable(database, TABLES);
  ensureErasable(database, TABLES);
  expect(database.prepare('PRAGMA secure_delete').get()).toEqual({ secure_delete: 1 });
});

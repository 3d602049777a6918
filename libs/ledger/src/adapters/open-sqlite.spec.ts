import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeSqlite, openLock, openSqlite, openSqliteToRead } from './open-sqlite.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-evidence-'));
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
afterAll(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

test('a file that nobody may write, in a folder that is only read, is read as it lies there', () => {
  const path = join(folder, 'evidence #1?.db');
  const written = openSqlite(path);
  written.exec('create table seen (what text) strict; insert into seen values (1)');
  closeSqlite(written);
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  if (isRoot) process.seteuid?.(NOBODY); // Root may write anywhere.
  try {
    const read = openSqliteToRead(path);
    expect(read.prepare('select what from seen').all()).toHaveLength(1);
    expect(() => read.exec('insert into seen values (2)')).toThrow();
    read.close();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
  expect(readdirSync(folder)).toEqual(['evidence #1?.db']);
});

test('a lock that another has is none for us, and a file that can be no lock is told as what it is', () => {
  const locks = mkdtempSync(join(tmpdir(), 'uitkomst-locks-'));
  const held = openLock(join(locks, 'lock'));
  expect(openLock(join(locks, 'lock'))).toBeUndefined();
  held?.close();
  const next = openLock(join(locks, 'lock'));
  expect(next).toBeDefined();
  next?.close();
  writeFileSync(join(locks, 'broken'), 'no database at all'.repeat(100));
  expect(() => openLock(join(locks, 'broken'))).toThrow('not a database');
  rmSync(locks, { recursive: true });
});

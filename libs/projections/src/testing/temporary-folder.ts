import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReads, type ReadsDatabase } from '../adapters/open-reads.js';
import { SqliteReads } from '../adapters/sqlite.reads.js';

export interface TemporaryFolder {
  readonly path: string;
  /** A read store of its own each time, unless a name is given. */
  readonly database: (name?: string) => ReadsDatabase;
  readonly reads: (name?: string) => SqliteReads;
  readonly remove: () => void;
}

/** A folder for the files of one spec, which removes it afterwards. */
export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-reads-'));
  let files = 0;
  const database = (name = `reads-${(files += 1)}.db`): ReadsDatabase => openReads(join(folder, name));
  return {
    path: folder,
    database,
    reads: (name) => new SqliteReads(database(name)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

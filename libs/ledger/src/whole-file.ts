import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that is made at the first start, whole or not at all: of two processes that start at once, one makes it, and it stays. */
export function placedOnce(path: string, write: (draft: string) => void): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  write(draft);
  try {
    linkSync(draft, path); // Fails where there is one by now.
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** A file that changes, on disk before this returns: whenever the power goes there is this text or the one before, never a part. */
export function replacedWhole(path: string, text: string, mode: number): void {
  const draft = `${path}.new`;
  writeFileSync(draft, text, { mode, flush: true });
  renameSync(draft, path);
  flushFolder(dirname(path));
}

/** What is called how in a folder is on disk once the folder is. */
export function flushFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

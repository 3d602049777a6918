import { randomBytes } from 'node:crypto';
import { linkSync, unlinkSync } from 'node:fs';

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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the thread begins that works the log of a ledger in, as a server has it. */
export const CHECKPOINT_MAIN = pathToFileURL(resolve('dist/libs/ledger/src/adapters/checkpoint/checkpoint-main.js'));

/** Database files of one process, gone with it. */
export class Place {
  private readonly folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
  private files = 0;

  constructor() {
    process.on('exit', () => rmSync(this.folder, { recursive: true, force: true }));
  }

  fresh(): string {
    return join(this.folder, `${(this.files += 1)}.db`);
  }

  /** Before the next round begins: else that one waits while the disk still writes what this one left. */
  remove(path: string): void {
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(path + end, { force: true });
  }
}

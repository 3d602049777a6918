import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyFileBroken, placedOnce, systemClock } from '@uitkomst/ledger';

const FILE = 'session.key';
const OWNER_ONLY = 0o600;
const KEY_BYTES = 32;
/** Another file is noticed this much later at most. */
const LOOK_MS = 1000;

/** The key that cookies are sealed with, in a file for its owner only. Another file, or none, signs everybody out without a restart. */
export class SessionKey {
  private key: Buffer;
  private made: string;
  private lookedAt: number;

  private constructor(private readonly path: string) {
    this.key = keyIn(path);
    this.made = madeAt(path);
    this.lookedAt = systemClock.elapsed();
  }

  static open(folder: string): SessionKey {
    mkdirSync(folder, { recursive: true });
    return new SessionKey(join(folder, FILE));
  }

  current(): Buffer {
    if (systemClock.elapsed() - this.lookedAt < LOOK_MS) return this.key;
    this.lookedAt = systemClock.elapsed();
    const made = madeAt(this.path);
    if (made === this.made) return this.key;
    this.key = keyIn(this.path);
    this.made = madeAt(this.path);
    return this.key;
  }
}

/** Which file it is: another one, or other content, is another. */
function madeAt(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.ino} ${found.mtimeMs}`;
}

/** The key of a file; made where there is none. Of two processes that start at once, one makes it. */
function keyIn(path: string): Buffer {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) make(path);
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new KeyFileBroken(path);
  return Buffer.from(text, 'hex');
}

function make(path: string): void {
  placedOnce(path, (draft) =>
    writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: OWNER_ONLY }),
  );
}

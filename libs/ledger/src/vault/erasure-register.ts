import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Whose } from './person-keys.js';

const LINE = /^\d{4} [a-z2-7]{13}$/;

/** The register holds something else than who was erased. */
export class RegisterBroken extends Error {
  override readonly name = 'RegisterBroken';
}

/**
 * Whose data was erased, by pseudonym, in a text file that is never part of a backup: whatever is put back from one, these persons
 * are forgotten again before anything is served.
 */
export class ErasureRegister {
  private readonly known: Set<string>;

  private constructor(private readonly path: string) {
    this.known = new Set(wholeLines(path));
  }

  /** Opens the register, or begins it at the first erasure. Throws {@link RegisterBroken} naming the line that cannot be read. */
  static open(path: string): ErasureRegister {
    return new ErasureRegister(path);
  }

  has(whose: Whose): boolean {
    return this.known.has(lineOf(whose));
  }

  all(): readonly Whose[] {
    return Array.from(this.known, (line) => {
      const [municipality = '', personRef = ''] = line.split(' ');
      return { municipality, personRef };
    });
  }

  /** On disk before it returns. Once more does nothing. */
  add(whose: Whose): void {
    if (this.has(whose)) return;
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const file = openSync(this.path, 'a', 0o600);
    try {
      writeSync(file, `${lineOf(whose)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    this.known.add(lineOf(whose));
  }
}

const lineOf = ({ municipality, personRef }: Whose): string => `${municipality} ${personRef}`;

/** A last line cut short by a crash was never acknowledged: it is taken away, and its erasure carried out again. */
function wholeLines(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) truncateSync(path, Buffer.byteLength(whole));
  const lines = whole.split('\n').slice(0, -1);
  const broken = lines.findIndex((line) => !LINE.test(line));
  if (broken >= 0) throw new RegisterBroken(`${path}:${broken + 1} names nobody who was erased`);
  return lines;
}

import { existsSync, readFileSync } from 'node:fs';
import { type IntroducedKey, NoteFault, parsePublicKeys } from '@uitkomst/ledger/verify';
import { EXIT, Stop } from '../exit.js';

/** A public key as text, or a file of them. */
export function keysIn(key: string): readonly IntroducedKey[] {
  try {
    return parsePublicKeys(existsSync(key) ? readFileSync(key, 'utf8') : key);
  } catch (error) {
    const reason = error instanceof NoteFault ? error.message : 'cannot be read';
    throw new Stop(EXIT.UNREADABLE, `--key ${key}: ${reason}`, { cause: error });
  }
}

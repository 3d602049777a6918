import { existsSync, readFileSync } from 'node:fs';
import { type IntroducedKey, parsePublicKeys } from '@uitkomst/ledger/verify';
import { EXIT, Stop } from '../exit.js';

/** A public key as text, or a file of them. */
export function keysIn(key: string): readonly IntroducedKey[] {
  try {
    return parsePublicKeys(existsSync(key) ? readFileSync(key, 'utf8') : key);
  } catch (error) {
    throw new Stop(EXIT.UNREADABLE, `--key ${key}: ${error instanceof Error ? error.message : 'cannot be read'}`, {
      cause: error,
    });
  }
}

import { join } from 'node:path';
import { copyBytes, keepBytes } from './copy-file.js';
import { PUBLIC_FILE, SECRET_FILE, TAGS_FILE } from '../seal/seal-keys.js';

/**
 * Copies the keys of a log. The one that signs goes first: its public half was written before it, so that the copy knows it too. The
 * checkpoint is that of the copied ledger: beside one published later the ledger would look as if events were missing.
 */
export function copySeals(folder: string, copy: string, checkpoint: string | undefined): void {
  for (const name of [SECRET_FILE, PUBLIC_FILE, TAGS_FILE]) copyBytes(join(folder, name), join(copy, name));
  if (checkpoint !== undefined) keepBytes(checkpoint, join(copy, 'checkpoint'));
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { continueAfter, openSealKeys, rotateKey } from '@uitkomst/ledger';
import {
  isSignedBy,
  NoteFault,
  parseCheckpoint,
  parseNote,
  verifierKeyText,
  type Checkpoint,
  type VerifierKey,
} from '@uitkomst/ledger/verify';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import type { Terminal } from '../terminal.js';

export interface KeyOptions {
  readonly seals: string;
  readonly json?: boolean | undefined;
}
export interface RecoverOptions extends KeyOptions {
  readonly last: string;
}

/** Makes a new key that signs the ledger from the next start on; the one it replaces vouches for it. */
export async function rotate({ seals, json }: KeyOptions, terminal: Terminal): Promise<ExitCode> {
  existing(seals);
  await terminal.answer(lineOf(rotateKey(seals).signing.verifier, json));
  terminal.remark('Restart the application: until then it signs with the key before');
  return EXIT.FINE;
}

/**
 * After an older backup was put back: the ledger goes on as another log, whose name tells which checkpoint was the last of the one
 * before. Whoever holds that checkpoint then sees a recovery, and not a fork.
 */
export async function recover({ seals, last, json }: RecoverOptions, terminal: Terminal): Promise<ExitCode> {
  existing(seals);
  const checkpoint = await lastCheckpoint(seals, last);
  const { verifier } = continueAfter(seals, checkpoint).signing;
  await terminal.answer(lineOf(verifier, json));
  terminal.remark(
    `The log of ${checkpoint.size} events is closed; tell those who hold its checkpoints. Restart the application.`,
  );
  return EXIT.FINE;
}

const lineOf = (key: VerifierKey, json = false): string =>
  json ? JSON.stringify({ key: verifierKeyText(key) }) : verifierKeyText(key);

function existing(seals: string): void {
  if (!existsSync(join(seals, 'signing-key')))
    throw new Stop(EXIT.UNREADABLE, `--seals ${seals} holds no signing key: name the application's folder of seals`);
}

async function lastCheckpoint(seals: string, file: string): Promise<Checkpoint> {
  try {
    const note = parseNote(readFileSync(file, 'utf8'));
    const checkpoint = parseCheckpoint(note.text);
    const keys = openSealKeys(seals).introduced.map(({ key }) => key);
    if (await isSignedBy(note, keys)) return checkpoint;
  } catch (error) {
    const reason = error instanceof NoteFault ? error.message : 'cannot be read';
    throw new Stop(EXIT.UNREADABLE, `--last ${file}: ${reason}`, { cause: error });
  }
  throw new Stop(EXIT.UNREADABLE, `--last ${file} is not signed with a key of ${seals}`);
}

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosign, newSigningKey, parseSigningKey, replacedWhole, type SigningKey, systemClock } from '@uitkomst/ledger';
import {
  type Checkpoint,
  continues,
  firstOrigin,
  isSignedBy,
  type Note,
  NoteFault,
  noteText,
  parseCheckpoint,
  parseNote,
  parsePublicKeys,
  trustedKeys,
  verifierKeyText,
} from '@uitkomst/ledger/verify';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import { FolderFault } from '../export-folder/manifest.js';
import { keysIn } from '../export-folder/read-keys.js';
import type { Terminal } from '../terminal.js';
import { logAtAddress, logInFolder, type LogToWitness } from './log-to-witness.js';

export interface WitnessOptions {
  readonly state: string;
  readonly key: readonly string[];
  readonly from?: string | undefined;
  readonly url?: string | undefined;
  readonly name?: string | undefined;
  readonly json?: boolean | undefined;
}

const KEY_FILE = 'witness-key';
const PUBLIC_FILE = 'public-key';
const LAST_FILE = 'checkpoint';

/**
 * Looks once at a log: cosigns its newest checkpoint if the log only grew since the last one this witness saw, and alarms otherwise.
 * The key and the memory are the witness's own, in a folder the log's owner cannot reach.
 */
export async function witness(options: WitnessOptions, terminal: Terminal): Promise<ExitCode> {
  try {
    const log = await logOf(options);
    const key = keyIn(options.state, options.name ?? 'witness');
    const note = parseNote(log.checkpoint);
    const newer = parseCheckpoint(note.text);
    if (!(await isTrusted(note, log, options.key)))
      return await alarm({ kind: 'KEY', what: 'is not signed with a trusted key' }, options, terminal);
    const last = lastIn(options.state);
    const wrong = last === undefined ? undefined : await wrongWith(log, last, newer);
    if (wrong !== undefined) return await alarm(wrong, options, terminal);
    const cosigned = { text: note.text, signatures: [...note.signatures, cosign(key, note.text, seconds())] };
    replacedWhole(join(options.state, LAST_FILE), noteText(cosigned), 0o644);
    const { size, origin } = newer;
    const by = verifierKeyText(key.verifier);
    const line = `${size} event(s) of ${origin} cosigned by ${by}`;
    await terminal.answer(options.json ? JSON.stringify({ size, origin, by }) : line);
    return EXIT.FINE;
  } catch (error) {
    if (error instanceof NoteFault || error instanceof FolderFault)
      throw new Stop(EXIT.UNREADABLE, error.message, { cause: error });
    throw error;
  }
}

function logOf({ from, url }: WitnessOptions): LogToWitness | Promise<LogToWitness> {
  if ((from === undefined) === (url === undefined)) throw new Stop(EXIT.UNREADABLE, 'Name one of --from and --url');
  return from === undefined ? logAtAddress((url ?? '').replace(/\/$/, '')) : logInFolder(from);
}

async function isTrusted(note: Note, log: LogToWitness, named: readonly string[]): Promise<boolean> {
  const given = named.flatMap((one) => keysIn(one));
  const introduced = log.keys === undefined ? [] : parsePublicKeys(log.keys);
  const keys = await trustedKeys(
    given.map(({ key }) => key),
    [...given, ...introduced],
  );
  return isSignedBy(note, keys);
}

type Wrong = { readonly kind: 'SMALLER' | 'FORK'; readonly what: string };

async function wrongWith(log: LogToWitness, last: Checkpoint, newer: Checkpoint): Promise<Wrong | undefined> {
  if (newer.origin !== last.origin) return continued(last, newer);
  if (newer.size < last.size)
    return { kind: 'SMALLER', what: `is over ${newer.size} events; this witness saw ${last.size}` };
  if (await log.growsFrom(last, newer)) return undefined;
  return { kind: 'FORK', what: `does not grow from the ${last.size} events this witness saw` };
}

/** After a recovery the log has another name, which must tell the very checkpoint this witness saw last. */
function continued(last: Checkpoint, newer: Checkpoint): Wrong | undefined {
  const before = continues(newer.origin);
  const same =
    firstOrigin(newer.origin) === firstOrigin(last.origin) &&
    before?.size === last.size &&
    before.root === Buffer.from(last.root).toString('hex');
  return same ? undefined : { kind: 'FORK', what: `is of another log than the one this witness saw: ${newer.origin}` };
}

interface Alarm {
  readonly kind: 'KEY' | Wrong['kind'];
  readonly what: string;
}

async function alarm({ kind, what }: Alarm, { json }: WitnessOptions, terminal: Terminal): Promise<ExitCode> {
  const line = `${kind.padEnd(8)} the checkpoint ${what}; it is not cosigned`;
  await terminal.answer(json ? JSON.stringify({ kind, what: `the checkpoint ${what}`, exit: EXIT[kind] }) : line);
  return EXIT[kind];
}

function keyIn(folder: string, name: string): SigningKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, KEY_FILE);
  if (existsSync(file)) return parseSigningKey(readFileSync(file, 'utf8'));
  const key = newSigningKey(name, 'witness');
  replacedWhole(join(folder, PUBLIC_FILE), `${verifierKeyText(key.verifier)}\n`, 0o644);
  replacedWhole(file, `${key.secret}\n`, 0o600);
  return key;
}

function lastIn(folder: string): Checkpoint | undefined {
  const file = join(folder, LAST_FILE);
  return existsSync(file) ? parseCheckpoint(parseNote(readFileSync(file, 'utf8')).text) : undefined;
}

const seconds = (): number => Math.floor(systemClock.now() / 1000);

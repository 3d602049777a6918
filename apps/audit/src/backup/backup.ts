import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  checkpointOf,
  copyBytes,
  copySeals,
  copyVault,
  flushFolder,
  KeyFileBroken,
  replacedWhole,
  StoreRefused,
  systemClock,
} from '@uitkomst/ledger';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { checkBackup } from './check-backup.js';
import { copyLedger } from './copy-ledger.js';
import { listed, type Manifest, MANIFEST_FILE, manifestText, PARTS, pathsIn } from './manifest.js';
import { type PlaceOptions, type Places, placesOf, strangersIn } from './what-is-copied.js';

export interface BackupOptions extends PlaceOptions {
  readonly out?: string | undefined;
  /** True: what was just written; a folder: a backup that is there. */
  readonly check?: boolean | string | undefined;
  readonly key?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

/** Makes a backup from which everything can be put back, beside a running application, or reads one back, or both. */
export async function backup(options: BackupOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, check } = options;
  if (typeof check === 'string') {
    if (out !== undefined)
      throw new Stop(EXIT.UNREADABLE, '--check after --out takes no folder: it reads what was written');
    return checkBackup(check, options, terminal);
  }
  if (out === undefined) throw new Stop(EXIT.UNREADABLE, 'Name a new folder by --out, or a backup by --check');
  if (existsSync(out)) throw new Stop(EXIT.UNREADABLE, `--out ${out} is there already: a backup takes a new folder`);
  const places = placesOf(options);
  const manifest = await placed(resolve(out), places, terminal);
  await tell(manifest, options, terminal);
  for (const name of strangersIn(places.data)) terminal.problem(`Not in the backup, for it is none of ours: ${name}`);
  return check === true ? checkBackup(out, options, terminal) : EXIT.FINE;
}

/** Written beside it first: a folder with this name is a whole backup. Broken off, no keys are left behind. */
async function placed(out: string, places: Places, terminal: Terminal): Promise<Manifest> {
  const making = join(dirname(out), `.${process.pid}.backup`);
  const removed = (): void => rmSync(making, { recursive: true, force: true });
  removed();
  process.once('exit', removed);
  try {
    const manifest = await written(making, places, terminal);
    renameSync(making, out);
    flushFolder(dirname(out));
    return manifest;
  } catch (error) {
    removed();
    throw faultOf(error, out);
  } finally {
    process.off('exit', removed);
  }
}

/** What can be told in a line. The system does not say of which file a write failed: then it is told of the whole. */
function faultOf(error: unknown, out: string): unknown {
  if (error instanceof StoreRefused || error instanceof KeyFileBroken)
    return new Stop(EXIT.UNREADABLE, error.message, { cause: error });
  const { syscall, path } = error as NodeJS.ErrnoException;
  return syscall !== undefined && path === undefined ? Object.assign(error as Error, { path: out }) : error;
}

/** The ledger first, then what it refers to: what a command keeps is kept before its events are. */
async function written(folder: string, places: Places, terminal: Terminal): Promise<Manifest> {
  const [data, keys, seal] = PARTS.map((part) => join(folder, part)) as [string, string, string];
  for (const part of [data, keys, seal]) mkdirSync(part, { recursive: true, mode: 0o700 });
  const begunAt = new Date(systemClock.now()).toISOString();
  const ledger = await copyLedger(places, data, terminal);
  copyVault(places.data, { data, keys });
  if (places.kafkaKeys !== undefined) copyBytes(places.kafkaKeys, join(keys, 'kafka-keys.json'));
  copySeals(places.seals, seal, ledger.seal && checkpointOf(ledger.seal));
  const files = [];
  for (const path of PARTS.flatMap((part) => pathsIn(folder, part))) files.push(await listed(folder, path));
  const manifest: Manifest = { format: 1, begunAt, ...ledger.told, files };
  for (const part of [data, keys, seal]) flushFolder(part);
  replacedWhole(join(folder, MANIFEST_FILE), manifestText(manifest), 0o600);
  return manifest;
}

async function tell({ files, ...told }: Manifest, { out, json }: BackupOptions, terminal: Terminal): Promise<void> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const { leaves, seals, sealedRoot } = told;
  const line = `${leaves} event(s), ${seals} seal(s), root of the last ${sealedRoot ?? 'none'}: ${files.length} file(s), ${size} bytes in ${out}`;
  await terminal.answer(json === true ? JSON.stringify({ out, ...told, files: files.length, size }) : line);
  terminal.remark(
    'Keep data, keys and seal in three places, backup.json with each, and the register of erasures in none',
  );
}

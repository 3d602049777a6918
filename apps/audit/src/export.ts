import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  checkpointOf,
  isSeal,
  lastSeal,
  type Ledger,
  type Position,
  SEAL_STREAM,
  type Seal,
  systemClock,
} from '@uitkomst/ledger';
import { NoteFault, parsePublicKeys } from '@uitkomst/ledger/verify';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { FolderWriter } from './export-folder/folder-writer.js';
import { KEYS_FILE, type Manifest } from './export-folder/manifest.js';
import { ledgerUrl } from './ledger/data-folder.js';
import { type LedgerOptions, withLedgerAsStored } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';

export interface ExportOptions extends LedgerOptions {
  readonly out: string;
  readonly key?: string | undefined;
}

/** Writes a whole ledger, but for the vault, as a folder that can be verified anywhere and copied into any engine. */
export const exportLedger = (options: ExportOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedgerAsStored(options, async (ledger) => {
    const out = resolve(options.out);
    if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
      throw new Stop(EXIT.UNREADABLE, `--out ${options.out} holds something already`);
    const keys = keysFor(options);
    // Written beside it first: a folder with this name is a whole one.
    const making = join(dirname(out), `.${process.pid}.export`);
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true, mode: 0o700 });
    try {
      const { manifest } = await writeFolder(ledger, { folder: making, keys }, terminal);
      rmSync(out, { recursive: true, force: true });
      renameSync(making, out);
      await tell(manifest, { options, keys }, terminal);
      return EXIT.FINE;
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw error;
    }
  });

/** What was written of a ledger: up to where, and the last seal in it. */
export interface Exported {
  readonly manifest: Manifest;
  readonly head: Position;
  readonly seal: Seal | undefined;
}

/** Writes a ledger into a folder, up to where it stands now, with the public keys that go with it. */
export async function writeFolder(
  ledger: Ledger,
  { folder, keys }: { readonly folder: string; readonly keys: string | undefined },
  terminal: Terminal,
): Promise<Exported> {
  // In this order: whatever the last seal covers is at or before the head.
  const seal = await lastSeal(ledger);
  const head = await ledger.head();
  const writer = new FolderWriter(folder, seal?.size ?? 0);
  const progress = terminal.progress(head + 1, () => systemClock.elapsed());
  for await (const event of ledger.readAll({ until: head })) {
    if (!isSeal(event)) writer.add(event);
    progress.at(event.position + 1);
  }
  progress.end();
  await addSeals(ledger, seal, writer);
  const manifest = writer.finish({
    ...(seal !== undefined && { checkpoint: checkpointOf(seal) }),
    ...(keys !== undefined && { keys }),
  });
  return { manifest, head, seal };
}

async function addSeals(ledger: Ledger, last: Seal | undefined, writer: FolderWriter): Promise<void> {
  if (last === undefined) return;
  for await (const event of ledger.readStream(SEAL_STREAM, { max: last.revision + 1 })) writer.addSeal(event);
}

/** The public keys that go with the folder: those named, or those beside a ledger in a file. */
function keysFor({ key, ledger }: ExportOptions): string | undefined {
  const url = ledgerUrl(ledger);
  const beside = url.startsWith('sqlite:') ? join(dirname(url.slice('sqlite:'.length)), 'seal', KEYS_FILE) : undefined;
  const file = key ?? (beside !== undefined && existsSync(beside) ? beside : undefined);
  if (file === undefined) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    parsePublicKeys(text);
    return text;
  } catch (error) {
    const reason = error instanceof NoteFault ? error.message : 'cannot be read';
    throw new Stop(EXIT.UNREADABLE, `${file}: ${reason}`, { cause: error });
  }
}

async function tell(
  manifest: Manifest,
  { options, keys }: { readonly options: ExportOptions; readonly keys: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const { leaves, seals, sealed, root } = manifest;
  await terminal.answer(options.json ? JSON.stringify(manifest) : `${leaves} event(s), ${seals} seal(s), root ${root}`);
  if (sealed < leaves) terminal.remark(`The last ${leaves - sealed} event(s) are not sealed yet`);
  if (keys === undefined) terminal.remark('No public keys go with it: hand them over apart, or name them by --key');
}

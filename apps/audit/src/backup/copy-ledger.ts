import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySqlite, lastSeal, type Ledger, PUBLIC_FILE, type Seal, StoreRefused } from '@uitkomst/ledger';
import { writeFolder } from '../export.js';
import { withLedgerAsStored } from '../ledger/with-ledger.js';
import type { Terminal } from '../terminal.js';
import type { Manifest } from './manifest.js';
import type { Places } from './what-is-copied.js';

const SQLITE = 'sqlite:';

/** A copied ledger: what the manifest says of it, and the seal that is its last. */
export interface LedgerCopied {
  readonly told: Pick<Manifest, 'ledger' | 'leaves' | 'seals' | 'head' | 'sealed' | 'sealedRoot'>;
  readonly seal: Seal | undefined;
}

/** Copies the ledger as it stands: a file by its engine, any other engine's as an exported folder, which can be imported anywhere. */
export const copyLedger = (places: Places, data: string, terminal: Terminal): Promise<LedgerCopied> =>
  places.ledger.startsWith(SQLITE)
    ? copyFile(places.ledger.slice(SQLITE.length), join(data, 'ledger.db'))
    : withLedgerAsStored({ ledger: places.ledger }, (ledger) => copyFolder(ledger, { places, data }, terminal));

async function copyFile(path: string, copy: string): Promise<LedgerCopied> {
  if (!existsSync(path)) throw new StoreRefused(`There is no ledger at ${path}`);
  copySqlite(path, copy);
  return withLedgerAsStored({ ledger: `${SQLITE}${copy}` }, async (ledger) => {
    const seal = await lastSeal(ledger);
    const head = await ledger.head();
    const seals = seal === undefined ? 0 : seal.revision + 1;
    return { told: { ledger: 'sqlite', leaves: head + 1 - seals, seals, head, ...sealTold(seal) }, seal };
  });
}

async function copyFolder(
  ledger: Ledger,
  { places, data }: { readonly places: Places; readonly data: string },
  terminal: Terminal,
): Promise<LedgerCopied> {
  const folder = join(data, 'ledger');
  mkdirSync(folder, { mode: 0o700 });
  const keys = readFileSync(join(places.seals, PUBLIC_FILE), 'utf8');
  const { manifest, head, seal } = await writeFolder(ledger, { folder, keys }, terminal);
  const { leaves, seals } = manifest;
  return { told: { ledger: 'folder', leaves, seals, head, ...sealTold(seal) }, seal };
}

const sealTold = (seal: Seal | undefined) => ({
  sealed: seal?.size ?? 0,
  sealedRoot: seal === undefined ? null : Buffer.from(seal.root).toString('hex'),
});

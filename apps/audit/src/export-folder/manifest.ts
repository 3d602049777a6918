import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST_FILE = 'export.json';
export const SEALS_FILE = 'seals.jsonl';
export const CHECKPOINT_FILE = 'checkpoint';
export const KEYS_FILE = 'public-keys';

/** What an exported folder says it holds. Nothing in it depends on the engine: the same ledger gives the same folder. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  /** Events but for seals. */
  leaves: z.int().min(0),
  seals: z.int().min(0),
  /** Leaves under the last seal; what came after is in the folder, but not signed for yet. */
  sealed: z.int().min(0),
  /** Root over all leaves. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Manifest = z.infer<typeof Manifest>;

/** A file of an exported folder is missing, or is not what it should be. */
export class FolderFault extends Error {
  override readonly name = 'FolderFault';

  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

export function readFolderFile(folder: string, path: string): Buffer {
  try {
    return readFileSync(join(folder, path));
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new FolderFault(path, absent ? 'does not exist' : 'cannot be read');
  }
}

/** The one way in which it is written. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

export function readManifest(folder: string): Manifest {
  const text = readFolderFile(folder, MANIFEST_FILE).toString('utf8');
  const parsed = Manifest.safeParse(jsonOf(text, MANIFEST_FILE));
  if (parsed.success && manifestText(parsed.data) !== text)
    throw new FolderFault(MANIFEST_FILE, 'is not written as it was exported');
  if (!parsed.success) throw new FolderFault(MANIFEST_FILE, z.prettifyError(parsed.error).replaceAll('\n', ' '));
  return parsed.data;
}

export function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FolderFault(path, 'is no JSON');
  }
}

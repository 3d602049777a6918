import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

export const MANIFEST_FILE = 'backup.json';

/** The parts of a backup, meant for three places: whoever has the data has not the keys, nor what signs. */
export const PARTS = ['data', 'keys', 'seal'] as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says it holds: nothing about a person, a provider or a municipality. */
const Manifest = z.strictObject({
  format: z.literal(1),
  /** The instant at which it was begun: everything acknowledged before is in it. */
  begunAt: z.iso.datetime(),
  /** As a file of SQLite (`data/ledger.db`), or as an exported folder (`data/ledger`) to import. */
  ledger: z.enum(['sqlite', 'folder']),
  /** Events but for seals. */
  leaves: z.int().min(0),
  seals: z.int().min(0),
  /** Position of the last event, -1 where there is none. */
  head: z.int().min(-1),
  /** Leaves under the last seal, and the root it signs; none where nothing was sealed. */
  sealed: z.int().min(0),
  sealedRoot: Sha256.nullable(),
  files: z.array(z.strictObject({ path: z.string(), size: z.int().min(0), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;
export type ListedFile = Manifest['files'][number];

/** With the SHA-256 of what it says itself, so that no byte of it changes unseen either. */
const Written = Manifest.extend({ sha256: Sha256 });

/** The one way in which it is written. */
export function manifestText(manifest: Manifest): string {
  const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
  return `${JSON.stringify({ ...manifest, sha256 }, null, 2)}\n`;
}

/** Undefined where it is not as it was written. */
export function readManifest(folder: string): Manifest | undefined {
  const text = readFileSync(join(folder, MANIFEST_FILE), 'utf8');
  try {
    const { sha256: _own, ...manifest } = Written.parse(JSON.parse(text));
    return manifestText(manifest) === text ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Every file of a part of a backup, by its path in the backup, in a fixed order. */
export const pathsIn = (folder: string, part: string): readonly string[] =>
  readdirSync(join(folder, part), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${part}/${entry.name}`;
      return entry.isDirectory() ? pathsIn(folder, path) : [path];
    })
    .toSorted();

/** A file as it is listed. */
export async function listed(folder: string, path: string): Promise<ListedFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, path)), hash);
  return { path, size: statSync(join(folder, path)).size, sha256: hash.digest('hex') };
}

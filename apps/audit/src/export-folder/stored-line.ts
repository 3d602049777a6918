import type { MadeBytes, Position, StoredBytes, StoredEvent } from '@uitkomst/ledger';

/** An event as it was stored, but for its position (which is the engine's own) and, where the leaf stands in a bundle, its leaf. */
export type StoredLine = Omit<StoredEvent, 'position' | 'bytes'> & Omit<StoredBytes, 'leaf'>;

/** One line of JSON. Every column is written as it was stored, also one that is not what the leaf says: the folder is evidence. */
export function storedLine({ stream, revision, id, type, recordedAt, leafHash, bytes }: StoredEvent): StoredLine {
  const { actor, salt, open, provider, municipality } = bytes;
  return {
    stream,
    revision,
    id,
    type,
    recordedAt,
    leafHash,
    actor,
    salt,
    ...(open !== undefined && { open }),
    ...(provider !== undefined && { provider }),
    ...(municipality !== undefined && { municipality }),
  };
}

/** The event of a line and its leaf. Its position is its place among the leaves. */
export function storedEvent(line: StoredLine, leaf: string, place: number): StoredEvent {
  const { stream, revision, id, type, recordedAt, leafHash, actor, salt, open, provider, municipality } = line;
  const bytes: MadeBytes = { leaf, actor, salt };
  if (open !== undefined) bytes.open = open;
  if (provider !== undefined) bytes.provider = provider;
  if (municipality !== undefined) bytes.municipality = municipality;
  return { position: place as Position, stream, revision, id, type, recordedAt, leafHash, bytes };
}

const TEXTS = ['stream', 'id', 'type', 'recordedAt', 'leafHash', 'actor', 'salt'] as const;
const PARTS = ['open', 'provider', 'municipality'] as const;

/** By hand, since a million of them are read: whether a value is a stored line, and nothing else. */
export function isStoredLine(value: unknown): value is StoredLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Readonly<Record<string, unknown>>;
  let known = TEXTS.length + 1;
  for (const part of PARTS) {
    if (line[part] === undefined) continue;
    if (typeof line[part] !== 'string') return false;
    known += 1;
  }
  for (const text of TEXTS) if (typeof line[text] !== 'string') return false;
  if (!Number.isSafeInteger(line['revision'])) return false;
  let fields = 0;
  for (const _ in line) fields += 1;
  return fields === known;
}

/** What a line says, if it is written as we write it. */
export function objectIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // A control character can be written in two ways; only one of them is what was exported.
    return text.includes('\\u00') && JSON.stringify(value) !== text ? undefined : value;
  } catch {
    return undefined;
  }
}

import { AUDIENCES, canonical } from '@uitkomst/domain';
import type { StoredEvent } from '../ledger.js';
import type { Leaf } from './decoded-event.js';
import { hashOfLeaf, partDigest, tagIfNamed } from './digest.js';

/** What of a stored event is not what was hashed: a part, a column, or the leaf itself. */
export type ByteFault =
  | 'leafHash'
  | 'leaf'
  | 'salt'
  | 'actor'
  | 'open'
  | 'provider'
  | 'municipality'
  | 'id'
  | 'type'
  | 'stream'
  | 'revision'
  | 'recordedAt';

const SALT = /^[0-9a-f]{32}$/;

/** Recomputes every digest of an event and compares every column with its leaf; empty when all is as it was recorded. */
export function verifyBytes(event: StoredEvent): readonly ByteFault[] {
  const { bytes } = event;
  const faults: ByteFault[] = [];
  if (hashOfLeaf(bytes.leaf) !== event.leafHash) faults.push('leafHash');
  const leaf = parsed(bytes.leaf);
  if (leaf === undefined) return [...faults, 'leaf'];
  const { digests, header } = leaf;
  if (!SALT.test(bytes.salt)) return [...faults, 'salt'];
  const salt = Buffer.from(bytes.salt, 'hex');
  if (partDigest(salt, 'actor', bytes.actor) !== header.actor) faults.push('actor');
  for (const audience of AUDIENCES) {
    const part = bytes[audience];
    const digest = part === undefined ? undefined : partDigest(salt, audience, part);
    if (digest !== digests[audience]) faults.push(audience);
  }
  if (header.stream !== tagIfNamed(event.stream)) faults.push('stream');
  for (const column of ['id', 'type', 'revision', 'recordedAt'] as const)
    if (header[column] !== event[column]) faults.push(column);
  return faults;
}

/** The leaf, if it is one and is written in the canonical way. */
function parsed(text: string): Leaf | undefined {
  try {
    const leaf = JSON.parse(text) as Leaf;
    const whole = typeof leaf.digests === 'object' && typeof leaf.header === 'object';
    return whole && canonical(leaf) === text ? leaf : undefined;
  } catch {
    return undefined; // Not JSON, or null.
  }
}

import { canonical } from '@uitkomst/domain';
import type { NewEvent, StoredBytes } from '../ledger.js';
import { partDigest, streamTag } from './digest.js';

/** The texts of an event while they are made. */
export type MadeBytes = { -readonly [K in keyof StoredBytes]: StoredBytes[K] };

/** The leaf without `recordedAt` and `revision`, which only the ledger knows. */
export type LeafAround = readonly [before: string, between: string, after: string];

/** The leaf of an event: canonical JSON of the digests of its parts and of its header (rulings §4.1). */
export function leafAround(
  stream: string,
  { id, type, commandId, commandHash }: NewEvent,
  { schema, bytes, salt }: { readonly schema: number; readonly bytes: MadeBytes; readonly salt: Buffer },
): LeafAround {
  let digests = '';
  // In the order of canonical JSON: municipality, open, provider.
  for (const name of ['municipality', 'open', 'provider'] as const) {
    const part = bytes[name];
    if (part !== undefined) digests += `${digests === '' ? '' : ','}"${name}":"${partDigest(salt, name, part)}"`;
  }
  const actor = partDigest(salt, 'actor', bytes.actor);
  const command = `"commandHash":${canonical(commandHash)},"commandId":${canonical(commandId)}`;
  return [
    `{"digests":{${digests}},"header":{"actor":"${actor}",${command},"id":${canonical(id)},"recordedAt":"`,
    '","revision":',
    `,"schema":${schema},"stream":"${streamTag(stream)}","type":"${type}","v":1}}`,
  ];
}

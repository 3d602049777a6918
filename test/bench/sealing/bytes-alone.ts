import { canonical, EVENT_CATALOGUE, type Audience } from '@uitkomst/domain';
import { CODEC, type Codec, type NewEvent } from '@uitkomst/ledger';

const NO_DIGEST = 'd'.repeat(64);
const SALT = '5'.repeat(32);
/** What stands in a leaf beside its digests: header, names, quotes. */
const REST = 'h'.repeat(420);

/**
 * Stores the same bytes without proving anything: payloads are checked and written as ever, but nothing is salted or hashed. Where a leaf
 * would stand there is text as long as one; only so much of it as tells events apart is hashed, since the ledger hashes whatever is its leaf.
 */
export const BYTES_ALONE: Codec = {
  ...CODEC,
  prepare(stream: string, event: NewEvent): ReturnType<Codec['prepare']> {
    const { id, type, actor, commandId, commandHash } = event;
    const definition = EVENT_CATALOGUE[type];
    if (definition === undefined) throw new Error(`No event is called ${type}`);
    const payload = definition.payload.parse(event.payload) as Readonly<Record<string, unknown>>;
    const parts: Partial<Record<Audience, string>> = {};
    for (const [field, value] of Object.entries(payload)) {
      const audience = definition.audienceOf[field] ?? 'open';
      const before = parts[audience];
      parts[audience] = `${before === undefined ? '{' : `${before},`}"${field}":${canonical(value)}`;
    }
    let leaf = REST;
    for (const audience of ['open', 'provider', 'municipality'] as const) {
      const part = parts[audience];
      if (part === undefined) continue;
      parts[audience] = `${part}}`;
      leaf += audience + NO_DIGEST;
    }
    const bytes = { leaf: '', actor: canonical({ ...actor }) + leaf, salt: SALT, ...parts };
    return {
      id,
      type,
      stream,
      commandId,
      commandHash,
      bytes,
      made: { payload, actor, commandId, commandHash },
      leafAround: ['', '/', ''],
    };
  },
};

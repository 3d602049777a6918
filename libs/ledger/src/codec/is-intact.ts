import type { StoredBytes, StoredEvent } from '../ledger.js';
import { hashOfLeaf, partDigest, tagIfNamed } from './digest.js';

const SALT = /^[0-9a-f]{32}$/;
/** Printable ASCII without quote and backslash, as hashes and ids of commands are. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** In the order of canonical JSON. */
const PARTS = ['municipality', 'open', 'provider'] as const;
const labelOf = (name: string) => ({ first: `"${name}":"`, next: `,"${name}":"` });
const LABELS = { municipality: labelOf('municipality'), open: labelOf('open'), provider: labelOf('provider') };

/**
 * Whether an event is, byte for byte, what was hashed: much faster than `verifyBytes`, because the leaf is not parsed but compared with
 * what its columns make of it. Where this says no, `verifyBytes` says what is wrong (or, for an unusual leaf, that nothing is).
 */
export function isIntact(event: StoredEvent): boolean {
  const { leaf } = event.bytes;
  if (hashOfLeaf(leaf) !== event.leafHash) return false;
  return saysSo({ text: leaf, from: 0, to: leaf.length }, event, event.bytes);
}

/** A leaf as it stands in a text, from one place to another. */
interface LeafText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
type Columns = Pick<StoredEvent, 'stream' | 'revision' | 'id' | 'type' | 'recordedAt'>;
type Parts = Omit<StoredBytes, 'leaf'>;

// One working area for all: never used across an await.
const salt = Buffer.alloc(16);

/** Whether a leaf says exactly these columns, and digests of these parts. */
export function saysSo({ text, from, to }: LeafText, columns: Columns, parts: Parts): boolean {
  const tag = tagIfNamed(columns.stream);
  if (tag === undefined || !SALT.test(parts.salt)) return false;
  salt.write(parts.salt, 'hex');
  // Piece by piece: putting the pieces together first costs more than comparing them.
  const reader = new Reader(text, from);
  let fits = reader.passes('{"digests":{');
  let first = true;
  for (const name of PARTS) {
    const part = parts[name];
    if (part === undefined) continue;
    fits &&= reader.passes(first ? LABELS[name].first : LABELS[name].next);
    fits &&= reader.passes(partDigest(salt, name, part)) && reader.passes('"');
    first = false;
  }
  fits &&= reader.passes('},"header":{"actor":"') && reader.passes(partDigest(salt, 'actor', parts.actor));
  fits &&= reader.passes('","commandHash":"') && reader.passesText();
  fits &&= reader.passes('","commandId":"') && reader.passesText();
  fits &&= reader.passes('","id":"') && reader.passes(columns.id);
  fits &&= reader.passes('","recordedAt":"') && reader.passes(columns.recordedAt);
  fits &&= reader.passes('","revision":') && reader.passes(String(columns.revision));
  fits &&= reader.passes(',"schema":') && reader.passesNumber();
  fits &&= reader.passes(',"stream":"') && reader.passes(tag);
  fits &&= reader.passes('","type":"') && reader.passes(columns.type);
  return fits && reader.passes('","v":1}}') && reader.at === to;
}

/** Goes through a text, piece by piece. */
class Reader {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  passes(piece: string): boolean {
    const here = this.text.startsWith(piece, this.at);
    this.at += piece.length;
    return here;
  }

  /** A plain text, up to its closing quote: one with a backslash in it is for the slow way. */
  passesText(): boolean {
    const end = this.text.indexOf('"', this.at);
    const plain = end >= 0 && PLAIN.test(this.text.slice(this.at, end));
    this.at = end;
    return plain;
  }

  passesNumber(): boolean {
    const start = this.at;
    while (isDigit(this.text.charCodeAt(this.at))) this.at += 1;
    return this.at > start && this.text[start] !== '0';
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

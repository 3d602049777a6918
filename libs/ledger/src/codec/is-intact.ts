import type { StoredEvent } from '../ledger.js';
import { hashOfLeaf, partDigest, streamTag } from './digest.js';

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
export function isIntact({ stream, revision, id, type, recordedAt, leafHash, bytes }: StoredEvent): boolean {
  const { leaf, actor } = bytes;
  if (!SALT.test(bytes.salt) || hashOfLeaf(leaf) !== leafHash) return false;
  const salt = Buffer.from(bytes.salt, 'hex');
  const reader = new Reader(leaf);
  let fits = reader.passes('{"digests":{');
  let first = true;
  for (const name of PARTS) {
    const part = bytes[name];
    if (part === undefined) continue;
    fits &&=
      reader.passes(first ? LABELS[name].first : LABELS[name].next) && reader.passes(partDigest(salt, name, part));
    fits &&= reader.passes('"');
    first = false;
  }
  fits &&= reader.passes('},"header":{"actor":"') && reader.passes(partDigest(salt, 'actor', actor));
  fits &&= reader.passes('","commandHash":"') && reader.passesText();
  fits &&= reader.passes('","commandId":"') && reader.passesText();
  fits &&= reader.passes('","id":"') && reader.passes(id);
  fits &&= reader.passes('","recordedAt":"') && reader.passes(recordedAt);
  fits &&= reader.passes('","revision":') && reader.passes(String(revision));
  fits &&= reader.passes(',"schema":') && reader.passesNumber();
  fits &&= reader.passes(',"stream":"') && reader.passes(streamTag(stream));
  fits &&= reader.passes('","type":"') && reader.passes(type);
  return fits && reader.passes('","v":1}}') && reader.atEnd;
}

/** Goes through a text, piece by piece. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    return this.at === this.text.length;
  }

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

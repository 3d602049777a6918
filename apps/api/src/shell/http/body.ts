import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { pointerOf } from '@uitkomst/contracts';
import type { FastifyInstance } from 'fastify';
import type { Bilingual, BilingualFault } from './problem.js';
import { invalidInput, unknownFields } from './schema-pipe.js';

const CSV_MAX = 20 * 1_048_576;
const XML_MAX = 50 * 1_048_576;
const DOCUMENT_MAX = 20 * 1_048_576;
const DEPTH_MAX = 32;

/** The kinds of body there are; every other media type is 415. What is hashed and signed must be read one way only (RFC 7493). */
export function addBodyParsers(
  fastify: FastifyInstance,
  { csv, xml, documents }: { readonly csv: string; readonly xml: string; readonly documents: readonly string[] },
): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) =>
    readJson(textOf(bytes)),
  );
  fastify.addContentTypeParser(
    csv,
    { parseAs: 'buffer', bodyLimit: CSV_MAX },
    async (_request: unknown, bytes: Buffer) => textOf(bytes),
  );
  fastify.addContentTypeParser(
    xml,
    { parseAs: 'buffer', bodyLimit: XML_MAX },
    async (_request: unknown, bytes: Buffer) => new RawBody(bytes),
  );
  fastify.addContentTypeParser(
    [...documents],
    { parseAs: 'buffer', bodyLimit: DOCUMENT_MAX },
    async (_request: unknown, bytes: Buffer) => new RawBody(bytes),
  );
}

/** A file as it came: another one of the same bytes is the same. To whoever writes out a request it is its hash and nothing else. */
export class RawBody {
  readonly sha256: string;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.sha256 = createHash('sha256').update(bytes).digest('hex');
  }

  get bytes(): Buffer {
    return this.#bytes;
  }
}

const wrong = (code: string, message: Bilingual, pointer = ''): BilingualFault => ({
  in: 'body',
  pointer,
  code,
  message,
});
const TWICE = { nl: 'Een object noemt een veld twee keer', en: 'An object names a field twice' };
export const NO_TEXT = { nl: 'Bevat wat geen teken is', en: 'Holds what is no character' };
const TOO_DEEP = { nl: `Dieper dan ${DEPTH_MAX} niveaus`, en: `Deeper than ${DEPTH_MAX} levels` };
const TOO_LARGE = { nl: 'Zo groot is geen getal', en: 'No number is that large' };
const NOT_UTF8 = { nl: 'Geen UTF-8', en: 'Not UTF-8' };

function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw invalidInput([wrong('invalid_encoding', NOT_UTF8)]);
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** JSON that every reader understands the same way; else each place where it is not. */
function readJson(text: string): unknown {
  const body = parsed(text);
  const faults: BilingualFault[] = [];
  const names = look(body, [], faults);
  if (faults.length === 0 && names < namesIn(text)) faults.push(wrong('duplicate_key', TWICE));
  if (faults.length > 0) throw invalidInput(faults);
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const place = / position (\d+)/.exec(String(error))?.[1]; // The rest of the message repeats the body.
    const from =
      place === undefined ? { nl: '', en: '' } : { nl: `, vanaf teken ${place}`, en: `, from position ${place}` };
    throw invalidInput([wrong('invalid_json', { nl: `Geen JSON${from.nl}`, en: `Not JSON${from.en}` })]);
  }
}

/** Collects what JSON can write but no reader can trust; answers with how many fields there are. */
function look(value: unknown, steps: readonly PropertyKey[], faults: BilingualFault[]): number {
  const report = (code: string, message: Bilingual, at = steps): number => {
    faults.push(wrong(code, message, pointerOf(at)));
    return 0;
  };
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : report('not_finite', TOO_LARGE);
  if (typeof value === 'string') return isText(value) ? 0 : report('invalid_text', NO_TEXT);
  if (typeof value !== 'object' || value === null) return 0;
  if (steps.length >= DEPTH_MAX) return report('too_deep', TOO_DEEP, steps.slice(0, 1));
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  let names = Array.isArray(value) ? 0 : entries.length;
  for (const [key, inner] of entries) {
    if (typeof key === 'string' && (key === '__proto__' || !isText(key)))
      faults.push(...unknownFields([key], { in: 'body', within: steps }));
    else names += look(inner, [...steps, key], faults);
  }
  return names;
}

/** No half of a character (a lone surrogate has no UTF-8) and no end of text in its middle. */
const isText = (text: string): boolean => !/[\p{Surrogate}\0]/u.test(text);

/** How often a name stands before a colon. */
function namesIn(text: string): number {
  let count = 0;
  for (const [found] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g)) if (found.endsWith(':')) count += 1;
  return count;
}

import type { EvidenceMediaType } from '@uitkomst/contracts';
import type { FastifyRequest } from 'fastify';
import { RawBody } from '../../shell/http/body.js';
import { invalidField, type Bilingual } from '../../shell/http/problem.js';
import { mediaTypeOf } from '../../shell/http/wanted/media-types.js';

/** With which bytes each kind of file begins. */
const BEGINNINGS: Readonly<Record<EvidenceMediaType, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'image/jpeg': Buffer.from('ffd8ff', 'hex'),
};
const isMediaType = (type: string): type is EvidenceMediaType => Object.hasOwn(BEGINNINGS, type);

/** The document of a request, as it came. What begins otherwise than its media type says would be opened as another kind of file. */
export function readDocument({ body, headers }: Pick<FastifyRequest, 'body' | 'headers'>): {
  readonly bytes: Buffer;
  readonly mediaType: EvidenceMediaType;
} {
  const mediaType = mediaTypeOf(headers['content-type']);
  if (!(body instanceof RawBody) || body.bytes.length === 0) throw wrong('empty', EMPTY);
  if (!isMediaType(mediaType) || !begins(body.bytes, BEGINNINGS[mediaType])) throw wrong('other_type', OTHER_TYPE);
  return { bytes: body.bytes, mediaType };
}

const begins = (bytes: Buffer, beginning: Buffer): boolean => bytes.subarray(0, beginning.length).equals(beginning);

const wrong = (code: string, message: Bilingual) => invalidField({ in: 'body', pointer: '', code, message });
const EMPTY = { nl: 'Het bestand is leeg', en: 'The file is empty' };
const OTHER_TYPE = {
  nl: 'De inhoud van het bestand past niet bij zijn soort (PDF, PNG of JPEG)',
  en: 'What is in the file does not fit its kind (PDF, PNG or JPEG)',
};

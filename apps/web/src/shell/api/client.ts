import type { components, paths } from '../../openapi.js';
import { sendForJson, type Answer } from './send.js';

/** A shape of the committed OpenAPI document by its name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type Method = 'get' | 'post';
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
type PathsWith<M extends Method> = { [P in keyof paths]: paths[P][M] extends undefined ? never : P }[keyof paths];
export type ReadPath = PathsWith<'get'>;
export type RecordPath = PathsWith<'post'>;

type PathPart<O> = O extends { parameters: { path: infer T } } ? { readonly path: T } : { readonly path?: never };
type QueryPart<O> = O extends { parameters: { query: infer T } }
  ? { readonly query: T }
  : O extends { parameters: { query?: infer T } }
    ? { readonly query?: T }
    : { readonly query?: never };
type VersionPart<O> = O extends { parameters: { header: { 'If-Match': string } } }
  ? { /** The ETag of what was seen when deciding. */ readonly ifMatch: string }
  : { readonly ifMatch?: never };
type BodyPart<O> = O extends { requestBody: { content: infer C } }
  ? C extends { 'application/json': infer T }
    ? { readonly body: T }
    : { readonly body?: never }
  : { readonly body?: never };
/** For the routes that take a file: its text, and which of the route's content types it is. */
interface FilePart {
  readonly file?: { readonly content: string | Blob; readonly contentType: string };
}

type Succeeded<O> = O extends { responses: infer R } ? R[keyof R & (200 | 201 | 202)] : never;
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : undefined;

export type ReadAsked<P extends ReadPath> = PathPart<Operation<P, 'get'>> & QueryPart<Operation<P, 'get'>>;
export type ReadAnswer<P extends ReadPath> = Json<Succeeded<Operation<P, 'get'>>>;
type Posted<P extends RecordPath> = Operation<P, 'post'>;
export type RecordAsked<P extends RecordPath> = PathPart<Posted<P>> &
  QueryPart<Posted<P>> &
  VersionPart<Posted<P>> &
  (BodyPart<Posted<P>> | FilePart);
export type RecordAnswer<P extends RecordPath> = Json<Succeeded<Posted<P>>>;

interface Loose {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly file?: FilePart['file'];
}

/** Reads one resource; the types come from the committed OpenAPI document. */
export function read<P extends ReadPath>(path: P, asked: ReadAsked<P>): Promise<Answer<ReadAnswer<P>>> {
  const { query } = asked as Loose;
  return sendForJson({ path: filledIn(path, asked), query });
}

/** Records something, under a key of the caller's own: the same key and body again give the same answer. */
export function record<P extends RecordPath>(
  path: P,
  asked: RecordAsked<P>,
  key: string,
): Promise<Answer<RecordAnswer<P>>> {
  const { query, body, ifMatch, file } = asked as Loose;
  return sendForJson({
    method: 'POST',
    path: filledIn(path, asked),
    query,
    body: file?.content ?? body,
    contentType: file?.contentType,
    headers: { 'idempotency-key': key, ...(ifMatch !== undefined && { 'if-match': ifMatch }) },
  });
}

/** The document names paths below its server. */
const SERVER = '/v1';
const filledIn = (path: string, asked: unknown): string =>
  SERVER +
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent((asked as Loose).path?.[name] ?? ''));

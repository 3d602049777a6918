import { STATUS_CODES } from 'node:http';
import { applyDecorators, HttpCode, SerializeOptions, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { Records } from '../recording/records.js';
import type { Door } from './door.js';
import { BESIDE_LEDGER, OPERATION } from '../traces/operation.js';
import type { SharedHeader } from './document/shared-headers.js';
import { CSV, JSON_TYPE, TABLE_TYPES, XLSX } from './tables/table-types.js';
import { AsTable, type Table } from './tables/whole-lists.js';
import { ApiHeader, ApiOperation, ApiResponse, ApiSecurity } from './document/decorators.js';

interface Operation {
  /** Name of the operation in the document and in generated clients. */
  readonly id: string;
  /** In Dutch, as an officer would say it. */
  readonly summary: string;
  readonly description?: string;
  /** What it answers when all is well: checked on the way out, so nothing else leaves. */
  readonly answer: z.ZodType;
  readonly status?: number;
  /** It says where its answer can be read later, though it makes nothing. */
  readonly located?: boolean;
  /** What it reads by media type, where that is not what the schema of its body says. */
  readonly body?: Readonly<
    Record<string, { readonly $ref: string } | { readonly type: 'string'; readonly description: string }>
  >;
}

interface Recording extends Operation {
  /** Someone decides on what they saw. */
  readonly ifMatch?: boolean;
  /** It keeps personal data in the vault and records no event: that it was done is told as a look at the person is. */
  readonly besideLedger?: boolean;
}

/** What a state may forbid though nothing is recorded: who was erased is not read either. */
interface Stated {
  readonly stateForbids?: boolean;
}

interface Reading extends Operation, Stated {
  /** It carries the version somebody decides on. */
  readonly version?: boolean;
  /** Without a token. */
  readonly open?: boolean;
  /** The whole list can be had as a file too, by Accept. */
  readonly table?: Table;
}

/** 503 too: whatever is asked, the ledger or its read models may be out of reach. */
const ALWAYS = [400, 401, 403, 404, 405, 406, 414, 429, 500, 503];
const WITH_BODY = [413, 415];
const CONFLICT = [409];
const WHEN_RECORDING = [...CONFLICT, 422];
const ON_VERSION = [412, 428];

/** A route that reads. */
export function Reads({ open = false, stateForbids = false, version = false, ...operation }: Reading): MethodDecorator {
  const { table } = operation;
  const door: Door = { open, ...(table !== undefined && { produces: TABLE_TYPES }) };
  return applyDecorators(
    ...(open ? [ApiSecurity({})] : []),
    ...(open || table !== undefined ? [RouteConfig(door)] : []),
    ...(table === undefined ? [] : [AsTable(table)]),
    ...described(operation, 200, version ? ['ETag'] : []),
    ...[...ALWAYS, ...(stateForbids ? CONFLICT : [])].map(problem),
  );
}

interface Download extends Omit<Operation, 'answer' | 'status'>, Stated {
  /** Media types to choose from by Accept. */
  readonly produces: readonly string[];
  /** Name of the schema of what it gives in JSON. */
  readonly json?: string;
}

/** A route that gives a document of its own format, by Accept. */
export function Downloads({
  id,
  summary,
  description,
  produces,
  json,
  stateForbids = false,
}: Download): MethodDecorator {
  const door: Door = { produces };
  const schemaOf = (type: string) =>
    type === 'application/json' && json !== undefined
      ? { $ref: `#/components/schemas/${json}` }
      : { type: 'string' as const };
  const documents = produces.map((type) => [type, { schema: schemaOf(type) }] as const);
  return applyDecorators(
    RouteConfig(door),
    SetMetadata(OPERATION, id),
    ApiOperation({ operationId: id, summary, description: description ?? `${summary}.` }),
    ApiResponse({ status: 200, description: summary, content: Object.fromEntries(documents) }),
    ...[...ALWAYS, ...(stateForbids ? CONFLICT : [])].map(problem),
  );
}

/** A route that reads but takes its question in the body, because it may not stand in a URL. */
export function Searches({ stateForbids = false, ...operation }: Operation & Stated): MethodDecorator {
  const statuses = [...ALWAYS, ...WITH_BODY, ...(stateForbids ? CONFLICT : [])];
  return applyDecorators(HttpCode(200), ...described(operation, 200), ...statuses.map(problem));
}

/** A route that records: with Idempotency-Key, and If-Match where someone decides on what they saw. */
export function Recording({ ifMatch = false, besideLedger = false, ...operation }: Recording): MethodDecorator {
  const status = operation.status ?? 201;
  const statuses = [...ALWAYS, ...WITH_BODY, ...WHEN_RECORDING, ...(ifMatch ? ON_VERSION : [])];
  return applyDecorators(
    Records(),
    SetMetadata(BESIDE_LEDGER, besideLedger),
    HttpCode(status),
    IDEMPOTENCY_KEY,
    ...(ifMatch ? [IF_MATCH] : []),
    ...described(operation, status, status === 201 ? ['Location', 'ETag'] : []),
    ...statuses.map(problem),
  );
}

function described(
  { id, summary, description, answer, body, located = false, table }: Operation & Pick<Reading, 'table'>,
  status: number,
  carried: readonly SharedHeader[] = [],
): MethodDecorator[] {
  const content = Object.fromEntries(Object.entries(body ?? {}).map(([type, schema]) => [type, { schema }]));
  const headers = Object.fromEntries(
    [...carried, ...(located ? ['Location'] : [])].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
  return [
    SetMetadata(OPERATION, id),
    ApiOperation({
      operationId: id,
      summary,
      description: description ?? `${summary}.`,
      ...(body === undefined ? {} : { requestBody: { required: true, content } }),
    }),
    SerializeOptions({ schema: answer }),
    ApiResponse({
      status,
      description: answer.meta()?.description ?? summary,
      headers,
      ...(table === undefined ? { standardSchema: answer } : { content: asFileToo(answer) }),
    }),
  ];
}

/** The package puts a schema under every media type alike, so what differs is named here. */
const asFileToo = (answer: z.ZodType) => ({
  [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${answer.meta()?.id}` } },
  [CSV]: { schema: { type: 'string' as const } },
  [XLSX]: {}, // Bytes have no schema in OpenAPI 3.1.
});

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } };
const problem = (status: number): MethodDecorator =>
  ApiResponse({ status, description: STATUS_CODES[status] ?? '', content });

const IDEMPOTENCY_KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: true,
  description: 'Eigen sleutel van deze opdracht: dezelfde sleutel en inhoud geven hetzelfde antwoord',
  schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
});
const IF_MATCH = ApiHeader({
  name: 'If-Match',
  required: true,
  description: 'ETag van wat u zag toen u besloot',
  schema: { type: 'string', examples: ['"r3"'] },
});

import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Text } from '@uitkomst/contracts';
import { textOf } from '@uitkomst/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Services } from '../../open-services.js';
import { SERVICES } from '../../services.js';
import { todayOf } from '../../today.js';
import type { Paging } from '../paging.js';
import { invalidField } from '../problem.js';
import { languageOf, type Language } from '../wanted/language.js';
import { csvFile } from './csv-file.js';
import { CSV, fileWanted, XLSX, type FileType } from './table-types.js';
import { xlsxFile, type TableRow } from './xlsx-file.js';

/** More rows than this are no list to open beside other work: reading them holds up whoever decides. */
const ROWS_MAX = 10_000;
const TABLE = 'table';

/** How a list reads as a table: the name of its file, and its rows flat. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowOf: (row: never, language: Language) => TableRow;
}

interface Listed {
  readonly results: readonly unknown[];
  readonly asOf?: string;
  readonly knownAsOf?: string;
}

interface Wanted {
  readonly table: Table;
  readonly type: FileType;
  readonly language: Language;
}

const FILES = {
  [CSV]: { suffix: 'csv', contentType: `${CSV}; charset=utf-8`, write: csvFile },
  [XLSX]: { suffix: 'xlsx', contentType: XLSX, write: xlsxFile },
} as const satisfies Record<FileType, object>;

/** A list that is also given whole, as a file. */
export const AsTable = (table: Table): MethodDecorator => SetMetadata(TABLE, table);

/** The rows that a page asks for; of a file all of them. */
export function pagingOrAll(
  paging: Paging,
  query: { readonly page?: number | undefined; readonly pageSize?: number | undefined },
  request: FastifyRequest,
): Paging {
  if (fileWanted(request) === undefined) return paging;
  const named = (['page', 'pageSize'] as const).find((name) => query[name] !== undefined);
  if (named !== undefined) throw invalidField({ in: 'query', pointer: `/${named}`, code: 'invalid', message: WHOLE });
  return { page: 1, offset: 0, limit: ROWS_MAX, whole: true };
}

/**
 * Turns the answer of a list into a file where that is wanted. It stands outside everything that looks at an answer: whose data is in
 * it was told, and that nothing else leaves was checked, on the rows themselves.
 */
@Injectable()
export class WholeLists implements NestInterceptor {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'clock' | 'sealer'>,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const table = this.reflector.get<Table | undefined>(TABLE, context.getHandler());
    const type = fileWanted(request);
    if (table === undefined || type === undefined) return next.handle();
    const wanted = { table, type, language: languageOf(request.headers) };
    return from(lastValueFrom(next.handle()).then((list) => this.fileOf(list as Listed, wanted, http.getResponse())));
  }

  private async fileOf(list: Listed, { table, type, language }: Wanted, reply: FastifyReply): Promise<Buffer> {
    const stated = this.statedOf(list);
    const rows = list.results.map((row) => ({ ...table.rowOf(row as never, language), ...stated }));
    const { suffix, contentType, write } = FILES[type];
    void reply.type(contentType).header('Content-Language', language);
    void reply.header('Content-Disposition', `attachment; filename="${table.name}-${stated.asOf}.${suffix}"`);
    return write(rows, [...table.columns, ...Object.keys(stated)]);
  }

  /** What the rows rest on, beside each: a row that is copied elsewhere keeps it. The root of the last seal is open to everybody. */
  private statedOf({ asOf, knownAsOf }: Listed) {
    const { clock, sealer } = this.services;
    const { seal } = sealer;
    return {
      asOf: asOf ?? textOf(todayOf(clock)),
      knownAsOf: knownAsOf ?? new Date(clock.now()).toISOString(),
      ledgerHead: seal === undefined ? '' : Buffer.from(seal.root).toString('hex'),
    };
  }
}

/** A text in the language of who reads the file. */
export const wordsIn = (text: Text, language: Language): string =>
  text.find((said) => said.language === language)?.value ?? '';

const WHOLE = { nl: 'Een bestand bevat alle bladzijden', en: 'A file holds all pages' };

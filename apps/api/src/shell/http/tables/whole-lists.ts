import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { textOf } from '@uitkomst/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Services } from '../../open-services.js';
import { SERVICES } from '../../services.js';
import { todayOf } from '../../today.js';
import type { Paging } from '../paging.js';
import { invalidField, Problem } from '../problem.js';
import { CSV, csvFile, wantsCsv } from './csv-file.js';

/** More rows than this are no list to open beside other work: reading them holds up whoever decides. */
const ROWS_MAX = 10_000;
const TABLE = 'table';

/** How a list reads as a table: the name of its file, and its rows flat. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowOf: (row: never) => object;
}

interface Listed {
  readonly count: number;
  readonly results: readonly unknown[];
  readonly asOf?: string;
  readonly knownAsOf?: string;
}

/** A list that is also given whole, as a file. */
export const AsTable = (table: Table): MethodDecorator => SetMetadata(TABLE, table);

/** The rows that a page asks for; of a file all of them. */
export function pagingOrAll(
  paging: Paging,
  query: { readonly page?: number | undefined; readonly pageSize?: number | undefined },
  request: FastifyRequest,
): Paging {
  if (!wantsCsv(request)) return paging;
  const named = (['page', 'pageSize'] as const).find((name) => query[name] !== undefined);
  if (named !== undefined) throw invalidField({ in: 'query', pointer: `/${named}`, code: 'invalid', message: WHOLE });
  return { page: 1, offset: 0, limit: ROWS_MAX };
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
    const table = this.reflector.get<Table | undefined>(TABLE, context.getHandler());
    if (table === undefined || !wantsCsv(http.getRequest<FastifyRequest>())) return next.handle();
    return from(lastValueFrom(next.handle()).then((list) => this.fileOf(list as Listed, table, http.getResponse())));
  }

  private async fileOf(list: Listed, { name, columns, rowOf }: Table, reply: FastifyReply): Promise<Buffer> {
    const { count, results } = list;
    if (count > results.length) throw new Problem('ongeldige-invoer', { detail: tooMany(count) });
    const stated = this.statedOf(list);
    const rows = results.map((row) => Object.assign({}, rowOf(row as never), stated));
    void reply.type(`${CSV}; charset=utf-8`);
    void reply.header('Content-Disposition', `attachment; filename="${name}-${stated.asOf}.csv"`);
    return csvFile(rows, [...columns, ...Object.keys(stated)]);
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

const WHOLE = { nl: 'Een bestand bevat alle bladzijden', en: 'A file holds all pages' };
const tooMany = (count: number) => ({
  nl: `De lijst heeft ${count} regels; een bestand bevat er hoogstens ${ROWS_MAX}. Vraag minder, bijvoorbeeld één status.`,
  en: `The list has ${count} rows; a file holds ${ROWS_MAX} at most. Ask for fewer, one state for instance.`,
});

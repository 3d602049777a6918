import { HttpException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RowReport } from '@uitkomst/contracts';
import type { ClientFileCommand } from '@uitkomst/domain';
import { Problem, problemOf } from '../shell/http/problem.js';
import { onceEach } from '../shell/http/schema-pipe.js';
import type { Services } from '../shell/open-services.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { commandHashOf, commandIdOf, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { submission } from '../shell/submission.js';
import { readRow } from './delivery-row.js';
import { factOf } from './recorded-fact.js';

export interface Delivered {
  readonly deliveryId: string;
  readonly system: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

interface RowAsk {
  readonly row: number;
  readonly personRef: string;
  readonly command: ClientFileCommand;
  readonly ask: Ask;
}

const AT_ONCE = 16;

/** Records a delivery row by row: each is a command of its own, whose id follows from (source, delivery, row). */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'identities'>,
  ) {}

  async record(delivered: Delivered, ask: Ask): Promise<readonly RowReport[]> {
    const reports = new Map<number, RowReport>();
    const perPerson = new Map<string, RowAsk[]>();
    for (const [index, raw] of delivered.rows.entries()) {
      const row = index + 1;
      const prepared = this.prepare(delivered, { row, raw, ask });
      if ('status' in prepared) reports.set(row, prepared);
      else perPerson.set(prepared.personRef, [...(perPerson.get(prepared.personRef) ?? []), prepared]);
    }
    const waiting = [...perPerson.values()];
    const work = async (): Promise<void> => {
      for (let rows = waiting.shift(); rows !== undefined; rows = waiting.shift())
        for (const one of rows) reports.set(one.row, await this.one(one, delivered)); // Rows about one person in their order.
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return delivered.rows.flatMap((_, index) => reports.get(index + 1) ?? []);
  }

  private prepare(
    { deliveryId, system }: Delivered,
    { row, raw, ask }: { readonly row: number; readonly raw: Readonly<Record<string, unknown>>; readonly ask: Ask },
  ): RowAsk | RowReport {
    const { principal } = ask;
    const [role = 'PROVIDER'] = principal.roles;
    const read = readRow(raw, { system, role, row });
    if (read.kind === 'wrong') return { row, status: 'REFUSED', errors: onceEach(read.errors) };
    const rowAsk: Ask = {
      principal,
      commandId: commandIdOf('delivery', principal.municipality, principal.orgId, system, deliveryId, String(row)),
      commandHash: commandHashOf(raw),
    };
    if (read.kind === 'claim') {
      const named = submission(this.services, { ask: rowAsk, providerId: principal.orgId }, read.claim);
      return { row, personRef: named.personRef, command: { type: 'SubmitClaim', claim: named.claim }, ask: rowAsk };
    }
    const personRef =
      'bsn' in read.person && read.person.bsn !== undefined
        ? this.services.identities.personRefOf(principal.municipality, read.person.bsn)
        : (read.person as { readonly dossierRef: string }).dossierRef;
    if (personRef === undefined) return unknownPerson(row, raw);
    return { row, personRef, command: { type: 'RecordFact', fact: read.fact }, ask: rowAsk };
  }

  private async one({ row, personRef, command, ask }: RowAsk, { rows }: Delivered): Promise<RowReport> {
    try {
      const done = await this.commands.execute(new OnClientFile(personRef, command, ask));
      const { events, heard } = orRefuse(done, { within: `/rows/${row - 1}` });
      const status = heard || events.length === 0 ? 'DUPLICATE' : 'RECORDED';
      const eventId = command.type === 'RecordFact' ? factOf(command, done).eventId : events[0]?.id;
      return { row, status, errors: [], ...(eventId !== undefined && { eventId }) };
    } catch (error) {
      if (!(error instanceof HttpException)) throw error; // An outage is not the row's fault: the whole may be asked again.
      if (error instanceof NotFoundException) return unknownPerson(row, rows[row - 1] ?? {});
      const { code = codeOf(error), errors = [] } = problemOf(error, '');
      return { row, status: 'REFUSED', code, errors: [...errors] };
    }
  }
}

const codeOf = (error: HttpException): string => (error instanceof Problem ? error.slug : 'NOT_FOUND');

/** Nobody this reader may know of has that reference or number. */
function unknownPerson(row: number, raw: Readonly<Record<string, unknown>>): RowReport {
  const pointer = `/rows/${row - 1}/${raw['bsn'] === undefined ? 'dossierRef' : 'bsn'}`;
  const fault = { in: 'body', pointer, code: 'NOT_FOUND', message: 'Niet gevonden' } as const;
  return { row, status: 'REFUSED', code: 'NOT_FOUND', errors: [fault] };
}

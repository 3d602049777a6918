import { HttpException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RowReport } from '@uitkomst/contracts';
import {
  bookPayment,
  paymentPorts,
  recordRows,
  refusedRow,
  unknownPerson,
  type Delivered,
  type RowTask,
} from '@uitkomst/processes';
import { actAs } from '../shell/auth/principal.js';
import { Problem, problemOf } from '../shell/http/problem.js';
import type { Services } from '../shell/open-services.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { receivedHashOf, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { submission } from '../shell/submission.js';
import { factOf } from './recorded-fact.js';

/** Records a delivery that came over HTTP: each row is a command of whoever signed in. */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES)
    private readonly services: Pick<Services, 'identities' | 'vault' | 'ledger' | 'terms' | 'clientFiles' | 'clock'>,
  ) {}

  record(delivered: Delivered, { principal }: Ask): Promise<readonly RowReport[]> {
    const { municipality, orgId } = principal;
    const [role = 'PROVIDER'] = principal.roles;
    return recordRows(
      delivered,
      { municipality, orgId, role },
      {
        personRefOf: (code, bsn) => this.services.identities.personRefOf(code, bsn),
        hashOf: (raw) => receivedHashOf(this.services.vault, raw),
        submit: (claim, { commandId }) =>
          submission(this.services, { ask: { principal, commandId }, providerId: orgId }, claim),
        perform: (task) => this.perform(task, principal),
        pay: (task) =>
          bookPayment(task, { municipality, actor: actAs(principal, ['FINANCE']), ports: paymentPorts(this.services) }),
      },
    );
  }

  private async perform(task: RowTask, principal: Ask['principal']): Promise<RowReport> {
    const { row, index, personRef, command, commandId, commandHash } = task;
    try {
      const ask: Ask = { principal, commandId, commandHash };
      const done = await this.commands.execute(new OnClientFile(personRef, command, ask));
      const { events, heard } = orRefuse(done, { within: `/rows/${index}` });
      const status = heard || events.length === 0 ? 'DUPLICATE' : 'RECORDED';
      const eventId = command.type === 'RecordFact' ? factOf(command, done).eventId : events[0]?.id;
      return { row, status, errors: [], ...(eventId !== undefined && { eventId }) };
    } catch (error) {
      if (!(error instanceof HttpException)) throw error; // An outage is not the row's fault: the whole may be asked again.
      if (error instanceof NotFoundException) return unknownPerson(task);
      const { code = codeOf(error), errors = [] } = problemOf(error, '');
      return { ...refusedRow(row, code), errors: [...errors] };
    }
  }
}

const codeOf = (error: HttpException): string => (error instanceof Problem ? error.slug : 'NOT_FOUND');

import { HttpException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RowReport } from '@uitkomst/contracts';
import { ClientFiles, newPersonRef, rehearsalOn } from '@uitkomst/ledger';
import {
  bookPayment,
  paymentPorts,
  recordRows,
  refusedRow,
  unknownPerson,
  type Delivered,
  type RowTask,
} from '@uitkomst/processes';
import { actAs, type Principal } from '../shell/auth/principal.js';
import type { Language } from '../shell/http/wanted/language.js';
import { Problem, problemOf } from '../shell/http/problem.js';
import type { Services } from '../shell/open-services.js';
import { HandleClientFile, OnClientFile, orRefuse, type FileDecided } from '../shell/commands/handle-client-file.js';
import { receivedHashOf } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { submission } from '../shell/submission.js';
import { factOf } from './recorded-fact.js';

type Needs = Pick<Services, 'identities' | 'vault' | 'ledger' | 'terms' | 'clientFiles' | 'clock' | 'settings' | 'log'>;

/** Who delivers, and in which language they read what is wrong with their rows. */
interface DeliveredBy {
  readonly principal: Principal;
  readonly language: Language;
}

/** Records a delivery that came over HTTP: each row is a command of whoever signed in. */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES)
    private readonly services: Needs,
  ) {}

  record(delivered: Delivered, { principal, language }: DeliveredBy): Promise<readonly RowReport[]> {
    const { municipality, orgId } = principal;
    const [role = 'PROVIDER'] = principal.roles;
    return recordRows(
      delivered,
      { municipality, orgId, role, language },
      {
        personRefOf: (code, bsn) => this.services.identities.personRefOf(code, bsn),
        hashOf: (raw) => receivedHashOf(this.services.vault, raw),
        submit: (claim, { commandId }) =>
          submission(this.services, { ask: { principal, commandId }, providerId: orgId }, claim),
        perform: (task) => perform(task, { principal, language }, (asked) => this.commands.execute(asked)),
        pay: (task) =>
          bookPayment(
            task,
            { municipality, actor: actAs(principal, ['FINANCE']), ports: paymentPorts(this.services) },
            language,
          ),
      },
    );
  }

  /** What would become of each row, one after the other as if the earlier were recorded. Nobody gets a pseudonym by it. */
  async rehearse(delivered: Delivered, { principal, language }: DeliveredBy): Promise<readonly RowReport[]> {
    const { ledger, terms, settings, clock, log, identities, vault } = this.services;
    const clientFiles = new ClientFiles(rehearsalOn(ledger, clock), terms, settings);
    const handler = new HandleClientFile({ clientFiles, clock, log, vault, refusals: { note: () => undefined } });
    const { municipality, orgId } = principal;
    const [role = 'PROVIDER'] = principal.roles;
    const known = {
      createOrFind: (code: string, bsn: string) => identities.personRefOf(code, bsn) ?? newPersonRef(),
    };
    const reports = await recordRows(
      delivered,
      { municipality, orgId, role, language },
      {
        personRefOf: (code, bsn) => identities.personRefOf(code, bsn),
        hashOf: (raw) => receivedHashOf(this.services.vault, raw),
        submit: (claim, { commandId }) =>
          submission({ identities: known }, { ask: { principal, commandId }, providerId: orgId }, claim),
        perform: (task) => perform(task, { principal, language }, (asked) => handler.execute(asked)),
        pay: (task) => Promise.resolve(notRehearsed(task, language)),
      },
    );
    return reports.map(({ eventId: _never, ...report }) => report);
  }
}

const NOT_REHEARSED = { nl: 'Betalingen worden niet vooraf gecontroleerd', en: 'Payments are not rehearsed' };

/** What a row of a payment does hangs on its batch and the bank: that is not rehearsed. */
const notRehearsed = ({ row, index }: Pick<RowTask, 'row' | 'index'>, language: Language): RowReport => ({
  row,
  status: 'REFUSED',
  code: 'STATE_FORBIDS',
  errors: [{ in: 'body', pointer: `/rows/${index}/type`, code: 'not_rehearsed', message: NOT_REHEARSED[language] }],
});

async function perform(
  task: RowTask,
  { principal, language }: DeliveredBy,
  execute: (asked: OnClientFile) => Promise<FileDecided>,
): Promise<RowReport> {
  const { row, index, personRef, command, commandId, commandHash } = task;
  try {
    const done = await execute(new OnClientFile(personRef, command, { principal, commandId, commandHash }));
    if (done.refusal?.code === 'NOT_FOUND') return unknownPerson(task, language);
    const within = `/rows/${index}`;
    const each = done.refusal === undefined ? [] : [{ ...done.refusal, within }];
    const { events, heard } = orRefuse(done, { within, each });
    const status = heard || events.length === 0 ? 'DUPLICATE' : 'RECORDED';
    const eventId = command.type === 'RecordFact' ? factOf(command, done).eventId : events[0]?.id;
    return { row, status, errors: [], ...(eventId !== undefined && { eventId }) };
  } catch (error) {
    if (!(error instanceof HttpException)) throw error; // An outage is not the row's fault: the whole may be asked again.
    if (error instanceof NotFoundException) return unknownPerson(task, language);
    const { code = codeOf(error), errors, detail } = problemOf(error, '', language);
    const refused = refusedRow(task, code, language);
    if (refused.errors.length > 0) return refused;
    const whole = { in: 'body', pointer: `/rows/${index}`, code, message: detail } as const;
    return { ...refused, errors: [...(errors ?? [whole])] };
  }
}

const codeOf = (error: HttpException): string => (error instanceof Problem ? error.slug : 'NOT_FOUND');

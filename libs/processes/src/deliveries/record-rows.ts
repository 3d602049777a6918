import { onceEach, type PaymentStatusRow, type RowReport, type SubmitClaim } from '@uitkomst/contracts';
import {
  orderOfEndToEndId,
  personOf,
  type ClientFileCommand,
  type Language,
  type PersonRef,
  type Role,
} from '@uitkomst/domain';
import { derivedId } from '../derived-id.js';
import { inParallel } from '../in-parallel.js';
import { readRow } from './delivery-row.js';
import { refusedRow, unknownPerson } from './refused-row.js';

type RawRow = Readonly<Record<string, unknown>>;

/** Facts in bulk, as they came: by HTTP, as a file or as a message. */
export interface Delivered {
  readonly deliveryId: string;
  readonly system: string;
  readonly rows: readonly RawRow[];
  /** Which row of the delivery the first one is, where a delivery comes in parts. */
  readonly firstRow?: number;
}

/** Who delivers, in which role. */
export interface Deliverer {
  readonly municipality: string;
  readonly orgId: string;
  readonly role: Role;
  /** In which they read what is wrong with a row; Dutch unless they asked for another. */
  readonly language?: Language;
}

/** One row as the command it becomes. Its id follows from (source, delivery, row): a file read twice changes nothing (rulings §3.2). */
export interface RowTask {
  readonly row: number;
  readonly raw: RawRow;
  /** Its place in what came, for pointers to what is wrong. */
  readonly index: number;
  readonly personRef: PersonRef;
  readonly command: ClientFileCommand;
  readonly commandId: string;
  readonly commandHash: string;
}

/** One row that tells of a payment: it is booked like what the bank tells of it. */
export interface PaymentTask extends Pick<RowTask, 'row' | 'raw' | 'index' | 'personRef'> {
  readonly payment: PaymentStatusRow;
}

export type Task = RowTask | PaymentTask;

type SubmittedClaim = Extract<ClientFileCommand, { type: 'SubmitClaim' }>['claim'];

export interface RecordingRows {
  readonly personRefOf: (municipality: string, bsn: string) => PersonRef | undefined;
  /** What makes two rows the same. A row may name a BSN, so it must not be guessable from this. */
  readonly hashOf: (raw: RawRow) => string;
  /** What a provider's claim among the rows becomes. Absent where claims are not taken. */
  readonly submit?: (
    claim: SubmitClaim,
    ids: Pick<RowTask, 'commandId' | 'commandHash'>,
  ) => { readonly personRef: PersonRef; readonly claim: SubmittedClaim };
  /** Carries it out, and reports. Throws only where the outcome is unknown: then the whole may be asked again. */
  readonly perform: (task: RowTask) => Promise<RowReport>;
  /** Books what is told of a payment. Absent where that comes in files of the bank. */
  readonly pay?: (task: PaymentTask) => Promise<RowReport>;
}

const AT_ONCE = 16;

/** Records a delivery row by row, not all or nothing. */
export async function recordRows(
  delivered: Delivered,
  deliverer: Deliverer,
  ports: RecordingRows,
): Promise<readonly RowReport[]> {
  const prepared = prepareRows(delivered, deliverer, ports);
  const reports = await performRows(prepared.filter(isTask), (task) => carryOut(task, ports, deliverer.language));
  return prepared.flatMap((one) => (isTask(one) ? (reports.get(one) ?? []) : one));
}

/** Each row as the command it becomes, or as the report that it cannot be one. */
export const prepareRows = (
  delivered: Delivered,
  deliverer: Deliverer,
  ports: Omit<RecordingRows, 'perform'>,
): readonly (Task | RowReport)[] =>
  delivered.rows.map((raw, index) =>
    prepare(delivered, { deliverer, row: (delivered.firstRow ?? 1) + index, index, raw }, ports),
  );

export const isTask = (one: Task | RowReport): one is Task => 'personRef' in one;

/** Does what a row asks. */
export function carryOut(
  task: Task,
  { perform, pay }: Pick<RecordingRows, 'perform' | 'pay'>,
  language?: Language,
): Promise<RowReport> {
  if (!('payment' in task)) return perform(task);
  return pay ? pay(task) : Promise.resolve(refusedRow(task, 'ROLE_MAY_NOT_RECORD', language));
}

/** Carries rows out, of one delivery or of several: those about one person in their order, persons side by side. */
export async function performRows(
  tasks: readonly Task[],
  perform: (task: Task) => Promise<RowReport>,
): Promise<ReadonlyMap<Task, RowReport>> {
  const perPerson = new Map<PersonRef, Task[]>();
  for (const task of tasks) {
    const own = perPerson.get(task.personRef) ?? [];
    perPerson.set(task.personRef, own);
    own.push(task);
  }
  const reports = new Map<Task, RowReport>();
  await inParallel(perPerson.values(), AT_ONCE, async (own) => {
    for (const task of own) reports.set(task, await perform(task));
  });
  return reports;
}

interface OneRow {
  readonly deliverer: Deliverer;
  readonly row: number;
  readonly index: number;
  readonly raw: RawRow;
}

function prepare(
  { deliveryId, system }: Delivered,
  { deliverer, row, index, raw }: OneRow,
  ports: Omit<RecordingRows, 'perform'>,
): Task | RowReport {
  const { municipality, orgId, role, language } = deliverer;
  const read = readRow(raw, { system, role, index, language });
  if (read.kind === 'wrong') return { row, status: 'REFUSED', errors: onceEach(read.errors) };
  const ids = {
    commandId: derivedId('delivery', municipality, orgId, system, deliveryId, String(row)),
    commandHash: ports.hashOf(raw),
  };
  if (read.kind === 'payment') return paymentTask({ row, raw, index }, read.payment, deliverer);
  if (read.kind === 'claim') {
    if (!ports.submit) return refusedRow({ row, index }, 'ROLE_MAY_NOT_RECORD', language);
    const { personRef, claim } = ports.submit(read.claim, ids);
    return { row, raw, index, personRef, command: { type: 'SubmitClaim', claim }, ...ids };
  }
  const personRef = 'bsn' in read.person ? ports.personRefOf(municipality, read.person.bsn) : read.person.dossierRef;
  if (personRef === undefined) return unknownPerson({ row, raw, index }, language);
  return { row, raw, index, personRef, command: { type: 'RecordFact', fact: read.fact }, ...ids };
}

/** Only finance tells of payments, and only of ours. */
function paymentTask(
  at: Pick<RowTask, 'row' | 'raw' | 'index'>,
  payment: PaymentStatusRow,
  { role, language }: Deliverer,
): Task | RowReport {
  if (role !== 'FINANCE') return refusedRow(at, 'ROLE_MAY_NOT_RECORD', language);
  const meant = orderOfEndToEndId(payment.endToEndId);
  return meant ? { ...at, payment, personRef: personOf(meant.claimId) } : refusedRow(at, 'UNKNOWN_ORDER', language);
}

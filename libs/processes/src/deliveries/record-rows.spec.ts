import type { RowReport } from '@uitkomst/contracts';
import type { PersonRef } from '@uitkomst/domain';
import { isTask, prepareRows, recordRows, type Delivered, type Deliverer, type RowTask } from './record-rows.js';
import { refusedRow, unknownPerson } from './refused-row.js';

const PERSON = 'aaaaaaaaaaaaa' as PersonRef;
const granted = {
  type: 'BenefitGranted',
  dossierRef: PERSON,
  benefitId: 'B2',
  kind: 'BIJSTAND',
  validFrom: '2009-06-01',
};
const claim = { type: 'SubmitClaim', dossierRef: PERSON, contractId: 'K1', trajectId: 'T1', jobId: 'J1' };
const payment = { type: 'PaymentStatus', endToEndId: `${PERSON}a01`, status: 'SETTLED', on: '2009-06-01' };

const delivered: Delivered = { deliveryId: 'D1', system: 'GWS4ALL', rows: [granted] };
const deliverer: Deliverer = { municipality: '0392', orgId: 'SUITE', role: 'BENEFITS' };
const ports = { personRefOf: () => undefined, hashOf: () => '0'.repeat(64) };
const recorded = async ({ row }: RowTask): Promise<RowReport> => ({ row, status: 'RECORDED', errors: [] });

const namesOf = (told: Partial<Delivered>, by: Partial<Deliverer> = {}): readonly string[] =>
  prepareRows({ ...delivered, ...told }, { ...deliverer, ...by }, ports).flatMap((one) =>
    isTask(one) && 'commandId' in one ? one.commandId : [],
  );

test('a row is the same command again only if its delivery, its place in it and who delivers are the same', () => {
  const whole = namesOf({ rows: [granted, granted] });
  expect(new Set(whole).size).toBe(2);
  expect(namesOf({ firstRow: 2 })).toEqual([whole[1]]);
  expect(namesOf({})).toEqual([whole[0]]);
  const others = [
    namesOf({ deliveryId: 'D2' }),
    namesOf({ system: 'SUITE' }),
    namesOf({}, { orgId: 'GWS4ALL' }),
    namesOf({}, { municipality: '0363' }),
  ];
  expect(new Set([...whole, ...others.flat()]).size).toBe(6);
});

test('where claims or payments are not taken, a row of them is refused by its type; those beside it are recorded', async () => {
  const finance = { ...deliverer, role: 'FINANCE', language: 'en' } as const;
  const rows = [claim, granted, payment];
  const reports = await recordRows({ ...delivered, rows }, finance, { ...ports, perform: recorded });
  expect(reports.map(({ row, status, code, errors }) => [row, status, code, errors[0]?.pointer])).toEqual([
    [1, 'REFUSED', 'ROLE_MAY_NOT_RECORD', '/rows/0/type'],
    [2, 'RECORDED', undefined, undefined],
    [3, 'REFUSED', 'ROLE_MAY_NOT_RECORD', '/rows/2/type'],
  ]);
});

test('the rows about one person are recorded in their order, one after the other', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const perform = async (task: RowTask): Promise<RowReport> => {
    begun.push(task.row);
    await new Promise(setImmediate);
    ended.push(task.row);
    expect(begun).toEqual(ended);
    return recorded(task);
  };
  await recordRows({ ...delivered, rows: [granted, granted, granted] }, deliverer, { ...ports, perform });
  expect(ended).toEqual([1, 2, 3]);
});

const at = { row: 7, index: 2 };

test.each([
  ['ROLE_MAY_NOT_RECORD', ['/rows/2/type']],
  ['STATE_FORBIDS', ['/rows/2/type']],
  ['UNKNOWN_ORDER', ['/rows/2/endToEndId']],
  ['WRONG_AMOUNT', ['/rows/2/cents']],
  ['WRONG_CURRENCY', ['/rows/2/currency']],
  ['UNKNOWN_REFERENCE', []],
])('a row refused for %s is told by its number, and where: %j', (code, pointers) => {
  const { row, code: told, errors } = refusedRow(at, code);
  expect([row, told, errors.map(({ pointer }) => pointer)]).toEqual([7, code, pointers]);
});

const pointersOf = (raw: object) =>
  unknownPerson({ ...at, raw: raw as Record<string, unknown> }).errors.map(({ pointer }) => pointer);

test('a person nobody knows is told at what named that person', () => {
  expect(pointersOf({ bsn: '123456782' })).toEqual(['/rows/2/bsn']);
  expect(pointersOf({ dossierRef: PERSON })).toEqual(['/rows/2/dossierRef']);
});

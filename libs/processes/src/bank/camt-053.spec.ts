import { dayOf } from '@uitkomst/domain';
import { Booking, entriesOfBooking } from './camt-053.js';

const AT = { place: 'entry 1', writtenOn: '2009-04-03', today: dayOf('2009-04-03') };
const amount = (text: string) => ({ '#text': text, '@_Ccy': 'EUR' });
const ONE = { Refs: { EndToEndId: 'baaaaaaaaaaaaa01' } };
const OTHER = { Refs: { EndToEndId: 'caaaaaaaaaaaaa01' } };
const booked = (details: readonly object[], fields: object = {}) =>
  entriesOfBooking(
    Booking.parse({
      Amt: amount('3000.00'),
      CdtDbtInd: 'DBIT',
      Sts: { Cd: 'BOOK' },
      AcctSvcrRef: 'R1',
      NtryDtls: { TxDtls: details },
      ...fields,
    }),
    AT,
  );

test('a booking of several payments tells of each, and its sum and its name are of none of them', () => {
  expect(booked([{ ...ONE, Amt: amount('1000.00') }, OTHER])).toEqual([
    {
      place: 'entry 1, payment 1',
      on: '2009-04-03',
      result: 'SETTLED',
      endToEndId: 'baaaaaaaaaaaaa01',
      cents: 100_000,
      currency: 'EUR',
    },
    { place: 'entry 1, payment 2', on: '2009-04-03', result: 'SETTLED', endToEndId: 'caaaaaaaaaaaaa01' },
  ]);
});

test('of two amounts of a payment that of the transaction counts', () => {
  const both = { ...ONE, Amt: amount('1.00'), AmtDtls: { TxAmt: { Amt: amount('2.00') } } };
  expect(booked([both])).toMatchObject([{ cents: 200 }]);
  expect(booked([{ ...ONE, Amt: amount('1.00') }])).toMatchObject([{ cents: 100 }]);
});

const results = (detail: object, fields: object = {}) =>
  booked([{ ...ONE, ...detail }], fields).map(({ result }) => result);

test('money comes back where its payment says so, by its side or by a reason, whatever the booking says', () => {
  expect(results({ CdtDbtInd: 'CRDT' })).toEqual(['RETURNED']);
  expect(results({ RtrInf: { Rsn: { Cd: 'AC04' } } })).toEqual(['RETURNED']);
  expect(results({}, { CdtDbtInd: 'CRDT' })).toEqual(['RETURNED']);
  expect(results({ CdtDbtInd: 'DBIT' }, { CdtDbtInd: 'CRDT' })).toEqual(['SETTLED']);
});

test('a booking of a whole file names our message, and the way the money went', () => {
  const whole = { NtryDtls: { Btch: { MsgId: 'B1' } } };
  const told = { place: 'entry 1', on: '2009-04-03', messageId: 'B1', cents: 300_000, currency: 'EUR' };
  expect(booked([], whole)).toEqual([{ ...told, result: 'SETTLED' }]);
  expect(booked([], { ...whole, CdtDbtInd: 'CRDT' })).toEqual([{ ...told, result: 'RETURNED' }]);
});

test('the day of the booking counts where it has no value date, and what is only announced waits', () => {
  expect(booked([ONE], { BookgDt: { Dt: '2009-04-02' } })).toMatchObject([{ on: '2009-04-02' }]);
  expect(booked([ONE], { BookgDt: { Dt: '2009-04-02' }, ValDt: { Dt: '2009-04-01' } })).toMatchObject([
    { on: '2009-04-01' },
  ]);
  expect(booked([ONE], { Sts: 'INFO' })).toEqual([{ place: 'entry 1', on: '2009-04-03', result: 'PENDING' }]);
});

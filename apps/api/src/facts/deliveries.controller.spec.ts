import type { RowReport } from '@uitkomst/contracts';
import { manualClock } from '@uitkomst/ledger/testing';
import { Problem } from '../shell/http/problem.js';
import { DeliveriesController } from './deliveries.controller.js';

const principal = { subject: 'b-1', roles: ['BENEFITS'], orgId: 'GEMEENTE', municipality: '0000' } as const;
const ask = { principal, commandId: 'command', commandHash: 'hash' };
const body = { deliveryId: 'D1', system: 'GWS4ALL', completeThrough: '2009-04-01', rows: [{ type: 'X' }] };
const row: RowReport = { row: 1, status: 'RECORDED', errors: [] };

/** A delivery whose rows are recorded, and then its watermark fails. */
const deliverAndFail = (error: Error) =>
  new DeliveriesController(
    {
      execute: async () => {
        throw error;
      },
    } as never,
    { record: async () => [row] } as never,
    {
      clock: manualClock('2009-04-02T08:00:00Z'),
      seen: { place: () => undefined },
      deliveryReports: { keep: () => undefined } as never,
    },
  ).deliver(ask, {}, { body, headers: {} } as never, { header: () => undefined } as never);

test('a refusal of the watermark leaves the report of the rows that were recorded', async () => {
  const report = await deliverAndFail(new Problem('sleutel-hergebruikt'));
  expect(report).toMatchObject({ recorded: 1, refused: 0, watermark: 'WITHHELD', rows: [row] });
});

test('an outage is no refusal: the whole is to be asked again', async () => {
  await expect(deliverAndFail(new Error('away'))).rejects.toThrow('away');
});

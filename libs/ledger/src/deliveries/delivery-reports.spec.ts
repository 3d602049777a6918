import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock, type ManualClock } from '../testing/manual-clock.js';
import { DeliveryReports, type DeliveryReported } from './delivery-reports.js';

const DAY_MS = 24 * 60 * 60 * 1000;
let folder: string;
let clock: ManualClock;
let reports: DeliveryReports;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-deliveries-'));
  clock = manualClock('2009-04-02T08:00:00Z');
  reports = DeliveryReports.open(folder, clock);
});
afterEach(() => {
  reports.close();
  rmSync(folder, { recursive: true });
});

const delivered = (reportId: string, fields: Partial<DeliveryReported> = {}): DeliveryReported => ({
  municipality: '0363',
  reportId,
  organisation: 'GEMEENTE',
  deliveryId: 'GWS-2009-04',
  deliveredAt: new Date(clock.now()).toISOString(),
  summary: '{"refused":1}',
  rows: '[{"row":1}]',
  restsOn: { stream: 'client-0363-a', revision: 4, leafHash: 'c'.repeat(64) },
  ...fields,
});
const named = (asked: Partial<Parameters<DeliveryReports['page']>[0]> = {}): readonly string[] =>
  reports.page({ municipality: '0363', limit: 10, offset: 0, ...asked }).reports.map(({ reportId }) => reportId);

test('a report is kept whole, also when the files are opened again', () => {
  const { restsOn: _nothing, ...onNothing } = delivered('b');
  for (const report of [delivered('a'), onNothing]) reports.keep(report);
  reports.close();
  reports = DeliveryReports.open(folder, clock);
  expect(reports.one('0363', 'a')).toEqual(delivered('a'));
  expect(reports.one('0363', 'b')).toEqual(onNothing);
  expect(reports.one('0599', 'a')).toBeUndefined();
});

test('what is answered again to the same request is one report, and the last answer counts', () => {
  reports.keep(delivered('a'));
  reports.keep(delivered('a', { rows: '[]' }));
  expect(reports.page({ municipality: '0363', limit: 10, offset: 0 }).count).toBe(1);
  expect(reports.one('0363', 'a')?.rows).toBe('[]');
});

test('the last delivered comes first; one organisation, one name or one page may be asked', () => {
  for (const reportId of ['a', 'b', 'c']) {
    reports.keep(delivered(reportId, { organisation: reportId === 'b' ? 'SAGENN' : 'GEMEENTE' }));
    clock.advance(1_000);
  }
  reports.keep(delivered('d', { municipality: '0599' }));
  reports.keep(delivered('e', { deliveryId: 'OTHER' }));
  expect(named()).toEqual(['e', 'c', 'b', 'a']);
  expect(named({ organisations: ['SAGENN'] })).toEqual(['b']);
  expect(named({ deliveryId: 'OTHER' })).toEqual(['e']);
  expect(named({ limit: 1, offset: 1 })).toEqual(['c']);
  expect(reports.page({ municipality: '0363', organisations: ['GEMEENTE', 'AGENS'], limit: 1, offset: 0 }).count).toBe(
    3,
  );
});

test('a report is told for 400 days, and is gone from the disk with the next one', () => {
  reports.keep(delivered('old'));
  clock.advance(400 * DAY_MS - 1);
  expect(named()).toEqual(['old']);
  clock.advance(1);
  expect(named()).toEqual([]);
  expect(reports.one('0363', 'old')).toBeUndefined();
  reports.keep(delivered('new'));
  reports.close();
  reports = DeliveryReports.open(folder, manualClock('2009-04-02T08:00:00Z'));
  expect(named()).toEqual(['new']);
});

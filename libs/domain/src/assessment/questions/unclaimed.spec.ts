import { withAmendment } from '../../contracts-and-tariffs/contract-on-day.js';
import { contract, lastingOutflow, termsWith } from '../../testing/index.js';
import { dayOf } from '../../values/calendar-date.js';
import { outflowWithout, subjectOf } from '../testing/story.js';
import { unclaimed } from './unclaimed.js';

const at = { terms: termsWith(), asOf: dayOf('2009-05-04') };
const claim = { providerId: 'PASWERK', trajectId: 't1', jobId: 'j1' };

test('a lasting outflow that nobody claimed is found, with what it would have earned', () => {
  expect(unclaimed(subjectOf(lastingOutflow()).file, [], at)).toEqual([
    { ...claim, episodeOn: '2008-09-01', cents: 300_000 },
  ]);
});

test('what was claimed is not unclaimed, also where the claim names no job', () => {
  const { file } = subjectOf(lastingOutflow());
  expect(unclaimed(file, [claim], at)).toEqual([]);
  expect(unclaimed(file, [{ providerId: 'PASWERK', trajectId: 't1' }], at)).toEqual([]);
  expect(unclaimed(file, [{ ...claim, providerId: 'SAGENN' }], at)).toHaveLength(1);
});

test('what the successor of a merged provider claimed is not unclaimed', () => {
  const { file } = subjectOf(lastingOutflow());
  const merged = withAmendment(contract('K1', 'PASWERK'), {
    id: '0196b000-0000-7000-8000-000000000001',
    payload: { contractId: 'K1', providerId: 'NIEUWWERK', validFrom: '2009-01-01' },
  });
  const after = { ...at, terms: termsWith({ contracts: [merged] }) };
  expect(unclaimed(file, [{ ...claim, providerId: 'NIEUWWERK' }], after)).toEqual([]);
  expect(unclaimed(file, [{ ...claim, providerId: 'SAGENN' }], after)).toHaveLength(1);
});

test('what did not last, or has not lasted yet, earns nobody anything', () => {
  expect(unclaimed(subjectOf(outflowWithout(['BenefitStopped'])).file, [], at)).toEqual([]);
  expect(unclaimed(subjectOf(lastingOutflow()).file, [], { ...at, asOf: dayOf('2008-12-01') })).toEqual([]);
});

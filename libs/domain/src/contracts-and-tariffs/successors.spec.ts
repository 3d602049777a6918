import { assessed, outflowWith, type Asked } from '../assessment/testing/story.js';
import { fact } from '../testing/facts.js';
import type { Contract } from '../terms/terms.js';
import { dayOf, FOREVER } from '../values/calendar-date.js';

/** The contract of Paswerk, which Nieuwwerk takes over on a day. */
const takenOver = (on: string, by = 'NIEUWWERK'): Contract => ({
  contractId: 'K1',
  registrations: [
    { providerId: 'PASWERK', definitionSetId: 'NL-STD', period: { from: dayOf('2008-01-01'), to: dayOf(on) } },
    { providerId: by, definitionSetId: 'NL-STD', period: { from: dayOf(on), to: FOREVER } },
  ],
  tariffs: [],
});
const decided = (contract: Contract, providerId: string, past = outflowWith()) => {
  const asked: Asked = { claim: { providerId }, terms: { contracts: new Map([['K1', contract]]) } };
  const { outcome, fail } = assessed(past, asked);
  return [outcome, ...fail];
};

describe('After a merger of providers', () => {
  it('the successor claims on what was assigned to its predecessor', () => {
    expect(decided(takenOver('2009-01-01'), 'NIEUWWERK')).toEqual(['ELIGIBLE']);
    expect(decided(takenOver('2009-04-03'), 'NIEUWWERK')).toEqual(['REJECTED', 'NO_ASSIGNMENT']);
    expect(decided(takenOver('2009-01-01', 'ANDER'), 'NIEUWWERK')).toEqual(['REJECTED', 'NO_ASSIGNMENT']);
  });

  it('what the predecessor had earned stays its own', () =>
    expect(decided(takenOver('2009-01-01'), 'PASWERK')).toEqual(['ELIGIBLE']));

  it('the predecessor has no claim on what was assigned to its successor', () => {
    const assigned = { trajectId: 't1', providerId: 'NIEUWWERK', contractId: 'K1', intakeOn: '2008-02-11' };
    const past = [
      ...outflowWith().filter(({ type }) => type !== 'TrajectAssigned'),
      fact('TrajectAssigned', { ...assigned, validFrom: '2008-02-11' }),
    ];
    expect(decided(takenOver('2008-02-01'), 'PASWERK', past)).toEqual(['REJECTED', 'NO_ASSIGNMENT']);
    expect(decided(takenOver('2008-02-01'), 'NIEUWWERK', past)).toEqual(['ELIGIBLE']);
  });

  it('both trajects of the merged provider are one party’s', () => {
    const other = { trajectId: 't2', providerId: 'NIEUWWERK', contractId: 'K1', intakeOn: '2008-02-11' };
    const past = outflowWith(fact('TrajectAssigned', { ...other, validFrom: '2008-02-11' }));
    expect(decided(takenOver('2009-01-01'), 'NIEUWWERK', past)).toEqual(['ELIGIBLE']);
  });
});

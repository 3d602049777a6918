import { assessed, outflowWith, type Asked } from '../assessment/testing/story.js';
import { fact } from '../testing/facts.js';
import type { EventOf } from '../event.js';
import type { Contract } from '../terms/terms.js';
import { emptyContract, withAmendment, withRegistration } from './contract-on-day.js';
import type { ContractAmended } from './events.js';

const told = (payload: Partial<EventOf<typeof ContractAmended>['payload']>) => ({
  id: `0196b000-0000-7000-8000-0000000000${payload.validFrom?.slice(-2)}`,
  payload: { contractId: 'K1', validFrom: '2008-01-01', ...payload },
});
const registered = (providerId: string): Contract => {
  const { id, payload } = told({ providerId, definitionSetId: 'NL-STD' });
  return withRegistration(emptyContract('K1'), { id, payload: { ...payload, providerId, definitionSetId: 'NL-STD' } });
};
/** The contract of Paswerk, which Nieuwwerk takes over on a day. */
const takenOver = (validFrom: string, providerId = 'NIEUWWERK'): Contract =>
  withAmendment(registered('PASWERK'), told({ providerId, validFrom }));
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

  it('so does the successor of a successor', () => {
    const twice = withAmendment(takenOver('2009-01-01'), told({ providerId: 'LAATSTE', validFrom: '2009-02-02' }));
    expect(decided(twice, 'LAATSTE')).toEqual(['ELIGIBLE']);
    expect(decided(twice, 'NIEUWWERK')).toEqual(['ELIGIBLE']);
  });

  it('two providers registered under one contract succeed nobody', () => {
    const [paswerk, other] = [registered('PASWERK'), registered('NIEUWWERK')];
    const both = { ...paswerk, registrations: [...paswerk.registrations, ...other.registrations] };
    expect(decided(both, 'NIEUWWERK')).toEqual(['REJECTED', 'NO_ASSIGNMENT']);
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

import { accept, refuse } from '../decider.js';
import { EVERYBODY, given, person } from '../testing/small-decider.js';
import { dayOf } from '../values/calendar-date.js';
import { delegationDecider, mandatesOn, rolesLentTo, type Delegation, type DelegationEvent } from './decider.js';

const contracts = person('CONTRACTS');
const TODAY = '2009-07-10';
const mandate = (told: Partial<Delegation> = {}): Delegation => ({
  fromSubject: 'officer-2',
  toSubject: 'officer-5',
  role: 'OFFICER',
  validFrom: '2009-07-13',
  validTo: '2009-08-03',
  ...told,
});
const record = (told: Partial<Delegation> = {}) => ({ type: 'RecordDelegation', delegation: mandate(told) }) as const;
const recorded = (told: Partial<Delegation> = {}): DelegationEvent => ({
  type: 'DelegationRecorded',
  payload: mandate(told),
});

describe('a mandate for absence', () => {
  const fresh = given(delegationDecider);
  const known = given(delegationDecider, recorded());
  const on = (day: string, subject = 'officer-5') => rolesLentTo(known.state(), subject, dayOf(day));

  it('is recorded before it begins', () => {
    expect(fresh.when(record(), contracts, TODAY)).toEqual(accept(recorded()));
    expect(fresh.when(record(), contracts, '2009-07-13')).toEqual(accept(recorded()));
    expect(fresh.when(record(), contracts, '2009-07-14')).toEqual(refuse('INVALID_PERIOD', { field: 'validFrom' }));
  });
  it('said twice is heard', () => {
    expect(known.when(record(), contracts, '2009-07-20')).toEqual(accept());
  });
  it('can be ended earlier or later, but not in the past', () => {
    const shorter = { validTo: '2009-07-20' };
    expect(known.when(record(shorter), contracts, '2009-07-20')).toEqual(accept(recorded(shorter)));
    expect(known.when(record(shorter), contracts, '2009-07-21')).toEqual(refuse('INVALID_PERIOD'));
  });
  it.each([[{ validTo: undefined }], [{ validTo: '2009-07-13' }], [{ validTo: '2010-07-14' }]] as const)(
    'is for a time: %j is refused',
    (told) => {
      const { validTo, ...rest } = { ...mandate(), ...told };
      const delegation = validTo === undefined ? rest : { ...rest, validTo };
      expect(fresh.when({ type: 'RecordDelegation', delegation }, contracts, TODAY)).toEqual(refuse('INVALID_PERIOD'));
    },
  );
  it('is never to oneself, nor recorded by who gives or gets it', () => {
    for (const told of [{ toSubject: 'officer-2' }, { toSubject: contracts.id }, { fromSubject: contracts.id }])
      expect(fresh.when(record(told), contracts, TODAY)).toEqual(refuse('SEPARATION_OF_DUTIES'));
  });
  it.each(['AUDITOR', 'CONTRACTS', 'PROVIDER', 'CLIENT', 'REGISTRY', 'SYSTEM'] as const)(
    'never lends the role %s',
    (role) => {
      expect(fresh.when(record({ role }), contracts, TODAY)).toEqual(refuse('ROLE_MAY_NOT_RECORD'));
    },
  );
  it('is recorded by contract management alone', () => {
    const may = EVERYBODY.filter((actor) => fresh.when(record(), actor, TODAY).refusal === undefined);
    expect(may.map(({ role }) => role)).toEqual(['CONTRACTS']);
  });
  it('lends the role on its days alone, its last day exclusive, to one person', () => {
    expect([on('2009-07-12'), on('2009-07-13'), on('2009-08-02'), on('2009-08-03')]).toEqual([
      [],
      ['OFFICER'],
      ['OFFICER'],
      [],
    ]);
    expect(on('2009-07-20', 'officer-2')).toEqual([]);
  });
  it('the last word about it holds', () => {
    const ended = given(delegationDecider, recorded(), recorded({ validTo: '2009-07-20' })).state();
    expect(mandatesOn(ended, dayOf('2009-07-25'))).toEqual([]);
  });
});

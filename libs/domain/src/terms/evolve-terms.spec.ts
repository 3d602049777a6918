import { registrationOn, tariffOn } from '../contracts-and-tariffs/contract-on-day.js';
import { PRESET_PARAMETERS } from '../testing/preset-parameters.js';
import { recordedAs } from '../testing/small-decider.js';
import { dayOf } from '../values/calendar-date.js';
import { evolveTerms } from './evolve-terms.js';
import { noTerms, ruleSetOn, type Terms } from './terms.js';

type Written = { readonly type: string; readonly payload: Record<string, unknown>; readonly recordedAt?: string };

const fold = (stream: string, ...events: readonly Written[]): Terms =>
  events.reduce(
    (terms, { recordedAt, ...event }, index) =>
      evolveTerms(terms, stream, { ...recordedAs(event, index), ...(recordedAt && { recordedAt }) }),
    noTerms('0392'),
  );

const K4 = 'contract-0392-K4';
const registered = {
  type: 'ContractRegistered',
  payload: {
    contractId: 'K4',
    providerId: 'AGENS',
    definitionSetId: 'HRL-2006',
    paymentTermDays: 30,
    validFrom: '2006-01-01',
    validTo: '2009-01-01',
  },
};
const amended = (payload: Record<string, unknown>) => ({
  type: 'ContractAmended',
  payload: { contractId: 'K4', ...payload },
});
const agreedOn = (terms: Terms, day: string) => {
  const contract = terms.contracts.get('K4');
  return contract && registrationOn(contract, dayOf(day));
};

const tariff = (payload: Record<string, unknown>) => ({
  type: 'TariffSet',
  payload: { contractId: 'K4', ...payload },
});

const published = (version: number, more: Record<string, unknown> = {}) => ({
  type: 'DefinitionSetPublished',
  payload: {
    definitionId: 'HRL',
    version,
    parameters: PRESET_PARAMETERS,
    text: 'Norm.',
    decisionRef: 'R1',
    validFrom: '2006-01-01',
    ...more,
  },
});

const through = (completeThrough: string) => ({
  type: 'SourceWatermark',
  payload: { system: 'UWV_POLIS', completeThrough },
});

const activated = (ruleSet: string, validFrom: string) => ({
  type: 'RuleSetActivated',
  payload: { ruleSet, validFrom },
});

describe('the terms of a municipality', () => {
  it('know a contract from its first day to its last', () => {
    const terms = fold(K4, registered);
    expect(agreedOn(terms, '2005-12-31')).toBeUndefined();
    expect(agreedOn(terms, '2006-01-01')?.providerId).toBe('AGENS');
    expect(agreedOn(terms, '2008-12-31')?.paymentTermDays).toBe(30);
    expect(agreedOn(terms, '2009-01-01')).toBeUndefined();
  });
  it('let an amendment hold from its day on, and leave what it does not name as it was', () => {
    const terms = fold(K4, registered, amended({ validFrom: '2007-07-01', definitionSetId: 'HRL-2009' }));
    expect(agreedOn(terms, '2007-06-30')?.definitionSetId).toBe('HRL-2006');
    expect(agreedOn(terms, '2007-07-01')).toMatchObject({
      definitionSetId: 'HRL-2009',
      providerId: 'AGENS',
      paymentTermDays: 30,
    });
    expect(agreedOn(terms, '2009-01-01')).toBeUndefined();
  });
  it('let a contract pass to the provider that took over', () => {
    const terms = fold(K4, registered, amended({ validFrom: '2008-01-01', providerId: 'AGENS-NOORD' }));
    expect(agreedOn(terms, '2007-12-31')?.providerId).toBe('AGENS');
    expect(agreedOn(terms, '2008-01-01')?.providerId).toBe('AGENS-NOORD');
  });
  it('let an amendment end a contract early, or extend it', () => {
    const ended = fold(K4, registered, amended({ validFrom: '2007-01-01', validTo: '2008-01-01' }));
    expect(agreedOn(ended, '2007-12-31')).toBeDefined();
    expect(ended.contracts.get('K4')?.registrations.some(({ period }) => period.to > dayOf('2008-01-01'))).toBe(false);
    const extended = fold(K4, registered, amended({ validFrom: '2009-01-01', validTo: '2010-01-01' }));
    expect(agreedOn(extended, '2009-12-31')?.providerId).toBe('AGENS');
  });
  it('lose nothing of another registration by an amendment that names no end', () => {
    const longer = { ...registered, payload: { ...registered.payload, validTo: '2012-01-01' } };
    const terms = fold(K4, longer, registered, amended({ validFrom: '2007-01-01', paymentTermDays: 14 }));
    expect(agreedOn(terms, '2008-12-31')?.paymentTermDays).toBe(14);
    expect(agreedOn(terms, '2009-01-01')?.paymentTermDays).toBe(30);
  });
  it('let the latest recorded amendment from a day decide', () => {
    const first = amended({ validFrom: '2007-01-01', paymentTermDays: 14 });
    const second = amended({ validFrom: '2007-01-01', paymentTermDays: 60 });
    expect(agreedOn(fold(K4, registered, first, second), '2007-06-01')?.paymentTermDays).toBe(60);
  });
  it('let an amendment recorded afterwards hold until the next change, and not undo that', () => {
    const successor = amended({ validFrom: '2007-01-01', providerId: 'AGENS-NOORD' });
    const backdated = amended({ validFrom: '2006-06-01', paymentTermDays: 60 });
    const terms = fold(K4, registered, successor, backdated);
    expect(agreedOn(terms, '2006-12-31')).toMatchObject({ providerId: 'AGENS', paymentTermDays: 60 });
    expect(agreedOn(terms, '2007-01-01')).toMatchObject({ providerId: 'AGENS-NOORD', paymentTermDays: 30 });
  });
  it('let the latest recorded tariff of a milestone decide', () => {
    const contract = fold(
      K4,
      registered,
      tariff({ milestone: 'SUSTAINED', cents: 300_000, validFrom: '2006-01-01' }),
      tariff({ milestone: 'SUSTAINED', cents: 250_000, validFrom: '2008-01-01' }),
      tariff({ milestone: 'START', cents: 50_000, validFrom: '2006-01-01' }),
    ).contracts.get('K4');
    const centsOn = (milestone: string, day: string) => contract && tariffOn(contract, milestone, dayOf(day))?.cents;
    expect([centsOn('SUSTAINED', '2007-12-31'), centsOn('SUSTAINED', '2008-01-01')]).toEqual([300_000, 250_000]);
    expect([centsOn('START', '2008-01-01'), centsOn('SUSTAINED', '2005-12-31')]).toEqual([50_000, undefined]);
  });

  it('remember on which Amsterdam day a definition set was recorded, or first recorded elsewhere', () => {
    const nightInAmsterdam = { ...published(1), recordedAt: '2006-06-30T22:30:00.000Z' };
    const imported = published(2, { source: { system: 'IMPORT', recordedOn: '2005-11-03' } });
    const versions = fold('definition-0392-HRL', nightInAmsterdam, imported).definitions.get('HRL');
    expect(versions?.map(({ version, recordedOn }) => [version, recordedOn])).toEqual([
      [1, dayOf('2006-07-01')],
      [2, dayOf('2005-11-03')],
    ]);
  });
  it('never edit a published version', () => {
    const again = published(1, { validFrom: '2000-01-01' });
    const versions = fold('definition-0392-HRL', published(1), again).definitions.get('HRL');
    expect(versions?.map(({ validFrom }) => validFrom)).toEqual(['2006-01-01']);
  });

  it('know whom a provider is tied to, and since when no longer', () => {
    const tie = { providerId: 'PASWERK', employerId: 'KVK-34112233', kind: 'SUBSIDIARY', validFrom: '2004-01-01' };
    const other = { ...tie, kind: 'SUBCONTRACTOR' };
    const terms = fold(
      'provider-0392-PASWERK',
      { type: 'AffiliationRegistered', payload: tie },
      { type: 'AffiliationRegistered', payload: other },
      { type: 'AffiliationRegistered', payload: { ...tie, validTo: '2007-01-01' } },
    );
    const ties = terms.affiliations.get('PASWERK')?.map(({ kind, period }) => [kind, period.to]);
    expect(ties).toEqual([
      ['SUBCONTRACTOR', Number.POSITIVE_INFINITY],
      ['SUBSIDIARY', dayOf('2007-01-01')],
    ]);
  });
  it('keep the highest watermark of a register', () => {
    const terms = fold('source-0392-UWV_POLIS', through('2009-02-28'), through('2009-01-31'));
    expect(terms.watermarks.get('UWV_POLIS')).toBe(dayOf('2009-02-28'));
  });
  it('let a rule set decide from its day on, and of one day the one recorded last', () => {
    const terms = fold(
      'rules-0392',
      activated('NL-RULES@3', '2009-01-01'),
      activated('NL-RULES@2', '2008-01-01'),
      activated('NL-RULES@4', '2009-01-01'),
    );
    const days = ['2007-12-31', '2008-01-01', '2008-12-31', '2009-01-01'];
    expect(days.map((day) => ruleSetOn(terms, dayOf(day)))).toEqual([
      'NL-RULES@1',
      'NL-RULES@2',
      'NL-RULES@2',
      'NL-RULES@4',
    ]);
  });
  it('count every event of a stream, also those no decision reads', () => {
    const terms = fold(
      'provider-0392-AGENS',
      { type: 'ProviderRegistered', payload: {} },
      { type: 'SomethingNew', payload: {} },
    );
    expect(terms.revisions.get('provider-0392-AGENS')).toBe(1);
    expect({ ...terms, revisions: new Map() }).toEqual(noTerms('0392'));
  });
  it('never change terms that were already read', () => {
    const before = fold(K4, registered);
    const after = evolveTerms(before, K4, recordedAs(amended({ validFrom: '2007-01-01', validTo: '2007-02-01' }), 1));
    expect(before).toEqual(fold(K4, registered));
    expect(after.revisions.get(K4)).toBe(1);
  });
});

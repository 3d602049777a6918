import { noTerms, type Contract, type PublishedDefinition, type Terms } from '../terms/terms.js';
import { contract } from '../testing/terms.js';
import { dayOf, FOREVER } from '../values/calendar-date.js';
import { nameOf, type DefinitionParameters } from './parameters.js';
import { PRESETS } from './presets.js';
import { selectDefinition } from './select.js';

const standard = PRESETS.get('NL-STD@1');

function version(
  number: number,
  told: Partial<Pick<PublishedDefinition, 'validFrom' | 'validTo'>> & {
    recordedOn?: string;
    parameters?: Partial<DefinitionParameters>;
  } = {},
): PublishedDefinition {
  if (!standard) throw new Error('no NL-STD@1');
  const { recordedOn = '2005-01-01', parameters, ...dates } = told;
  return {
    ...standard,
    version: number,
    validFrom: '2005-01-01',
    ...dates,
    parameters: { ...standard.parameters, ...parameters },
    recordedOn: dayOf(recordedOn),
  };
}

const termsOf = (...versions: PublishedDefinition[]): Terms => ({
  ...noTerms('0392'),
  definitions: new Map([['NL-STD', versions]]),
});

function chosen(terms: Terms, on: string | undefined, told: { start?: string; contract?: Contract } = {}) {
  const start = told.start === undefined ? undefined : dayOf(told.start);
  const definition = selectDefinition(terms, told.contract ?? contract('K1', 'PASWERK'), {
    contractOn: start ?? dayOf('2009-01-01'),
    trajectStartOn: start,
    selectorOn: () => (on === undefined ? undefined : dayOf(on)),
  });
  return definition && nameOf(definition);
}

describe('choosing the definition set of a claim', () => {
  it('takes the version in force on the day', () => {
    const terms = termsOf(version(1, { validTo: '2009-01-01' }), version(2, { validFrom: '2009-01-01' }));
    expect(chosen(terms, '2008-12-31')).toBe('NL-STD@1');
    expect(chosen(terms, '2009-01-01')).toBe('NL-STD@2');
  });

  it('takes of several in force the latest begun, then the highest number', () => {
    const terms = termsOf(version(1), version(3), version(2, { validFrom: '2006-01-01' }), version(4));
    expect(chosen(terms, '2005-06-01')).toBe('NL-STD@4');
    expect(chosen(terms, '2007-01-01')).toBe('NL-STD@2');
  });

  it('never takes a version that was recorded after the traject had started', () => {
    const terms = termsOf(version(1), version(2, { validFrom: '2006-01-01', recordedOn: '2008-02-12' }));
    expect(chosen(terms, '2008-02-11', { start: '2008-02-11' })).toBe('NL-STD@1');
    expect(chosen(terms, '2008-02-12', { start: '2008-02-12' })).toBe('NL-STD@2');
  });

  it('lets each version say by which day it is chosen', () => {
    const terms = termsOf(version(1), version(2, { parameters: { versionSelector: 'OUTFLOW' } }));
    const bySelector = (outflowOn: string | undefined) =>
      selectDefinition(terms, contract('K1', 'PASWERK'), {
        contractOn: dayOf('2008-02-11'),
        selectorOn: ({ versionSelector }) => {
          if (versionSelector === 'TRAJECT_START') return dayOf('2008-02-11');
          return outflowOn === undefined ? undefined : dayOf(outflowOn);
        },
      })?.version;
    expect(bySelector('2008-09-01')).toBe(2);
    expect(bySelector(undefined)).toBe(1);
  });

  it('finds none where none was published, none was in force, or the day is not known', () => {
    expect(chosen(noTerms('0392'), '2008-02-11')).toBeUndefined();
    expect(chosen(termsOf(version(1)), '2004-12-31')).toBeUndefined();
    expect(chosen(termsOf(version(1)), undefined)).toBeUndefined();
    expect(
      chosen(termsOf(version(1)), '2008-02-11', { contract: { contractId: 'K1', registrations: [], tariffs: [] } }),
    ).toBeUndefined();
  });

  it('asks the contract as it was on that day, and where none was in force the one registered last', () => {
    const [agreed] = contract('K1', 'PASWERK').registrations;
    if (!agreed) throw new Error('no registration');
    const period = { from: dayOf('2008-01-01'), to: FOREVER };
    const changed: Contract = {
      contractId: 'K1',
      registrations: [
        { ...agreed, period, definitionSetId: 'OTHER' },
        { ...agreed, period: { ...period, to: dayOf('2008-03-01') } },
      ],
      tariffs: [],
    };
    const start = { contract: changed };
    expect(chosen(termsOf(version(1)), '2008-02-11', { ...start, start: '2008-02-11' })).toBe('NL-STD@1');
    expect(chosen(termsOf(version(1)), '2008-04-01', { ...start, start: '2008-04-01' })).toBeUndefined();
    expect(chosen(termsOf(version(1)), '2007-04-01', { ...start, start: '2007-04-01' })).toBe('NL-STD@1');
  });
});

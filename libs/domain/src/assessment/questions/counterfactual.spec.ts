import { dayOf } from '../../values/calendar-date.js';
import { whatStaffReads } from '../../sentences/readers.js';
import { noTerms } from '../../terms/terms.js';
import { benefits, caseManager, provider } from '../../testing/actors.js';
import { placementStarted } from '../../testing/facts.js';
import {
  attributed,
  heardOn,
  outflowWith,
  outflowWithout,
  subjectOf,
  type Asked,
  type Heard,
} from '../testing/story.js';
import { counterfactual } from './counterfactual.js';

const COMPLETE = {
  terms: {
    ...noTerms('0392'),
    watermarks: new Map([
      ['UWV_POLIS', dayOf('2012-01-01')],
      ['GWS4ALL', dayOf('2012-01-01')],
    ] as const),
  },
};
const asked = (past: readonly Heard[], more: Asked = {}) => counterfactual(subjectOf(past, { ...COMPLETE, ...more }));

const subsidy = (validTo?: string): Heard =>
  heardOn('2008-09-01', {
    type: 'JobSubsidyStarted',
    payload: {
      source: { system: 'GWS4ALL' },
      assurance: 'AUTHORITATIVE',
      fundingId: 'f1',
      jobId: 'j1',
      scheme: 'LOONKOSTENSUBSIDIE',
      payer: 'AMSTERDAM',
      validFrom: '2008-09-01',
      ...(validTo !== undefined && { validTo }),
    },
    by: benefits(),
  });

test('a claim that is eligible needs nothing', () => {
  expect(asked(outflowWith())).toMatchObject({ outcome: 'ELIGIBLE', changes: [], standing: [], cents: 300_000 });
});

test('a claim that only has to ripen needs time, and the day is named', () => {
  const { outcome, eligibleOn, changes } = asked(outflowWith(), { at: '2008-12-01' });
  expect(outcome).toBe('PENDING');
  expect(changes).toEqual([{ code: 'NOT_YET_MATURE', change: 'Time', by: ['TIME'], earliestOn: eligibleOn }]);
  expect(asked(outflowWith(), { at: eligibleOn ?? '' }).outcome).toBe('ELIGIBLE');
});

test('registers that said nothing yet are named, with the day from which they can', () => {
  const definition = { requiredSources: ['UWV_POLIS' as const, 'GWS4ALL' as const] };
  const { changes, eligibleOn } = counterfactual(subjectOf(outflowWith(), { at: '2008-12-01', definition }));
  expect(eligibleOn).toBe('2009-04-01');
  expect(changes).toMatchObject([
    { change: 'SourceWatermark (UWV_POLIS)', by: ['REGISTRY'], earliestOn: '2009-03-01' },
    { change: 'SourceWatermark (GWS4ALL)', by: ['BENEFITS'], earliestOn: '2009-03-01' },
    { change: 'Time', earliestOn: '2009-04-01' },
  ]);
});

test('an unproven job asks for the register, and for nothing that is there already', () => {
  const asserted = placementStarted({ assurance: 'ASSERTED_BY_PROVIDER' }, provider());
  const unproven = outflowWithout(['PlacementStarted', 'PlacementConfirmed'], asserted);
  expect(asked(unproven).changes).toMatchObject([
    { code: 'EMPLOYMENT_UNVERIFIED', change: 'PlacementConfirmed', by: ['REGISTRY'] },
  ]);
});

test('of several things in the way each is named, none that is not needed', () => {
  const { changes } = asked(outflowWithout(['ApplicationStarted', 'ServiceDelivered']));
  expect(changes.map(({ change }) => change).toSorted()).toEqual(['ApplicationStarted', 'ServiceDelivered']);
});

test('the Amsterdam subsidised job: the day the subsidy ends, and the period after it', () => {
  const running = asked(outflowWith(subsidy()));
  expect(running.outcome).toBe('REJECTED');
  expect(running.changes.map(({ change, by }) => [change, by])).toContainEqual([
    'JobSubsidyEnded',
    ['BENEFITS', 'FINANCE'],
  ]);
  const ending = asked(outflowWith(subsidy('2009-09-01')));
  expect(ending.eligibleOn).toBe('2010-04-01');
});

test('what is credited to another stands: nobody is advised anything', () => {
  const { outcome, changes, standing, eligibleOn } = asked(outflowWith(attributed({ SAGENN: 10_000 })));
  expect({ outcome, changes, standing, eligibleOn }).toEqual({
    outcome: 'REJECTED',
    changes: [],
    standing: ['OUTFLOW_CREDITED_TO_OTHER'],
    eligibleOn: undefined,
  });
});

test('never an application before the intake: what is untrue is no way out', () => {
  const early = outflowWithout(['ApplicationStarted'], {
    type: 'ApplicationStarted',
    payload: {
      source: { system: 'PROVIDER_API' },
      assurance: 'DOCUMENTED',
      jobId: 'j1',
      by: 'PROVIDER',
      validFrom: '2007-12-01',
    },
    by: caseManager(),
  });
  const { left, ...told } = asked(early);
  expect(told).toMatchObject({ changes: [], standing: ['SELF_FOUND_BEFORE_INTAKE'] });
  expect(left && whatStaffReads(left, 'nl').map(({ sentence }) => sentence)).toEqual([
    'De sollicitatie begon op 01-12-2007, vóór de intake op 04-02-2008.',
  ]);
});

import { provider } from '../../testing/actors.js';
import { applicationStarted, fact, placementStarted, serviceDelivered, trajectAssigned } from '../../testing/facts.js';
import {
  answerOf,
  assessed,
  attributed,
  ELIGIBLE,
  heardOn,
  inReview,
  outflowWith,
  outflowWithout,
  rejected,
  said,
  type Heard,
} from '../testing/story.js';

const ended = (on: string, trajectId = 't1') =>
  fact('TrajectEnded', { trajectId, endKind: 'COMPLETED', validFrom: on });
const rival = (told: Parameters<typeof trajectAssigned>[0] = {}) =>
  trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2', ...told });
const statement = (contribution: 'NONE' | 'ASSISTED', on: string) =>
  heardOn(on, fact('ClientStatement', { jobId: 'j1', contribution }));
const NOT_ASKED = { definition: { causality: 'NONE' as const } };
const withoutTraject = outflowWithout(['TrajectAssigned', 'ApplicationStarted', 'ServiceDelivered']);

describe('R29 to R34 are not asked', () => {
  it.each(['R29', 'R30', 'R31', 'R32', 'R34'])(
    'without a traject, without a job, or where causality is no matter (%s)',
    (rule) => {
      expect(answerOf(rule, withoutTraject)).toBe('NA');
      expect(answerOf(rule, outflowWithout(['PlacementStarted']))).toBe('NA');
      expect(
        answerOf(rule, outflowWithout(['ApplicationStarted', 'ServiceDelivered'], ended('2008-02-20')), NOT_ASKED),
      ).toBe('NA');
    },
  );
});

describe('R29, within traject and aftercare', () => {
  it.each([
    ['2008-03-02', 'PASS'],
    ['2008-03-01', 'FAIL OUTSIDE_AFTERCARE'],
  ])('traject ended on %s: %s', (on, answer) => expect(answerOf('R29', outflowWith(ended(on)))).toBe(answer));

  it('a job that began before the traject is outside it', () => {
    const past = outflowWithout(['PlacementStarted'], placementStarted({ validFrom: '2008-02-10' }));
    expect(answerOf('R29', past)).toBe('FAIL OUTSIDE_AFTERCARE');
  });
});

const applied = (...applications: readonly Heard[]) => outflowWithout(['ApplicationStarted'], ...applications);

const alone = (validFrom = '2008-08-04') => applicationStarted({ by: 'CLIENT', validFrom });

describe('R30 and R31, who found the job and when', () => {
  it.each([
    ['on the day of the intake', applied(alone('2008-02-04')), 'PASS'],
    ['the day before', applied(alone('2008-02-03')), 'FAIL SELF_FOUND_BEFORE_INTAKE'],
    [
      'the earliest of several',
      applied(alone(), applicationStarted({ validFrom: '2008-01-15' })),
      'FAIL SELF_FOUND_BEFORE_INTAKE',
    ],
    ['on an unknown day', applied(), 'UNKNOWN APPLICATION_DATE_UNKNOWN'],
    [
      'after an intake held earlier than planned',
      applied(alone('2008-02-03'), fact('IntakeHeld', { trajectId: 't1', validFrom: '2008-02-03' })),
      'PASS',
    ],
  ])('applied %s', (_title, past, answer) => expect(answerOf('R30', past)).toBe(answer));

  it('a job the client found alone is left to an officer, paid in part, or paid in full, as the definition set says', () => {
    expect(said(applied(alone()))).toEqual(inReview('SELF_FOUND_ASSISTED'));
    expect(said(applied(alone()), { preset: 'NL-ASSIST50@1' })).toEqual({ ...ELIGIBLE, cents: 150_000 });
    expect(said(applied(alone()), { preset: 'NL-ASSIST50@1', tariffCents: 100_001 })).toEqual({
      ...ELIGIBLE,
      cents: 50_000,
    });
    expect(said(applied(alone()), { definition: { selfFoundAfter: 'IGNORE' } })).toEqual(ELIGIBLE);
    expect(said(applied(alone(), applicationStarted()))).toEqual(ELIGIBLE);
  });

  it('is no question before the first, nor after an attribution', () => {
    expect(answerOf('R31', applied())).toBe('NA');
    expect(answerOf('R31', applied(alone('2008-01-01')))).toBe('NA');
    const decided = applied(alone(), attributed({ PASWERK: 10_000 }));
    expect(said(decided, { preset: 'NL-ASSIST50@1' })).toEqual(ELIGIBLE);
  });
});

describe('R32, services before the job', () => {
  it.each([
    ['2008-08-31', 'PASS'],
    ['2008-09-01', 'UNKNOWN NO_CONTRIBUTION_EVIDENCE'],
  ])('delivered on %s: %s', (validFrom, answer) =>
    expect(answerOf('R32', outflowWithout(['ServiceDelivered'], serviceDelivered({ validFrom })))).toBe(answer),
  );

  it('as many as are asked, on the own traject', () => {
    const two = { definition: { minServices: 2 } };
    expect(answerOf('R32', outflowWith(), two)).toBe('UNKNOWN NO_CONTRIBUTION_EVIDENCE');
    expect(answerOf('R32', outflowWith(serviceDelivered({ trajectId: 't2' })), two)).toBe(
      'UNKNOWN NO_CONTRIBUTION_EVIDENCE',
    );
    expect(answerOf('R32', outflowWith(serviceDelivered()), two)).toBe('PASS');
    expect(answerOf('R32', outflowWithout(['ServiceDelivered'], attributed({ PASWERK: 10_000 })))).toBe('NA');
  });
});

it('R32 names every service it counted: an answer to it lapses with the next', () => {
  const services = Array.from({ length: 40 }, () => serviceDelivered());
  const { rules } = assessed(outflowWith(...services), { definition: { minServices: 99 } });
  // The forty, the one of the story, its traject and its job.
  expect(rules.find(({ rule }) => rule === 'R32')?.evidence).toHaveLength(43);
});

describe('R33, what the client says', () => {
  it('the latest statement holds; of two at one time the denying one', () => {
    expect(answerOf('R33', outflowWith(statement('NONE', '2009-03-01')))).toBe('UNKNOWN CLIENT_DISPUTES_CONTRIBUTION');
    expect(answerOf('R33', outflowWith(statement('ASSISTED', '2009-03-02'), statement('NONE', '2009-03-01')))).toBe(
      'PASS',
    );
    const both = [statement('ASSISTED', '2009-03-01'), statement('NONE', '2009-03-01')];
    for (const order of [both, both.toReversed()])
      expect(answerOf('R33', outflowWith(...order))).toBe('UNKNOWN CLIENT_DISPUTES_CONTRIBUTION');
  });

  it('is asked without a traject too, but not without a job or after an attribution', () => {
    expect(answerOf('R33', withoutTraject)).toBe('PASS');
    expect(answerOf('R33', outflowWithout(['PlacementStarted']))).toBe('NA');
    expect(answerOf('R33', outflowWith(statement('NONE', '2009-03-01')), NOT_ASKED)).toBe('NA');
    expect(said(outflowWith(statement('NONE', '2009-03-01'), attributed({ PASWERK: 10_000 })))).toEqual(ELIGIBLE);
  });
});

describe('R34, whose outflow it is', () => {
  const later = { intakeOn: '2008-06-02', validFrom: '2008-06-09' };

  it('the latest traject that covers the start takes it, whether or not its provider claimed', () => {
    expect(said(outflowWith(rival(later)))).toEqual(rejected('OUTFLOW_CREDITED_TO_OTHER'));
    expect(said(outflowWith(rival({ intakeOn: '2008-01-01', validFrom: '2008-01-07' })))).toEqual(ELIGIBLE);
    expect(said(outflowWith(rival()))).toEqual(inReview('COMPETING_CLAIM'));
  });

  it('a traject with a later intake than the application, or ended too long before, is no candidate', () => {
    expect(said(outflowWith(rival({ ...later, intakeOn: '2008-08-04' })))).toEqual(
      rejected('OUTFLOW_CREDITED_TO_OTHER'),
    );
    expect(said(outflowWith(rival({ ...later, intakeOn: '2008-08-05' })))).toEqual(ELIGIBLE);
    expect(
      said(outflowWith(rival({ intakeOn: '2008-02-12', validFrom: '2008-02-12' }), ended('2008-03-01', 't2'))),
    ).toEqual(ELIGIBLE);
    const own = { trajectId: 't3', ...later };
    expect(said(outflowWith(rival(later), trajectAssigned(own)))).toEqual(inReview('COMPETING_CLAIM'));
    expect(said(outflowWith(trajectAssigned(own)))).toEqual(ELIGIBLE);
  });

  it('with SPLIT all candidates compete, and who is none has no part', () => {
    const split = { preset: 'NL-SPLIT@1' };
    expect(said(outflowWith(rival({ intakeOn: '2008-01-01', validFrom: '2008-01-07' })), split)).toEqual(
      inReview('COMPETING_CLAIM'),
    );
    const outside = outflowWith(rival(), ended('2008-02-20'));
    expect(said(outside, split)).toEqual(rejected('OUTSIDE_AFTERCARE', 'OUTFLOW_CREDITED_TO_OTHER'));
  });

  it('what an officer decided replaces every strategy; the latest decision holds', () => {
    const past = outflowWith(rival(later), attributed({ PASWERK: 3333, SAGENN: 6667 }));
    expect(said(past, { tariffCents: 100_000 })).toEqual({ ...ELIGIBLE, cents: 33_330 });
    expect(assessed(past).shares).toEqual({ PASWERK: 3333, SAGENN: 6667 });
    expect(said([...past, attributed({ PASWERK: 0, SAGENN: 10_000 }, '2009-04-02')])).toEqual(
      rejected('OUTFLOW_CREDITED_TO_OTHER'),
    );
    expect(said(outflowWith(attributed({ SAGENN: 10_000 })))).toEqual(rejected('OUTFLOW_CREDITED_TO_OTHER'));
  });

  it('a decision counts while the application date is unknown, but not where nothing is asked', () => {
    const unknown = outflowWithout(['ApplicationStarted'], attributed({ SAGENN: 10_000 }));
    expect(said(unknown)).toMatchObject({ fail: ['OUTFLOW_CREDITED_TO_OTHER'], open: ['APPLICATION_DATE_UNKNOWN'] });
    expect(answerOf('R34', outflowWithout(['ApplicationStarted']))).toBe('NA');
    expect(said(outflowWith(attributed({ SAGENN: 10_000 })), NOT_ASKED)).toEqual(ELIGIBLE);
    expect(assessed(outflowWith(attributed({ SAGENN: 10_000 })), NOT_ASKED).shares).toBeUndefined();
  });
});

const external = (status: 'REPORTED' | 'PAID', jobId = 'j1') =>
  fact('ExternalClaimReported', { funder: 'UWV', jobId, status });

describe('R36, another funder', () => {
  it.each([
    ['reported', [external('REPORTED')], 'UNKNOWN CLAIMED_WITH_OTHER_FUNDER'],
    ['paid', [external('REPORTED'), external('PAID')], 'FAIL CLAIMED_WITH_OTHER_FUNDER'],
    ['of another job', [external('PAID', 'j2')], 'PASS'],
  ])('%s', (_title, added, answer) => expect(answerOf('R36', outflowWith(...added))).toBe(answer));

  it('is not asked without a job, and a provider cannot clear itself', () => {
    expect(answerOf('R36', outflowWithout(['PlacementStarted'], external('PAID')))).toBe('NA');
    expect(
      answerOf('R12', outflowWithout(['PlacementStarted'], placementStarted({ assurance: 'DOCUMENTED' }, provider()))),
    ).toBe('UNKNOWN EMPLOYMENT_UNVERIFIED');
  });
});

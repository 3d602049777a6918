import { benefitStopped, fact, placementStarted } from '../../testing/facts.js';
import { addDays, dayOf, textOf } from '../../values/calendar-date.js';
import type { SourceSystem } from '../../client-file/fact-fields.js';
import {
  answerOf,
  assessed,
  ELIGIBLE,
  inReview,
  outflowWith,
  outflowWithout,
  rejected,
  said,
  type Heard,
} from '../testing/story.js';

const fresh = (kind: 'BIJSTAND' | 'IOAW' | 'WW', validFrom: string, validTo?: string) =>
  fact('BenefitGranted', { benefitId: 'b2', kind, validFrom, ...(validTo !== undefined && { validTo }) });
const ended = (on: string) => fact('PlacementEnded', { jobId: 'j1', validFrom: on });
const second = (validFrom: string, told: Parameters<typeof placementStarted>[0] = {}) =>
  placementStarted({ jobId: 'j2', employerId: 'ANDER', validFrom, ...told });

const askedLate = (submitted: string) => ({ at: '2010-01-01', claim: { submittedOn: dayOf(submitted) } });

describe('R5, in time', () => {
  it.each([
    ['2009-09-01', 'PASS'],
    ['2009-09-02', 'FAIL CLAIM_LATE'],
  ])('submitted on %s: %s', (submitted, answer) =>
    expect(answerOf('R5', outflowWith(), { claim: { submittedOn: dayOf(submitted) } })).toBe(answer),
  );

  it('clamps each step by itself: 31 August + 6 months = 28 February, + 6 months = 28 August', () => {
    const past = outflowWithout(
      ['PlacementStarted', 'BenefitStopped'],
      placementStarted({ validFrom: '2008-08-31' }),
      benefitStopped({ validFrom: '2008-08-31' }),
    );
    expect(assessed(past, askedLate('2009-03-01')).maturityOn).toBe('2009-02-28');
    expect(answerOf('R5', past, askedLate('2009-08-28'))).toBe('PASS');
    expect(answerOf('R5', past, askedLate('2009-08-29'))).toBe('FAIL CLAIM_LATE');
  });

  it('is not asked without an outflow', () => expect(answerOf('R5', outflowWithout(['BenefitStopped']))).toBe('NA'));
});

describe('R23 and R24, the period is full and the registers are complete', () => {
  it('P6M and P26W never interchange', () => {
    expect(assessed(outflowWith(), { preset: 'NL-STD@1' }).maturityOn).toBe('2009-03-01');
    expect(assessed(outflowWith(), { preset: 'NL-26W@1' }).maturityOn).toBe('2009-03-02');
  });

  it('a register that has not said it is complete keeps the claim waiting without a date, never lets it pass', () => {
    const definition = { requiredSources: ['UWV_POLIS' as const, 'GWS4ALL' as const] };
    const complete = (...marks: (readonly [SourceSystem, string])[]) => ({
      definition,
      terms: { watermarks: new Map(marks.map(([system, day]) => [system, dayOf(day)])) },
    });
    const waits = { outcome: 'PENDING', fail: [], open: ['AWAITING_REGISTRY'] };
    expect(said(outflowWith(), { at: '2009-03-31', ...complete() })).toEqual({ ...waits, untilOn: '2009-04-01' });
    expect(said(outflowWith(), complete())).toEqual(waits);
    expect(said(outflowWith(), complete(['UWV_POLIS', '2009-03-01']))).toEqual(waits);
    expect(said(outflowWith(), complete(['UWV_POLIS', '2009-03-01'], ['GWS4ALL', '2009-02-28']))).toEqual(waits);
    expect(said(outflowWith(), complete(['UWV_POLIS', '2009-03-01'], ['GWS4ALL', '2009-03-01']))).toEqual(ELIGIBLE);
    expect(assessed(outflowWith(), complete()).rules.find(({ rule }) => rule === 'R24')).toMatchObject({
      missing: ['UWV_POLIS', 'GWS4ALL'],
    });
  });
});

describe('R25 and R26, no benefit within the period', () => {
  it.each([
    ['welfare on the last day', fresh('BIJSTAND', '2009-02-28'), ['RELAPSE_WITHIN_SUSTAIN']],
    ['IOAW counts as welfare', fresh('IOAW', '2009-01-01', '2009-01-02'), ['RELAPSE_WITHIN_SUSTAIN']],
    ['unemployment benefit', fresh('WW', '2009-01-01'), ['OTHER_BENEFIT_IN_SUSTAIN']],
    ['welfare on the first day after it', fresh('BIJSTAND', '2009-03-01'), []],
  ])('%s', (_title, benefit, fail) => expect(said(outflowWith(benefit)).fail).toEqual(fail));

  it('only what has elapsed is looked at', () => {
    const past = outflowWith(fresh('BIJSTAND', '2009-01-01'));
    expect(assessed(past, { at: '2008-12-31' }).fail).toEqual([]);
    expect(assessed(past, { at: '2009-01-01' }).fail).toEqual(['RELAPSE_WITHIN_SUSTAIN']);
  });

  it('other benefits are no matter where welfare alone counts, and nothing is without an outflow', () => {
    expect(answerOf('R26', outflowWith(fresh('WW', '2009-01-01')), { preset: 'NL-BIJSTANDONLY@1' })).toBe('PASS');
    expect(answerOf('R25', outflowWithout(['BenefitStopped']))).toBe('NA');
  });
});

const gap = (days: number, ...added: readonly Heard[]) => {
  const from = textOf(addDays(dayOf('2008-12-01'), days));
  return outflowWith(ended('2008-12-01'), second(from), ...added);
};

const subsidised = (days: string) =>
  gap(
    0,
    fact('JobSubsidyStarted', {
      fundingId: 'f',
      jobId: 'j2',
      scheme: 'WIW',
      payer: 'GEM',
      validFrom: '2009-01-01',
      validTo: days,
    }),
  );

describe('R27, days without work', () => {
  it('28 days are tolerated, 29 are not; what counts is the total, not the longest gap', () => {
    expect(said(gap(28))).toEqual(ELIGIBLE);
    expect(said(gap(29))).toEqual(rejected('EMPLOYMENT_GAP_EXCEEDED'));
    const twice = gap(20, fact('PlacementEnded', { jobId: 'j2', validFrom: '2009-02-20' }));
    expect(said(twice)).toEqual(rejected('EMPLOYMENT_GAP_EXCEEDED'));
    expect(assessed(twice).rules.find(({ rule }) => rule === 'R27')?.data).toEqual({ n: 29, m: 28 });
  });

  it('two part-time jobs count as the union of their days; a same-day rehire is no gap', () => {
    expect(said(outflowWith(ended('2008-12-01'), second('2008-11-01')))).toEqual(ELIGIBLE);
    expect(said(gap(0), { definition: { maxGapDays: 0 } })).toEqual(ELIGIBLE);
  });

  it('another job must be proven and of a form that counts; the claimed one counts even unproven', () => {
    const asserted = { assurance: 'ASSERTED_BY_PROVIDER' as const };
    expect(said(outflowWith(ended('2008-12-01'), second('2008-12-01', asserted)))).toEqual(
      rejected('EMPLOYMENT_GAP_EXCEEDED'),
    );
    expect(said(outflowWith(ended('2008-12-01'), second('2008-12-01', { form: 'UNPAID' })))).toEqual(
      rejected('EMPLOYMENT_GAP_EXCEEDED'),
    );
    expect(said(outflowWithout(['PlacementStarted'], placementStarted(asserted)))).toEqual(
      inReview('EMPLOYMENT_UNVERIFIED'),
    );
  });

  it('a day on which a subsidy on the job runs is no day worked', () => {
    expect(said(subsidised('2009-01-29'))).toEqual(ELIGIBLE);
    expect(said(subsidised('2009-01-30'))).toEqual(rejected('EMPLOYMENT_GAP_EXCEEDED'));
  });

  it('is not asked without an outflow or where no job is required', () => {
    expect(answerOf('R27', outflowWithout(['BenefitStopped']))).toBe('NA');
    expect(answerOf('R27', outflowWith(ended('2008-09-02')), { preset: 'HRL-D5@1' })).toBe('NA');
  });
});

describe('R28, one employer', () => {
  const definition = { continuity: 'SAME_EMPLOYER' as const };
  it.each([
    [
      'a new job with another',
      outflowWith(ended('2008-12-01'), second('2008-12-01')),
      'FAIL EMPLOYER_CHANGED_IN_SUSTAIN',
    ],
    [
      'a new job with the same',
      outflowWith(ended('2008-12-01'), second('2008-12-01', { employerId: 'BEVEILIGER' })),
      'PASS',
    ],
    ['a second job beside it', outflowWith(second('2008-12-01')), 'PASS'],
    ['days without any job', outflowWith(ended('2009-02-20')), 'PASS'],
    ['too many of them', outflowWith(ended('2008-12-01')), 'NA'],
    [
      'the job went over to another',
      outflowWith(fact('PlacementChanged', { jobId: 'j1', employerId: 'ANDER', validFrom: '2009-01-01' })),
      'FAIL EMPLOYER_CHANGED_IN_SUSTAIN',
    ],
  ])('%s', (_title, past, answer) => {
    expect(answerOf('R28', past, { definition })).toBe(answer);
    expect(answerOf('R28', past)).toBe(answer === 'NA' ? 'NA' : 'PASS');
  });
});

const hours = (weeklyHours: number | undefined, ...added: readonly Heard[]) =>
  outflowWithout(['PlacementStarted'], placementStarted({ weeklyHours }), ...added);

describe('R19, hours', () => {
  const definition = { minHours: 19 };

  it.each([
    ['just enough', hours(1900), 'PASS'],
    ['a hundredth less', hours(1899), 'FAIL HOURS_BELOW_MINIMUM'],
    ['unknown', hours(undefined), 'UNKNOWN EVIDENCE_MISSING'],
    ['two jobs that add up', hours(1000, second('2008-09-01', { weeklyHours: 900 })), 'PASS'],
    [
      'a second job that begins a day later',
      hours(1000, second('2008-09-02', { weeklyHours: 900 })),
      'FAIL HOURS_BELOW_MINIMUM',
    ],
    [
      'fewer, made good by more later on',
      hours(1800, fact('PlacementChanged', { jobId: 'j1', weeklyHours: 2000, validFrom: '2008-11-30' })),
      'PASS',
    ],
    [
      'fewer, and more a day too late',
      hours(1800, fact('PlacementChanged', { jobId: 'j1', weeklyHours: 2000, validFrom: '2008-12-02' })),
      'FAIL HOURS_BELOW_MINIMUM',
    ],
  ])('%s', (_title, past, answer) => expect(answerOf('R19', past, { definition })).toBe(answer));

  it('without an outflow, or on its very first day, are those the job began with', () => {
    const past = outflowWithout(['PlacementStarted', 'BenefitStopped'], placementStarted({ weeklyHours: 1000 }));
    expect(answerOf('R19', past, { definition })).toBe('FAIL HOURS_BELOW_MINIMUM');
    expect(answerOf('R19', hours(1000), { preset: 'HRL-D2@1', definition })).toBe('FAIL HOURS_BELOW_MINIMUM');
  });

  it('are not asked by default, nor of work that does not count', () => {
    expect(answerOf('R19', hours(undefined))).toBe('PASS');
    expect(
      answerOf('R19', outflowWithout(['PlacementStarted'], placementStarted({ form: 'UNPAID', weeklyHours: 1 })), {
        definition,
      }),
    ).toBe('NA');
  });
});

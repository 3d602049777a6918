import { benefitGranted, benefitStopped, fact, placementStarted } from '../../testing/facts.js';
import { dayOf } from '../../values/calendar-date.js';
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

const reduced = (told: {
  cause: 'SANCTION' | 'EARNINGS';
  percent: number;
  validFrom: string;
  validTo?: string;
}): Heard => fact('BenefitReduced', { benefitId: 'b1', ...told });
const running = (...added: readonly Heard[]) => outflowWithout(['BenefitStopped'], ...added);
const stoppedFor = (reason: Parameters<typeof benefitStopped>[0] & object, ...added: readonly Heard[]) =>
  outflowWithout(['BenefitStopped'], benefitStopped(reason), ...added);

const again = (validFrom: string) => outflowWith(fact('BenefitGranted', { benefitId: 'b2', kind: 'WW', validFrom }));

describe('R7, R8 and R9, each benefit in the way gives exactly one code', () => {
  it.each([
    ['it simply runs on', running(), ['BENEFIT_NOT_ENDED']],
    [
      'a measure of 100 % covers the start of the job',
      running(reduced({ cause: 'SANCTION', percent: 100, validFrom: '2008-09-01' })),
      ['SANCTION_NOT_OUTFLOW'],
    ],
    [
      'a measure that ended the day before',
      running(reduced({ cause: 'SANCTION', percent: 100, validFrom: '2008-08-01', validTo: '2008-09-01' })),
      ['BENEFIT_NOT_ENDED'],
    ],
    [
      'a measure of 99 %',
      running(reduced({ cause: 'SANCTION', percent: 99, validFrom: '2008-09-01' })),
      ['BENEFIT_NOT_ENDED'],
    ],
    [
      'a suspension',
      running(fact('BenefitSuspended', { benefitId: 'b1', ground: 'NO_SHOW', validFrom: '2008-08-15' })),
      ['SANCTION_NOT_OUTFLOW'],
    ],
    [
      'earnings are settled with it today',
      running(reduced({ cause: 'EARNINGS', percent: 70, validFrom: '2008-09-01' })),
      ['PARTIAL_BENEFIT_CONTINUES'],
    ],
    [
      'earnings were settled until yesterday',
      running(reduced({ cause: 'EARNINGS', percent: 70, validFrom: '2008-09-01', validTo: '2009-04-02' })),
      ['BENEFIT_NOT_ENDED'],
    ],
    [
      'two benefits, each its own',
      running(
        fact('BenefitGranted', { benefitId: 'b2', kind: 'WW', validFrom: '2008-10-02' }),
        reduced({ cause: 'EARNINGS', percent: 70, validFrom: '2008-09-01' }),
      ),
      ['BENEFIT_NOT_ENDED', 'PARTIAL_BENEFIT_CONTINUES'],
    ],
  ])('%s', (_title, past, fail) => {
    expect(said(past)).toEqual(rejected(...fail));
  });

  it('a benefit that begins within 31 days after the start is in the way, one of day 32 is a relapse', () => {
    expect(said(again('2008-10-02'))).toEqual(rejected('BENEFIT_NOT_ENDED'));
    expect(said(again('2008-10-03'))).toEqual(rejected('OTHER_BENEFIT_IN_SUSTAIN'));
  });

  it('have nothing to say where nothing is in the way', () => {
    for (const rule of ['R7', 'R8', 'R9']) expect(answerOf(rule, outflowWith())).toBe('NA');
    expect(answerOf('R9', running(), { definition: { partialAllowed: true } })).toBe('NA');
  });

  it('a supplementary benefit does not count at all where it is allowed', () => {
    const supplemented = outflowWith(
      fact('BenefitGranted', { benefitId: 'b2', kind: 'BIJSTAND', validFrom: '2008-09-01' }),
      fact('BenefitReduced', { benefitId: 'b2', cause: 'EARNINGS', percent: 70, validFrom: '2008-09-01' }),
    );
    expect(said(supplemented)).toEqual(rejected('PARTIAL_BENEFIT_CONTINUES'));
    expect(said(supplemented, { definition: { partialAllowed: true } })).toEqual(ELIGIBLE);
  });

  it('without a start of work, look at today', () => {
    const nowhere = { claim: { jobId: 'j9' } };
    expect(said(running(), nowhere).fail).toEqual(['BENEFIT_NOT_ENDED']);
    const sanctioned = running(reduced({ cause: 'SANCTION', percent: 100, validFrom: '2009-04-01' }));
    expect(said(sanctioned, nowhere).fail).toEqual(['SANCTION_NOT_OUTFLOW']);
  });
});

const other = (reason: 'EDUCATION' | 'WORK_EMPLOYMENT') => [
  benefitGranted({ benefitId: 'b2', kind: 'WW' }),
  benefitStopped({ benefitId: 'b2', reason }),
];

describe('R10 and R11, why the last benefit ended', () => {
  it.each([
    ['WORK_EMPLOYMENT', 'PASS', 'PASS'],
    ['WORK_SELF', 'PASS', 'PASS'],
    ['WORK_FIRST', 'PASS', 'PASS'],
    ['MAX_DURATION', 'PASS', 'PASS'],
    ['EDUCATION', 'PASS', 'FAIL OUTFLOW_TO_EDUCATION'],
    ['PARTNER_INCOME', 'FAIL OUTFLOW_NOT_TO_WORK', 'PASS'],
    ['MOVED', 'FAIL OUTFLOW_NOT_TO_WORK', 'PASS'],
    ['DEATH', 'FAIL OUTFLOW_NOT_TO_WORK', 'PASS'],
    ['UNKNOWN', 'PASS', 'PASS'],
  ] as const)('%s', (reason, r10, r11) => {
    const past = stoppedFor({ reason });
    expect([answerOf('R10', past), answerOf('R11', past)]).toEqual([r10, r11]);
  });

  it.each([
    ['2008-08-01', ELIGIBLE],
    ['2008-07-31', inReview('OUTFLOW_NOT_TO_WORK')],
  ])('an unknown reason passes only with work within 31 days (ended %s)', (validFrom, decided) =>
    expect(said(stoppedFor({ reason: 'UNKNOWN', validFrom }))).toEqual(decided),
  );

  it('of several that ended on one day one good one suffices; several bad ones each give their code', () => {
    expect(said(stoppedFor({ reason: 'MOVED' }, ...other('WORK_EMPLOYMENT')))).toEqual(ELIGIBLE);
    expect(said(stoppedFor({ reason: 'MOVED' }, ...other('EDUCATION')))).toEqual(
      rejected('OUTFLOW_NOT_TO_WORK', 'OUTFLOW_TO_EDUCATION'),
    );
  });

  it('fails where there never was any funding, naming what is missing', () => {
    const { fail, rules } = assessed(outflowWithout(['BenefitGranted', 'BenefitStopped']));
    expect(fail).toEqual(['OUTFLOW_NOT_TO_WORK']);
    expect(rules.find(({ rule }) => rule === 'R10')?.missing).toEqual(['BENEFIT_STOPPED']);
  });

  it('a subsidy that ended is work paid for; it counts only where the anchor looks at subsidies', () => {
    const subsidised = stoppedFor(
      { reason: 'MOVED', validFrom: '2008-03-01' },
      fact('JobSubsidyStarted', {
        fundingId: 'f1',
        jobId: 'j0',
        scheme: 'WORK_FIRST',
        payer: 'GEM',
        validFrom: '2008-04-01',
        validTo: '2008-09-01',
      }),
    );
    expect(answerOf('R10', subsidised)).toBe('PASS');
    expect(answerOf('R10', subsidised, { definition: { anchor: 'OUTFLOW' } })).toBe('FAIL OUTFLOW_NOT_TO_WORK');
  });

  it('without a job required every reason but education passes', () => {
    const definition = { jobRequired: false };
    expect(answerOf('R10', stoppedFor({ reason: 'MOVED' }), { definition })).toBe('PASS');
    expect(answerOf('R11', stoppedFor({ reason: 'EDUCATION' }), { definition })).toBe('FAIL OUTFLOW_TO_EDUCATION');
  });

  it('have nothing to say while a benefit is in the way, of a form that does not count, or by the start of the job', () => {
    expect(answerOf('R10', running())).toBe('NA');
    expect(answerOf('R11', outflowWithout(['PlacementStarted'], placementStarted({ form: 'UNPAID' })))).toBe('NA');
    expect(answerOf('R10', outflowWith(), { preset: 'CBS-D9@1' })).toBe('NA');
  });

  it('without a job, look at what ended before the asserted day, or before today', () => {
    const past = stoppedFor(
      { reason: 'MAX_DURATION' },
      benefitGranted({ benefitId: 'b2', validFrom: '2008-11-01' }),
      benefitStopped({ benefitId: 'b2', reason: 'WORK_SELF', validFrom: '2008-12-01' }),
    );
    expect(answerOf('R10', past, { claim: { jobId: 'j9', assertedOutflowOn: dayOf('2008-09-01') } })).toBe(
      'FAIL OUTFLOW_NOT_TO_WORK',
    );
    expect(answerOf('R10', past, { claim: { jobId: 'j9' } })).toBe('PASS');
  });
});

import { provider, registry } from '../../testing/actors.js';
import { fact, placementStarted } from '../../testing/facts.js';
import type { WorkForm } from '../../client-file/work/events.js';
import { dayOf, FOREVER } from '../../values/calendar-date.js';
import {
  answerOf,
  assessed,
  ELIGIBLE,
  eventId,
  inReview,
  outflowWith,
  outflowWithout,
  rejected,
  said,
  type Heard,
} from '../testing/story.js';

type Told = Parameters<typeof placementStarted>[0] & object;
const working = (told: Told, ...added: readonly Heard[]) =>
  outflowWithout(['PlacementStarted'], placementStarted(told), ...added);
const noJob = { preset: 'HRL-D5@1' };

const confirmedBy = (by = registry(), system = 'UWV_POLIS') =>
  fact('PlacementConfirmed', { jobId: 'j1', source: { system } } as never, by);

describe('R12, the job is proven', () => {
  const asserted = { assurance: 'ASSERTED_BY_PROVIDER' as const };

  it.each([
    ['AUTHORITATIVE', 'PASS'],
    ['THIRD_PARTY', 'PASS'],
    ['DOCUMENTED', 'UNKNOWN EMPLOYMENT_UNVERIFIED'],
    ['CLIENT_STATEMENT', 'UNKNOWN EMPLOYMENT_UNVERIFIED'],
    ['ASSERTED_BY_PROVIDER', 'UNKNOWN EMPLOYMENT_UNVERIFIED'],
  ] as const)('by assurance %s: %s', (assurance, answer) =>
    expect(answerOf('R12', working({ assurance }))).toBe(answer),
  );

  it("by a register's confirmation, never by a provider's", () => {
    expect(said(working(asserted, confirmedBy()))).toEqual(ELIGIBLE);
    expect(said(working(asserted, confirmedBy(registry(), 'INLICHTINGENBUREAU')))).toEqual(ELIGIBLE);
    expect(said(working(asserted, confirmedBy(registry(), 'SURVEY')))).toEqual(inReview('EMPLOYMENT_UNVERIFIED'));
    expect(said(working(asserted, confirmedBy(provider())))).toEqual(inReview('EMPLOYMENT_UNVERIFIED'));
  });

  it('is asked without a job too, unless none is required', () => {
    expect(answerOf('R12', outflowWithout(['PlacementStarted']))).toBe('UNKNOWN EMPLOYMENT_UNVERIFIED');
    expect(answerOf('R12', outflowWithout(['PlacementStarted']), noJob)).toBe('NA');
  });
});

describe('R13 to R16, the form of the work', () => {
  const CODES: readonly (readonly [WorkForm, readonly string[]])[] = [
    ['REGULAR', []],
    ['AGENCY', []],
    ['UNPAID', ['NOT_PAID_EMPLOYMENT']],
    ['PAYROLL', ['PAYROLL_PLACEMENT']],
    ['DETACHERING', ['DETACHERING_NOT_REGULAR']],
    ['SHELTERED', ['SUBSIDISED_EMPLOYMENT']],
  ];
  it.each(CODES)('%s gives %j', (form, codes) => expect(said(working({ form })).fail).toEqual(codes));

  it('what the definition set allows is allowed, and what it leaves out is not', () => {
    expect(said(working({ form: 'DETACHERING' }), { definition: { formsAllowed: ['DETACHERING'] } })).toEqual(ELIGIBLE);
    expect(said(working({ form: 'SHELTERED' }), { definition: { formsAllowed: ['SHELTERED'] } })).toEqual(ELIGIBLE);
    expect(said(outflowWith(), { definition: { formsAllowed: ['AGENCY'] } })).toEqual(rejected('FORM_NOT_ALLOWED'));
  });

  it('does not matter where no job is required', () => {
    for (const rule of ['R13', 'R14', 'R15']) expect(answerOf(rule, working({ form: 'UNPAID' }), noJob)).toBe('NA');
    expect(answerOf('R16', working({ form: 'SHELTERED' }), noJob)).toBe('PASS');
    expect(answerOf('R13', outflowWithout(['PlacementStarted']))).toBe('NA');
  });
});

const subsidy = (told: object = {}) =>
  fact('JobSubsidyStarted', {
    fundingId: 'f1',
    jobId: 'j1',
    scheme: 'WIW',
    payer: 'GEM',
    validFrom: '2008-09-01',
    ...told,
  });

describe('R16, public money in the wage', () => {
  const until = { validTo: '2008-12-01' };

  it('after it ended the same job counts from then on, unless conversion does not count', () => {
    expect(said(outflowWith(subsidy()))).toEqual(rejected('SUBSIDISED_EMPLOYMENT'));
    expect(said(outflowWith(subsidy(until)), { at: '2009-07-01' })).toEqual(ELIGIBLE);
    expect(said(outflowWith(subsidy(until)), { at: '2009-07-01', definition: { conversionCounts: false } })).toEqual(
      rejected('SUBSIDISED_EMPLOYMENT'),
    );
    const before = outflowWith(subsidy({ validFrom: '2008-06-01', validTo: '2008-09-01' }));
    expect(said(before, { definition: { conversionCounts: false } })).toEqual(ELIGIBLE);
    const elsewhere = outflowWith(subsidy({ ...until, jobId: 'j7' }));
    expect(said(elsewhere, { at: '2009-07-01', definition: { conversionCounts: false } })).toEqual(ELIGIBLE);
  });

  it('has nothing to say where no start is known', () =>
    expect(answerOf('R16', outflowWithout(['PlacementStarted']))).toBe('NA'));
});

const tied = (employerId: string, from: string, to?: string) => ({
  terms: {
    affiliations: new Map([
      ['PASWERK', [{ employerId, period: { from: dayOf(from), to: to === undefined ? FOREVER : dayOf(to) } }]],
    ]),
  },
});

describe('R17, an employer tied to the provider', () => {
  it.each([
    ['since the day the job started', tied('BEVEILIGER', '2008-09-01'), 'FAIL EMPLOYER_AFFILIATED'],
    ['only since the day after', tied('BEVEILIGER', '2008-09-02'), 'PASS'],
    ['until the day before', tied('BEVEILIGER', '2008-01-01', '2008-09-01'), 'PASS'],
    ['by the hirer', tied('THUISZORG', '2008-01-01'), 'FAIL EMPLOYER_AFFILIATED'],
    ['not at all', tied('ANOTHER', '2008-01-01'), 'PASS'],
  ])('%s', (_title, asked, answer) => expect(answerOf('R17', working({ hirerId: 'THUISZORG' }), asked)).toBe(answer));

  it('names the tie and who told with whom the job was', () => {
    const [tie] = tied('BEVEILIGER', '2008-01-01').terms.affiliations.get('PASWERK') ?? [];
    const registered = eventId(800_001);
    const affiliations = new Map([['PASWERK', tie ? [{ ...tie, recordedBy: registered }] : []]]);
    const moved = fact('PlacementChanged', { jobId: 'j1', employerId: 'BEVEILIGER', validFrom: '2008-09-01' });
    const past = working({ employerId: 'ANDER' }, moved);
    const evidence = assessed(past, { terms: { affiliations } }).rules.find(({ rule }) => rule === 'R17')?.evidence;
    expect(evidence).toEqual([
      eventId(past.findIndex(({ type }) => type === 'PlacementStarted')),
      eventId(past.indexOf(moved)),
      registered,
    ]);
  });

  it('the provider itself counts where the form of work does', () => {
    expect(answerOf('R17', working({ employerId: 'PASWERK' }))).toBe('FAIL EMPLOYER_AFFILIATED');
    expect(answerOf('R17', working({ hirerId: 'PASWERK' }))).toBe('FAIL EMPLOYER_AFFILIATED');
    expect(answerOf('R17', working({ employerId: 'PASWERK', form: 'DETACHERING' }))).toBe('PASS');
    const affiliated = tied('BEVEILIGER', '2008-01-01');
    expect(answerOf('R17', working({ form: 'DETACHERING' }), affiliated)).toBe('FAIL EMPLOYER_AFFILIATED');
  });

  it('may be left to an officer, and is not asked without a job or where none is required', () => {
    const definition = { affiliate: 'REVIEW' as const };
    expect(said(working({ employerId: 'PASWERK' }), { definition })).toEqual(inReview('EMPLOYER_AFFILIATED'));
    expect(answerOf('R17', outflowWithout(['PlacementStarted']))).toBe('NA');
    expect(answerOf('R17', working({ employerId: 'PASWERK' }), noJob)).toBe('NA');
  });
});

describe('R18, work of one’s own', () => {
  const confirmed = fact('SelfPlacementConfirmed', { jobId: 'j1' });
  it('must be shown to exist, which proves it too', () => {
    const asserted = { form: 'SELF' as const, assurance: 'ASSERTED_BY_PROVIDER' as const };
    expect(said(working(asserted))).toEqual(inReview('EMPLOYMENT_UNVERIFIED', 'SELF_EMPLOYMENT_UNVERIFIED'));
    expect(said(working(asserted, confirmed))).toEqual(ELIGIBLE);
    expect(said(working({ form: 'SELF' }))).toEqual(inReview('SELF_EMPLOYMENT_UNVERIFIED'));
  });
  it('is asked of no other form', () => expect(answerOf('R18', outflowWith())).toBe('NA'));
});

const former = (validFrom: string, ended: string, told: Told = {}): readonly Heard[] => [
  placementStarted({ jobId: 'j0', validFrom, ...told }),
  fact('PlacementEnded', { jobId: 'j0', validFrom: ended }),
];

describe('R20 and R21, the first contract and the former employer', () => {
  const short = { definition: { minContract: 'P3M' } };
  it.each([
    ['2008-11-30', 'FAIL CONTRACT_TOO_SHORT'],
    ['2008-12-01', 'PASS'],
  ])('a contract until %s: %s', (contractEndOn, answer) =>
    expect(answerOf('R20', working({ contractEndOn }), short)).toBe(answer),
  );

  it('a later extension does not cure a short contract, and a passed contract end does not end the job', () => {
    const extended = fact('PlacementChanged', { jobId: 'j1', contractEndOn: '2010-01-01', validFrom: '2008-10-01' });
    expect(answerOf('R20', working({ contractEndOn: '2008-11-01' }, extended), short)).toBe('FAIL CONTRACT_TOO_SHORT');
    const told = { jobId: 'j1', contractEndOn: '2010-01-01', validFrom: '2008-09-01' };
    const sameDay = fact('PlacementChanged', told); // Of what was told at once of one day the longer.
    expect(answerOf('R20', working({ contractEndOn: '2008-11-01' }, sameDay), short)).toBe('PASS');
    expect(said(working({ contractEndOn: '2008-11-01' }))).toEqual(ELIGIBLE);
    expect(answerOf('R20', working({ form: 'UNPAID', contractEndOn: '2008-11-01' }), short)).toBe('NA');
  });

  it.each([
    ['ended on the day the years begin', former('2004-01-01', '2004-09-01'), 'FAIL RETURN_TO_PREVIOUS_EMPLOYER'],
    ['ended the day before', former('2004-01-01', '2004-08-31'), 'PASS'],
    ['lasted three months and no more', former('2008-01-01', '2008-04-01'), 'PASS'],
    ['lasted a day longer', former('2008-01-01', '2008-04-02'), 'FAIL RETURN_TO_PREVIOUS_EMPLOYER'],
    ['ended as the new job began', former('2008-01-01', '2008-09-01'), 'FAIL RETURN_TO_PREVIOUS_EMPLOYER'],
    ['was unpaid', former('2008-01-01', '2008-08-01', { form: 'UNPAID' }), 'PASS'],
    ['was with another', former('2008-01-01', '2008-08-01', { employerId: 'ANOTHER' }), 'PASS'],
    ['runs on beside it', [placementStarted({ jobId: 'j0', validFrom: '2008-01-01' })], 'PASS'],
  ])('a former job that %s', (_title, past, answer) => {
    expect(answerOf('R21', outflowWith(...past), { definition: { prevEmployerYears: 4 } })).toBe(answer);
    expect(answerOf('R21', outflowWith(...past))).toBe('PASS');
  });
});

import { benefitGranted, benefitStopped, fact, placementStarted } from '../../testing/facts.js';
import { dayOf } from '../../values/calendar-date.js';
import { assessed, outflowWith, outflowWithout, rejected, said, type Asked, type Heard } from '../testing/story.js';

const episode = (past: readonly Heard[], asked: Asked = {}) => assessed(past, { at: '2010-06-01', ...asked }).episodeOn;
const benefit = (benefitId: string, validFrom: string, validTo?: string): Heard =>
  fact('BenefitGranted', { benefitId, kind: 'WW', validFrom, ...(validTo !== undefined && { validTo }) });
const subsidy = (validFrom: string, validTo?: string, jobId = 'j1'): Heard =>
  fact('JobSubsidyStarted', {
    fundingId: `f-${validFrom}`,
    jobId,
    scheme: 'WIW',
    payer: 'GEM',
    validFrom,
    ...(validTo !== undefined && { validTo }),
  });

const ended = (validFrom: string) => fact('TrajectEnded', { trajectId: 't1', endKind: 'COMPLETED', validFrom });

const unpaid = (...added: readonly Heard[]) =>
  outflowWithout(['PlacementStarted', 'BenefitStopped'], placementStarted({ form: 'UNPAID' }), ...added);

describe('the day of lasting independence', () => {
  it('is the start of the job where nothing public runs', () => expect(episode(outflowWith())).toBe('2008-09-01'));

  it.each([
    ['a benefit that still ran then', [benefit('b2', '2008-05-01', '2008-09-20')], '2008-09-20'],
    ['one that began within 31 days', [benefit('b2', '2008-10-02', '2008-11-01')], '2008-11-01'],
    ['not one that began on day 32', [benefit('b2', '2008-10-03', '2008-11-01')], '2008-09-01'],
    [
      'one after the other, in whatever order they were told',
      [
        benefit('b4', '2008-12-01', '2009-01-15'),
        benefit('b2', '2008-09-10', '2008-11-20'),
        benefit('b3', '2008-11-20', '2008-12-01'),
      ],
      '2009-01-15',
    ],
    ['a subsidy on any job near the start', [subsidy('2008-09-15', '2008-12-01', 'j7')], '2008-12-01'],
    ['a subsidy on the job itself, begun within the period', [subsidy('2009-02-28', '2009-05-01')], '2009-05-01'],
    ['not one begun on the day the period is full', [subsidy('2009-03-01', '2009-05-01')], '2008-09-01'],
    ['not one on another job later on', [subsidy('2008-11-01', '2009-05-01', 'j7')], '2008-09-01'],
  ])('moves with %s', (_title, added, on) => expect(episode(outflowWith(...added))).toBe(on));

  it('is not there while funding that counts still runs', () => {
    expect(episode(outflowWith(subsidy('2008-09-15')))).toBeUndefined();
    expect(said(outflowWith(subsidy('2008-09-15', undefined, 'j7')))).toEqual(rejected('SUBSIDISED_EMPLOYMENT'));
    expect(said(outflowWith(subsidy('2008-09-15', '2009-06-01')))).toEqual(rejected('SUBSIDISED_EMPLOYMENT'));
  });

  it('looks at the kinds of funding the definition set counts', () => {
    const past = outflowWith(subsidy('2008-09-01', '2008-12-01'), benefit('b2', '2008-09-01', '2008-11-01'));
    expect(episode(past)).toBe('2008-12-01');
    expect(episode(past, { definition: { fundedKinds: ['WSW'] } })).toBe('2008-11-01');
    expect(episode(past, { definition: { anchor: 'OUTFLOW' } })).toBe('2008-11-01');
    expect(episode(past, { definition: { bijstandOnly: true, fundedKinds: [] } })).toBe('2008-09-01');
    expect(episode(past, { preset: 'CBS-D9@1' })).toBe('2008-09-01');
  });

  it('is not before the end of the traject where that is the anchor', () => {
    const asked = { preset: 'HRL-D1@1' };
    expect(episode(outflowWith(), asked)).toBeUndefined();
    expect(episode(outflowWith(ended('2008-10-15')), asked)).toBe('2008-10-15');
    expect(episode(outflowWith(ended('2008-08-15')), asked)).toBe('2008-09-01');
    expect(episode(outflowWith(ended('2008-10-15')), { ...asked, at: '2008-10-14' })).toBeUndefined();
  });

  it('is the end of the last benefit where that is the anchor, with or without a job', () => {
    const past = outflowWith(benefit('b2', '2008-11-01', '2009-02-01'));
    expect(episode(past, { preset: 'HRL-D5@1' })).toBe('2009-02-01');
    expect(episode(past, { preset: 'HRL-D4@1' })).toBe('2008-09-01');
    expect(episode(outflowWithout(['PlacementStarted']), { preset: 'HRL-D5@1' })).toBe('2008-09-01');
    expect(episode(outflowWith(benefit('b2', '2008-11-01')), { preset: 'HRL-D4@1' })).toBe('2008-09-01');
  });

  it('without a job is the asserted day once it has come, if no job is asked for', () => {
    const past = outflowWithout(['PlacementStarted']);
    const claim = { assertedOutflowOn: dayOf('2008-10-01') };
    expect(episode(past, { preset: 'DEV-D6@1', claim })).toBe('2008-10-01');
    expect(episode(past, { preset: 'DEV-D6@1', claim, at: '2008-09-30' })).toBe('2008-09-01');
    expect(episode(past, { claim })).toBeUndefined();
  });

  it('of a form that does not count is never there; only what covered its start is in the way', () => {
    expect(said(unpaid(benefitStopped()))).toEqual(rejected('NOT_PAID_EMPLOYMENT'));
    expect(said(unpaid())).toEqual(rejected('BENEFIT_NOT_ENDED', 'NOT_PAID_EMPLOYMENT'));
    expect(said(unpaid(benefitStopped(), benefitGranted({ benefitId: 'b2', validFrom: '2008-09-02' })))).toEqual(
      rejected('NOT_PAID_EMPLOYMENT'),
    );
    expect(said(unpaid(benefitStopped(), subsidy('2008-09-01', undefined, 'j7')))).toEqual(
      rejected('NOT_PAID_EMPLOYMENT'),
    );
    expect(said(unpaid(benefitStopped(), subsidy('2008-09-01')))).toEqual(
      rejected('NOT_PAID_EMPLOYMENT', 'SUBSIDISED_EMPLOYMENT'),
    );
  });
});

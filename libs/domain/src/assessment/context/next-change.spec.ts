import { fact, placementStarted } from '../../testing/facts.js';
import { addDays, dayOf, textOf } from '../../values/calendar-date.js';
import { assessed, outflowWith, outflowWithout, payment, type Asked, type Heard } from '../testing/story.js';

const nextChange = (past: readonly Heard[], asked: Asked): string | undefined => assessed(past, asked).nextChangeOn;
const ended = (on: string) => fact('PlacementEnded', { jobId: 'j1', validFrom: on });

describe('the day a decision is looked at again', () => {
  it('is the end of the period, then of the registers, then never', () => {
    expect(nextChange(outflowWith(), { at: '2008-12-01' })).toBe('2009-03-01');
    expect(nextChange(outflowWith(), { at: '2009-03-01' })).toBe('2009-04-01');
    expect(nextChange(outflowWith(), { at: '2009-04-01' })).toBeUndefined();
  });

  it('is the next date any known fact carries', () => {
    expect(nextChange(outflowWith(), { at: '2008-07-20' })).toBe('2008-08-04');
    expect(nextChange(outflowWith(ended('2010-05-05')), { at: '2009-04-01' })).toBe('2010-05-05');
    const reduced = fact('BenefitReduced', {
      benefitId: 'b1',
      cause: 'OTHER',
      validFrom: '2008-02-01',
      validTo: '2009-06-01',
    });
    expect(nextChange(outflowWith(reduced), { at: '2009-04-01' })).toBe('2009-06-01');
  });

  it('is the day a payment happens, an asserted outflow comes, or a completion term has passed', () => {
    const at = '2009-04-01';
    expect(nextChange(outflowWith(), { at, payments: [payment({ happenedOn: dayOf('2009-04-20') })] })).toBe(
      '2009-04-20',
    );
    expect(nextChange(outflowWith(), { at, claim: { assertedOutflowOn: dayOf('2009-07-01') } })).toBe('2009-07-01');
    expect(nextChange(outflowWith(), { at, claim: { completionUntilOn: dayOf('2009-05-13') } })).toBe('2009-05-14');
  });

  it('is the day a growing gap exceeds what is allowed, and the decision does change on it', () => {
    const past = outflowWith(ended('2008-12-01'));
    expect(nextChange(past, { at: '2008-12-05' })).toBe('2008-12-29');
    expect(assessed(past, { at: '2008-12-28' }).fail).toEqual([]);
    expect(assessed(past, { at: '2008-12-29' }).fail).toEqual(['EMPLOYMENT_GAP_EXCEEDED']);
  });

  it.each([
    [4000, 1000, { before: [], after: ['HOURS_BELOW_MINIMUM'] }],
    [1000, 4000, { before: ['HOURS_BELOW_MINIMUM'], after: [] }],
    [1100, 4000, { before: ['HOURS_BELOW_MINIMUM'], after: [] }],
  ])('is the day the average of %i then %i hundredths crosses the minimum', (first, then, { before, after }) => {
    const past = outflowWithout(
      ['PlacementStarted'],
      placementStarted({ weeklyHours: first }),
      fact('PlacementChanged', { jobId: 'j1', weeklyHours: then, validFrom: '2008-10-01' }),
    );
    const definition = { minHours: 20 };
    const day = nextChange(past, { at: '2008-10-05', definition });
    if (day === undefined) throw new Error('no day');
    const dayBefore = textOf(addDays(dayOf(day), -1));
    expect(assessed(past, { at: dayBefore, definition }).fail).toEqual(before);
    expect(assessed(past, { at: day, definition }).fail).toEqual(after);
  });
});

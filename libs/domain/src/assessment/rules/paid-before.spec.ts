import { C1 } from '../../testing/commands.js';
import { dayOf } from '../../values/calendar-date.js';
import type { Payment } from '../subject.js';
import {
  answerOf,
  assessed,
  attributed,
  ELIGIBLE,
  outflowWith,
  outflowWithout,
  payment,
  rejected,
  said,
} from '../testing/story.js';

const I = dayOf('2008-09-01');
const own = (told: Partial<Payment> = {}): Payment =>
  payment({ claimId: C1, providerId: 'PASWERK', episodeOn: I, jobId: 'j1', orderedAt: 5, ...told });

describe('R35, no second bonus for one outflow', () => {
  it.each([
    ['the same episode', { episodeOn: I }, 'FAIL OUTFLOW_ALREADY_PAID'],
    [
      'the same job under another episode',
      { jobId: 'j1', episodeOn: dayOf('2003-01-01') },
      'FAIL OUTFLOW_ALREADY_PAID',
    ],
    ['another claim of the provider itself', { providerId: 'PASWERK', episodeOn: I }, 'FAIL OUTFLOW_ALREADY_PAID'],
    ['an order that is not yet paid', { episodeOn: I, openCents: 300_000 }, 'FAIL OUTFLOW_ALREADY_PAID'],
    ['money that came back', { episodeOn: I, netCents: 0 }, 'PASS'],
    ['another milestone', { episodeOn: I, milestone: 'SIX_WEEKS' }, 'PASS'],
    ['another kind of outcome', { episodeOn: I, outcomeType: 'LADDER_STEP' as const }, 'PASS'],
    ['a payment of tomorrow', { episodeOn: I, happenedOn: dayOf('2009-04-03') }, 'PASS'],
    ['another outflow', { episodeOn: dayOf('2003-01-01'), jobId: 'j0' }, 'PASS'],
  ])('%s', (_title, told, answer) =>
    expect(answerOf('R35', outflowWith(), { payments: [payment(told)] })).toBe(answer),
  );

  it('names the payment, so that there is something to see', () => {
    const { rules } = assessed(outflowWith(), { payments: [payment({ episodeOn: I })] });
    expect(rules.find(({ rule }) => rule === 'R35')?.evidence).toEqual([payment().eventId]);
  });

  it('money ordered later than this claim’s own never counts against it; at the same time or earlier it does', () => {
    const other = (orderedAt: number) => [own(), payment({ episodeOn: I, orderedAt })];
    expect(said(outflowWith(), { payments: other(6) })).toEqual(ELIGIBLE);
    for (const orderedAt of [4, 5])
      expect(said(outflowWith(), { payments: other(orderedAt) })).toMatchObject({
        outcome: 'CLAWBACK',
        fail: ['OUTFLOW_ALREADY_PAID'],
      });
    const recovered = [own({ netCents: 0 }), payment({ episodeOn: I, orderedAt: 6 })];
    expect(said(outflowWith(), { payments: recovered })).toEqual(rejected('OUTFLOW_ALREADY_PAID'));
  });

  it('is not asked without an outflow', () =>
    expect(answerOf('R35', outflowWithout(['BenefitStopped']), { payments: [payment({ jobId: 'j1' })] })).toBe('NA'));
});

const paid = (netCents: number, told: Partial<Payment> = {}) =>
  payment({ episodeOn: I, netCents, tariffCents: 300_000, ...told });

describe('R35 with decided shares', () => {
  const shared = outflowWith(attributed({ PASWERK: 5000, SAGENN: 5000 }));

  it('others may be paid beside this claim, to the cent', () => {
    expect(said(shared, { payments: [paid(150_000)] })).toEqual({ ...ELIGIBLE, cents: 150_000 });
    expect(said(shared, { payments: [paid(150_001)] })).toEqual(rejected('OUTFLOW_ALREADY_PAID'));
    expect(
      said(shared, { payments: [paid(100_000), paid(50_001, { claimId: 'abcdefghijklm.d', providerId: 'AGENS' })] }),
    ).toEqual(rejected('OUTFLOW_ALREADY_PAID'));
  });

  it('each part is reckoned by its own tariff', () => {
    expect(said(shared, { payments: [paid(50_000, { tariffCents: 100_000 })] })).toEqual({
      ...ELIGIBLE,
      cents: 150_000,
    });
    expect(said(shared, { payments: [paid(50_001, { tariffCents: 100_000 })] })).toEqual(
      rejected('OUTFLOW_ALREADY_PAID'),
    );
    expect(said(shared, { payments: [paid(1, { tariffCents: 0 })] })).toEqual(rejected('OUTFLOW_ALREADY_PAID'));
  });

  it('the provider itself may be paid once', () =>
    expect(said(shared, { payments: [paid(1, { providerId: 'PASWERK' })] })).toEqual(rejected('OUTFLOW_ALREADY_PAID')));

  it('the cents left over go to the largest remainders, so that the parts make the whole', () => {
    const thirds = outflowWith(attributed({ PASWERK: 3333, SAGENN: 3333, AGENS: 3334 }));
    expect(said(thirds, { tariffCents: 100 })).toMatchObject({ cents: 33 });
    expect(said(outflowWith(attributed({ PASWERK: 5000, SAGENN: 5000 })), { tariffCents: 101 })).toMatchObject({
      cents: 51,
    });
    expect(said(outflowWith(attributed({ PASWERK: 5000, AGENS: 5000 })), { tariffCents: 101 })).toMatchObject({
      cents: 50,
    });
  });
});

describe('R37, a waiting period between two paid outflows', () => {
  it.each([
    ['exactly twelve months before', '2007-09-01', 'PASS'],
    ['a day less', '2007-09-02', 'FAIL REPEAT_OUTFLOW_WITHIN_WAITING'],
    ['a day less than twelve months after', '2009-08-31', 'FAIL REPEAT_OUTFLOW_WITHIN_WAITING'],
    ['exactly twelve months after', '2009-09-01', 'PASS'],
  ])('a paid outflow %s', (_title, episodeOn, answer) =>
    expect(answerOf('R37', outflowWith(), { payments: [payment({ episodeOn: dayOf(episodeOn) })] })).toBe(answer),
  );

  it('is not asked of what R35 looks at, of later orders, or without an outflow', () => {
    const near = dayOf('2008-06-01');
    const same = { payments: [payment({ episodeOn: near, jobId: 'j1' })] };
    expect(said(outflowWith(), same)).toEqual(rejected('OUTFLOW_ALREADY_PAID'));
    expect(said(outflowWith(), { payments: [own(), payment({ episodeOn: near, orderedAt: 6 })] })).toEqual(ELIGIBLE);
    expect(answerOf('R37', outflowWithout(['BenefitStopped']), { payments: [payment({ episodeOn: near })] })).toBe(
      'NA',
    );
    const shared = outflowWith(attributed({ PASWERK: 5000, SAGENN: 5000 }));
    expect(said(shared, { payments: [payment({ episodeOn: I, netCents: 150_000 })] })).toMatchObject({
      outcome: 'ELIGIBLE',
    });
  });
});

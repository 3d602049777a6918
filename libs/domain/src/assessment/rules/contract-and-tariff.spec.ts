import { evidence, fact } from '../../testing/facts.js';
import { contract } from '../../testing/terms.js';
import type { Contract, Terms } from '../../terms/terms.js';
import { dayOf, FOREVER } from '../../values/calendar-date.js';
import { assess } from '../assess.js';
import {
  answerOf,
  assessed,
  definitionWith,
  ELIGIBLE,
  inReview,
  outflowWith,
  outflowWithout,
  payment,
  rejected,
  said,
  subjectOf,
} from '../testing/story.js';

const inForce = (from: string, to?: string): Partial<Terms> => {
  const [agreed] = contract('K1', 'PASWERK').registrations;
  if (!agreed) throw new Error('no registration');
  const period = { from: dayOf(from), to: to === undefined ? FOREVER : dayOf(to) };
  return { contracts: new Map([['K1', { contractId: 'K1', registrations: [{ ...agreed, period }], tariffs: [] }]]) };
};

describe('R1, a contract in force on the start of the traject', () => {
  it.each([
    ['2008-02-11', undefined, 'PASS'],
    ['2008-02-12', undefined, 'FAIL CONTRACT_NOT_IN_FORCE'],
    ['2008-01-01', '2008-02-11', 'FAIL CONTRACT_NOT_IN_FORCE'],
    ['2008-01-01', '2008-02-12', 'PASS'],
  ])('registered from %s to %s: %s', (from, to, answer) => {
    expect(answerOf('R1', outflowWith(), { terms: inForce(from, to) })).toBe(answer);
  });

  it('passes where nothing of the contract is on record, and has nothing to say without a traject', () => {
    expect(answerOf('R1', outflowWith())).toBe('PASS');
    expect(answerOf('R1', outflowWithout(['TrajectAssigned']), { terms: inForce('2009-01-01') })).toBe('NA');
  });
});

describe('R2, assigned by the municipality', () => {
  it.each([
    ['a traject of its own', {}, 'PASS'],
    ['no traject named', { trajectId: 't9' }, 'FAIL NO_ASSIGNMENT'],
    ["another provider's traject", { providerId: 'SAGENN' }, 'FAIL NO_ASSIGNMENT'],
  ])('%s', (_title, claim, answer) => expect(answerOf('R2', outflowWith(), { claim })).toBe(answer));

  it('a traject that starts tomorrow is none yet', () => {
    expect(answerOf('R2', outflowWith(), { at: '2008-02-10' })).toBe('FAIL NO_ASSIGNMENT');
    expect(answerOf('R2', outflowWith(), { at: '2008-02-11' })).toBe('PASS');
  });
});

describe('R4, the evidence the definition set asks for', () => {
  const definition = { requiredEvidence: ['PAYSLIP' as const, 'CONTRACT' as const] };

  it('is open with the term that was notified, without one until then', () => {
    expect(said(outflowWith(), { definition })).toEqual(inReview('EVIDENCE_MISSING'));
    const claim = { completionUntilOn: dayOf('2009-05-13'), evidence: [evidence('PAYSLIP')] };
    const { outcome, untilOn, rules } = assessed(outflowWith(), { definition, claim });
    expect([outcome, untilOn]).toEqual(['PENDING', '2009-05-13']);
    expect(rules.find(({ rule }) => rule === 'R4')).toMatchObject({
      missing: ['CONTRACT'],
      data: { list: 'CONTRACT' },
    });
  });

  it('passes with every kind on the claim, and asks nothing by default', () => {
    const claim = { evidence: [evidence('PAYSLIP'), evidence('CONTRACT', 2)] };
    expect(answerOf('R4', outflowWith(), { definition, claim })).toBe('PASS');
    expect(answerOf('R4', outflowWith())).toBe('NA');
  });
});

const published = (told: Partial<Contract> = {}): Terms => ({
  ...subjectOf([]).terms,
  contracts: new Map([['K1', { ...contract('K1', 'PASWERK'), ...told }]]),
  definitions: new Map([
    ['NL-STD', [{ ...definitionWith({}), validFrom: '2005-01-01', recordedOn: dayOf('2005-01-01') }]],
  ]),
});

const decided = (terms: Terms, claim = {}) => {
  const { whatIf: _, ...subject } = subjectOf(outflowWith(), { claim });
  const { outcome, fail, open, cents, definition } = assess({ ...subject, terms });
  return { outcome, fail, open, cents, definition };
};

const tariff = (cents: number, from: string) => ({
  milestone: 'SUSTAINED',
  cents,
  period: { from: dayOf(from), to: FOREVER },
});

describe('R6 and R39, definition set and tariff', () => {
  it("come from the claimant's own contract, on the day the traject started", () => {
    expect(decided(published())).toEqual({ ...ELIGIBLE, definition: 'NL-STD@1' });
    const tariffs = [tariff(100, '2005-01-01'), tariff(200, '2008-02-11'), tariff(300, '2008-02-12')];
    expect(decided(published({ tariffs })).cents).toBe(200);
  });

  it('leave the claim open where there is no tariff for the milestone', () => {
    const open = { outcome: 'REVIEW', open: ['TARIFF_NOT_FOUND'], cents: 0 };
    expect(decided(published({ tariffs: [] }))).toMatchObject(open);
    expect(decided(published(), { milestone: 'SIX_WEEKS' })).toMatchObject(open);
  });

  it('pay no more than the tariff, nor than was claimed', () => {
    expect(said(outflowWith(), { claim: { cents: 400_000 } })).toEqual(ELIGIBLE);
    expect(answerOf('R39', outflowWith(), { claim: { cents: 400_000 } })).toBe('INFO AMOUNT_REDUCED_TO_TARIFF');
    expect(said(outflowWith(), { claim: { cents: 250_000 } })).toEqual({ ...ELIGIBLE, cents: 250_000 });
    expect(answerOf('R39', outflowWith(), { claim: { cents: 300_000 } })).toBe('PASS');
  });

  it('pay each milestone after its own period', () => {
    const milestones = [
      { code: 'SIX_WEEKS', sustain: 'P6W' },
      { code: 'SUSTAINED', sustain: 'P6M' },
    ];
    const asked = { at: '2008-12-01', definition: { milestones } };
    expect(said(outflowWith(), { ...asked, claim: { milestone: 'SIX_WEEKS' } })).toEqual(ELIGIBLE);
    expect(said(outflowWith(), { ...asked, claim: { milestone: 'SUSTAINED' } })).toMatchObject({ outcome: 'PENDING' });
  });
});

const climbed = (validFrom: string, [fromStep, toStep] = [3, 4]) =>
  fact('LadderStepAssessed', { trajectId: 't1', fromStep, toStep, validFrom });

describe('R22, a step up the ladder', () => {
  const ended = fact('TrajectEnded', { trajectId: 't1', endKind: 'COMPLETED', validFrom: '2008-08-31' });
  const ladder = { preset: 'HRL-2009@1', claim: { outcomeType: 'LADDER_STEP' as const }, at: '2009-04-02' };

  it('earns nothing unless the definition set counts it', () => {
    expect(said(outflowWith(climbed('2008-06-01')), { ...ladder, preset: 'NL-STD@1' })).toEqual(
      rejected('LADDER_STEP_NOT_WORK'),
    );
    expect(said(outflowWith(climbed('2008-06-01')), ladder)).toEqual(ELIGIBLE);
  });

  it.each([
    ['an upward step in the traject', climbed('2008-02-11'), 'PASS'],
    ['before it', climbed('2008-02-10'), 'UNKNOWN EVIDENCE_MISSING'],
    ['on the last day of aftercare (31 August + 6 months = 28 February)', climbed('2009-02-27'), 'PASS'],
    ['the day after', climbed('2009-02-28'), 'UNKNOWN EVIDENCE_MISSING'],
    ['a step down', climbed('2008-06-01', [4, 3]), 'UNKNOWN EVIDENCE_MISSING'],
    ['the same step', climbed('2008-06-01', [4, 4]), 'UNKNOWN EVIDENCE_MISSING'],
    ['tomorrow', climbed('2009-04-03'), 'UNKNOWN EVIDENCE_MISSING'],
  ])('%s', (_title, step, answer) => expect(answerOf('R22', outflowWith(ended, step), ladder)).toBe(answer));

  it('is judged by few rules: contract, assignment, definition, ladder, tariff and earlier payment on the traject', () => {
    const { passed } = assessed(outflowWithout(['BenefitStopped', 'PlacementStarted'], climbed('2008-06-01')), ladder);
    expect(passed).toEqual(['R1', 'R2', 'R6', 'R22', 'R35', 'R39']);
    const paid = payment({ outcomeType: 'LADDER_STEP', trajectId: 't1' });
    expect(said(outflowWith(climbed('2008-06-01')), { ...ladder, payments: [paid] })).toEqual(
      rejected('OUTFLOW_ALREADY_PAID'),
    );
    const other = payment({ outcomeType: 'LADDER_STEP', trajectId: 't2' });
    expect(said(outflowWith(climbed('2008-06-01')), { ...ladder, payments: [other] })).toEqual(ELIGIBLE);
  });

  it('leaves a claim for work alone', () => expect(answerOf('R22', outflowWith())).toBe('PASS'));
});

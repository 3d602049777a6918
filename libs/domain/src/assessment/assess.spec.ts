import { applicationStarted, evidence, fact, placementStarted } from '../testing/facts.js';
import { C1 } from '../testing/commands.js';
import { dayOf } from '../values/calendar-date.js';
import { assess } from './assess.js';
import { RuleSetUnknown } from './rules/index.js';
import {
  assessed,
  attributed,
  ELIGIBLE,
  heardOn,
  inReview,
  outflowWith,
  outflowWithout,
  payment,
  rejected,
  reviewed,
  said,
  subjectOf,
  type Heard,
} from './testing/story.js';

const ownPayment = payment({ claimId: C1, providerId: 'PASWERK', episodeOn: dayOf('2008-09-01'), jobId: 'j1' });
const relapse = fact('BenefitGranted', { benefitId: 'b2', kind: 'BIJSTAND', validFrom: '2009-02-16' });

describe('what a determination says', () => {
  it('waits first for the period, then for the registers, then pays', () => {
    expect(said(outflowWith(), { at: '2008-12-01' })).toEqual({
      outcome: 'PENDING',
      fail: [],
      open: ['NOT_YET_MATURE', 'AWAITING_REGISTRY'],
      untilOn: '2009-04-01',
    });
    expect(said(outflowWith(), { at: '2009-03-01' })).toMatchObject({
      outcome: 'PENDING',
      open: ['AWAITING_REGISTRY'],
    });
    expect(said(outflowWith(), { at: '2009-04-01' })).toEqual(ELIGIBLE);
  });

  it('names failing codes before open ones, in the order of the rules, and none twice', () => {
    const { fail, open } = assessed(
      outflowWithout(
        ['PlacementStarted', 'ApplicationStarted', 'ServiceDelivered'],
        placementStarted({ form: 'PAYROLL', employerId: 'PASWERK' }),
        relapse,
        fact('ClientStatement', { jobId: 'j1', contribution: 'NONE' }),
      ),
      { claim: { trajectId: 't9' } },
    );
    expect(fail).toEqual(['NO_ASSIGNMENT', 'PAYROLL_PLACEMENT']);
    expect(open).toEqual(['CLIENT_DISPUTES_CONTRIBUTION']);
  });

  it('says on which of the file and the terms it rests', () => {
    const revisions = new Map([
      ['contract-0392-K1', 4],
      ['source-0392-UWV_POLIS', 7],
    ]);
    const { basis } = assessed(outflowWith(), { terms: { revisions }, definition: { requiredSources: ['UWV_POLIS'] } });
    expect(basis).toEqual({
      fileRevision: 6,
      terms: [
        { stream: 'contract-0392-K1', revision: 4 },
        { stream: 'definition-0392-NL-STD', revision: -1 },
        { stream: 'provider-0392-PASWERK', revision: -1 },
        { stream: 'source-0392-UWV_POLIS', revision: 7 },
        { stream: 'rules-0392', revision: -1 },
      ],
      definition: 'NL-STD@1',
      ruleSet: 'NL-RULES@1',
      asOf: '2009-04-02',
    });
  });

  it('keeps its hash while it says the same, whatever the day or the evidence', () => {
    const { decisionHash } = assessed(outflowWith());
    const more = outflowWith(applicationStarted({ validFrom: '2008-08-10' }));
    expect(assessed(outflowWith(), { at: '2011-01-01' }).decisionHash).toBe(decisionHash);
    expect(assessed(more).decisionHash).toBe(decisionHash);
    expect(assessed(outflowWith(relapse)).decisionHash).not.toBe(decisionHash);
    expect(assessed(outflowWith(), { tariffCents: 300_001 }).decisionHash).not.toBe(decisionHash);
    expect(assessed(outflowWith(), { claim: { claimId: 'abcdefghijklm.z' } }).decisionHash).not.toBe(decisionHash);
  });

  it('has another hash for another episode, other open codes or other shares, though the amount is the same', () => {
    const [waiting, registering] = ['2008-12-01', '2009-03-01'].map((at) => assessed(outflowWith(), { at }));
    const later = outflowWithout(['PlacementStarted'], placementStarted({ validFrom: '2008-09-02' }));
    const [shared, sharedElse] = ['SAGENN', 'OTHER'].map((rival) =>
      assessed(outflowWith(attributed({ PASWERK: 5000, [rival]: 5000 }))),
    );
    for (const [one, other] of [
      [assessed(outflowWith()), assessed(later)],
      [waiting, registering],
      [shared, sharedElse],
    ]) {
      expect([other?.outcome, other?.cents]).toEqual([one?.outcome, one?.cents]);
      expect(other?.decisionHash).not.toBe(one?.decisionHash);
    }
  });

  it('rejects for every failing rule with a fact, or with the fact that is missing', () => {
    const { rules } = assessed(outflowWithout(['BenefitStopped', 'TrajectAssigned']));
    const failing = rules.filter(({ result }) => result === 'FAIL');
    expect(failing.map(({ code }) => code)).toEqual(['NO_ASSIGNMENT', 'BENEFIT_NOT_ENDED']);
    for (const { evidence: facts = [], missing = [] } of failing)
      expect(facts.length + missing.length).toBeGreaterThan(0);
  });

  it('does not decide at all under a rule set it does not know', () => {
    const ruleSets = [{ ruleSet: 'NL-RULES@9', from: dayOf('2009-04-02') }];
    expect(() => assessed(outflowWith(), { terms: { ruleSets } })).toThrow(RuleSetUnknown);
  });
  it('decides by the old rules until the day on which others are active, and looks again on it', () => {
    const ruleSets = [{ ruleSet: 'NL-RULES@9', from: dayOf('2009-04-03') }];
    expect(assessed(outflowWith(), { terms: { ruleSets } })).toMatchObject({
      ruleSet: 'NL-RULES@1',
      nextChangeOn: '2009-04-03',
    });
  });

  it('evaluates only contract, assignment and definition where no definition set is found', () => {
    const { whatIf: _, ...subject } = subjectOf(outflowWithout(['TrajectAssigned', 'BenefitStopped']));
    expect(assess(subject)).toMatchObject({
      outcome: 'REJECTED',
      fail: ['NO_ASSIGNMENT'],
      open: ['DEFINITION_NOT_FOUND'],
    });
    const { whatIf: __, ...assigned } = subjectOf(outflowWithout(['BenefitStopped']));
    expect(assess(assigned)).toMatchObject({ outcome: 'REVIEW', fail: [], open: ['DEFINITION_NOT_FOUND'], cents: 0 });
  });
});

describe('a claim that was paid', () => {
  it('is to be clawed back with what was paid once a rule fails', () => {
    const paid = { payments: [{ ...ownPayment, netCents: 250_000 }] };
    expect(said(outflowWith(relapse), paid)).toEqual({
      outcome: 'CLAWBACK',
      fail: ['RELAPSE_WITHIN_SUSTAIN'],
      open: [],
      cents: 250_000,
    });
  });

  it('is only rejected while the money is ordered and not paid, or not yet paid on that day', () => {
    const ordered = { ...ownPayment, openCents: ownPayment.netCents };
    const later = { ...ownPayment, happenedOn: dayOf('2009-04-20') };
    for (const money of [ordered, later])
      expect(said(outflowWith(relapse), { payments: [money] })).toEqual(rejected('RELAPSE_WITHIN_SUSTAIN'));
  });

  it('reclaims nothing while a code is merely open, and says the new amount where less is due', () => {
    const payments = [ownPayment];
    expect(said(outflowWithout(['ServiceDelivered']), { payments })).toEqual(inReview('NO_CONTRIBUTION_EVIDENCE'));
    expect(said(outflowWith(attributed({ PASWERK: 4000, SAGENN: 6000 })), { payments })).toEqual({
      ...ELIGIBLE,
      cents: 120_000,
    });
  });
});

const unproven = (...added: readonly Heard[]) =>
  outflowWithout(['PlacementStarted'], placementStarted({ assurance: 'ASSERTED_BY_PROVIDER' }), ...added);

describe("an officer's answer to an open code", () => {
  it('closes it or turns it into a failing one; the latest answer holds, at one time the failing one', () => {
    expect(said(unproven())).toEqual(inReview('EMPLOYMENT_UNVERIFIED'));
    expect(said(unproven(reviewed('EMPLOYMENT_UNVERIFIED')))).toEqual(ELIGIBLE);
    expect(said(unproven(reviewed('EMPLOYMENT_UNVERIFIED', 'FAILED')))).toEqual(rejected('EMPLOYMENT_UNVERIFIED'));
    const twice = [
      reviewed('EMPLOYMENT_UNVERIFIED', 'FAILED'),
      reviewed('EMPLOYMENT_UNVERIFIED', 'CLOSED', '2009-04-02'),
    ];
    expect(said(unproven(...twice))).toEqual(ELIGIBLE);
    const atOnce = [reviewed('EMPLOYMENT_UNVERIFIED', 'FAILED'), reviewed('EMPLOYMENT_UNVERIFIED')];
    for (const answers of [atOnce, atOnce.toReversed()])
      expect(said(unproven(...answers))).toEqual(rejected('EMPLOYMENT_UNVERIFIED'));
  });

  it('never closes a failing code, a dated one, or a job that is not there', () => {
    expect(said(outflowWith(relapse, reviewed('RELAPSE_WITHIN_SUSTAIN')))).toEqual(rejected('RELAPSE_WITHIN_SUSTAIN'));
    expect(said(outflowWith(reviewed('NOT_YET_MATURE')), { at: '2008-12-01' }).open).toContain('NOT_YET_MATURE');
    const withoutJob = outflowWithout(['PlacementStarted'], reviewed('EMPLOYMENT_UNVERIFIED'));
    expect(said(withoutJob, { claim: { assertedOutflowOn: dayOf('2008-09-01') } })).toEqual(
      inReview('EMPLOYMENT_UNVERIFIED'),
    );
  });

  it('names the answer in the evidence, so that who gave it can be kept from approving', () => {
    const { rules } = assessed(unproven(heardOn('2009-04-01', reviewed('EMPLOYMENT_UNVERIFIED'))));
    expect(rules.find(({ rule }) => rule === 'R12')).toMatchObject({
      result: 'INFO',
      code: 'EMPLOYMENT_UNVERIFIED',
      evidence: ['00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000006'],
    });
  });
});

const stands = (code: string, ...past: readonly Heard[]) =>
  said(outflowWith(...past), { claim: { setAside: [{ code }] }, payments: [payment({ jobId: 'j1' })] }).fail;

describe('codes set aside by an upheld objection', () => {
  it('count as passed, but never where money, credit or the outflow itself is at stake', () => {
    expect(said(outflowWith(relapse), { claim: { setAside: [{ code: 'RELAPSE_WITHIN_SUSTAIN' }] } })).toEqual(ELIGIBLE);
    const elsewhere = { claim: { setAside: [{ code: 'RELAPSE_WITHIN_SUSTAIN', rule: 'R16' }] } };
    expect(said(outflowWith(relapse), elsewhere)).toEqual(rejected('RELAPSE_WITHIN_SUSTAIN'));
    expect(stands('OUTFLOW_ALREADY_PAID')).toEqual(['OUTFLOW_ALREADY_PAID']);
    expect(said(outflowWithout(['BenefitStopped']), { claim: { setAside: [{ code: 'BENEFIT_NOT_ENDED' }] } })).toEqual(
      rejected('BENEFIT_NOT_ENDED'),
    );
  });
});

describe('what follows only from all answers together', () => {
  it('is never eligible without an outflow, though nothing fails and nothing is open', () => {
    expect(said(outflowWith(), { preset: 'HRL-D1@1' })).toEqual({
      outcome: 'PENDING',
      fail: [],
      open: ['NOT_YET_MATURE'],
    });
  });

  it('rejects an amount of nothing, after everything else is in order', () => {
    const byClient = outflowWithout(['ApplicationStarted'], applicationStarted({ by: 'CLIENT' }));
    expect(said(byClient, { definition: { selfFoundAfter: 0 } })).toEqual(rejected('NOTHING_DUE'));
    expect(said(byClient, { definition: { selfFoundAfter: 0 }, at: '2008-12-01' }).outcome).toBe('PENDING');
    expect(said(outflowWith(), { tariffCents: 0 })).toEqual(rejected('NOTHING_DUE'));
    expect(said(outflowWith(), { claim: { cents: 0, evidence: [evidence()] } })).toEqual(rejected('NOTHING_DUE'));
  });
});

import { CLAIM_STATES } from '../client-file/claim/claim-state.js';
import { providerView, type ProviderClaim, type ShownDecision } from './provider-view.js';

const decision = (change: Partial<ShownDecision>): ShownDecision => ({
  outcome: 'REJECTED',
  fail: [],
  open: [],
  cents: 0,
  tariffCents: 300_000,
  decisionHash: JSON.stringify(change),
  ...change,
});
const rejected = decision({ fail: ['PAYROLL_PLACEMENT'] });
const eligible = decision({ outcome: 'ELIGIBLE', cents: 300_000 });
const reduced = decision({ outcome: 'ELIGIBLE', cents: 150_000 });
const maturing = decision({
  outcome: 'PENDING',
  open: ['NOT_YET_MATURE', 'SELF_FOUND_ASSISTED'],
  untilOn: '2009-07-01',
});
const contested = decision({ outcome: 'REVIEW', open: ['COMPETING_CLAIM'] });
const clawback = decision({ outcome: 'CLAWBACK', fail: ['RELAPSE_WITHIN_SUSTAIN'], cents: 300_000 });

const seen = (claim: ProviderClaim) => {
  const { status, cents, untilOn, readings } = providerView(claim, 'nl');
  return [status, readings.map(({ code }) => code), cents ?? untilOn];
};

describe('what a provider sees of its claim', () => {
  it('is that it was received, until something was decided', () => {
    expect(seen({ state: 'SUBMITTED' })).toEqual(['RECEIVED', [], undefined]);
  });
  it.each<[string, ProviderClaim]>([
    ['rejected', { state: 'REJECTED', determination: rejected }],
    ['contested', { state: 'CONTESTED', determination: contested }],
    ['awarded for less than asked', { state: 'ELIGIBLE', determination: reduced, claimedCents: 300_000 }],
    ['awarded for less than the tariff', { state: 'APPROVED', determination: reduced }],
    ['expired', { state: 'EXPIRED', determination: decision({ outcome: 'PENDING' }) }],
  ])('is that it is in treatment, while nobody released that it is %s', (_, claim) => {
    expect(seen(claim)).toEqual(['IN_TREATMENT', [], undefined]);
  });
  it('is the award, without anybody releasing it', () => {
    expect(seen({ state: 'ELIGIBLE', determination: eligible })).toEqual(['ELIGIBLE', [], 300_000]);
    expect(seen({ state: 'APPROVED_1', determination: eligible })).toEqual(['ELIGIBLE', [], 300_000]);
    expect(seen({ state: 'APPROVED', determination: eligible })).toEqual(['APPROVED', [], 300_000]);
    expect(seen({ state: 'PAID', determination: eligible })).toEqual(['PAID', [], 300_000]);
  });
  it('is that an award is under assessment, without its amount, while its approval is refused', () => {
    const refused: ProviderClaim = { state: 'IN_REVIEW', determination: eligible, refused: true };
    const notified = { kind: 'POSITIVE' as const, decision: eligible };
    for (const claim of [refused, { ...refused, notified }])
      expect(seen(claim)).toEqual(['IN_TREATMENT', ['UNDER_ASSESSMENT'], undefined]);
    expect(seen({ ...refused, determination: reduced })).toEqual(['IN_TREATMENT', [], undefined]);
    expect(seen({ ...refused, state: 'PAID' })[0]).toBe('PAID');
  });
  it('is the award of all that was asked, where that was less than the tariff', () => {
    expect(seen({ state: 'ELIGIBLE', determination: reduced, claimedCents: 150_000 })).toEqual([
      'ELIGIBLE',
      [],
      150_000,
    ]);
  });
  it('is the date to wait for, and not what is being looked at besides', () => {
    expect(seen({ state: 'MATURING', determination: maturing })).toEqual([
      'IN_TREATMENT',
      ['NOT_YET_MATURE'],
      '2009-07-01',
    ]);
  });
  it('is the evidence asked for, and not what is being looked at besides', () => {
    const incomplete = decision({
      outcome: 'PENDING',
      open: ['EVIDENCE_MISSING', 'COMPETING_CLAIM'],
      untilOn: '2009-04-21',
    });
    expect(seen({ state: 'INCOMPLETE', determination: incomplete })).toEqual([
      'INCOMPLETE',
      ['EVIDENCE_MISSING'],
      '2009-04-21',
    ]);
  });
  it('is no longer the request for evidence once that was answered', () => {
    const asked = decision({
      outcome: 'PENDING',
      open: ['EVIDENCE_MISSING', 'COMPETING_CLAIM'],
      untilOn: '2009-04-21',
    });
    const notified = { kind: 'INCOMPLETE' as const, decision: asked };
    expect(seen({ state: 'INCOMPLETE', determination: asked, notified })[1]).toEqual(['EVIDENCE_MISSING']);
    expect(seen({ state: 'CONTESTED', determination: contested, notified })).toEqual(['IN_TREATMENT', [], undefined]);
  });
  it('is the rejection once an officer released it', () => {
    const claim: ProviderClaim = {
      state: 'REJECTED',
      determination: rejected,
      notified: { kind: 'REJECTED', decision: rejected },
    };
    expect(seen(claim)).toEqual(['REJECTED', ['PAYROLL_PLACEMENT'], undefined]);
  });
  it('is the last released decision while a newer one is not released', () => {
    const newer = decision({ fail: ['OUTFLOW_ALREADY_PAID'] });
    const claim: ProviderClaim = {
      state: 'REJECTED',
      determination: newer,
      notified: { kind: 'REJECTED', decision: rejected },
    };
    expect(seen(claim)).toEqual(['REJECTED', ['PAYROLL_PLACEMENT'], undefined]);
    const reopened: ProviderClaim = { ...claim, state: 'ELIGIBLE', determination: eligible };
    expect(seen(reopened)).toEqual(['ELIGIBLE', [], 300_000]);
  });
  it('is that it was paid, until a reclaim is made known', () => {
    const claim: ProviderClaim = { state: 'CLAWBACK_PROPOSED', determination: clawback };
    expect(seen(claim)).toEqual(['PAID', [], undefined]);
    const told: ProviderClaim = {
      ...claim,
      notified: { kind: 'CLAWBACK_PROPOSED', decision: clawback },
      madeKnown: ['CLAWBACK_PROPOSED'],
    };
    expect(seen(told)).toEqual(['CLAWBACK_PROPOSED', ['BENEFIT_CONDITION_NOT_MET'], undefined]);
    const decided: ProviderClaim = { ...told, state: 'CLAWBACK_DECIDED' };
    expect(seen(decided)[0]).toBe('CLAWBACK_PROPOSED');
    const known: ProviderClaim = { ...decided, madeKnown: ['CLAWBACK_PROPOSED', 'CLAWBACK_DECIDED'] };
    expect(seen(known)[0]).toBe('CLAWBACK_DECIDED');
    // A later letter, on an objection for instance, takes nothing of that back.
    expect(seen({ ...known, notified: { kind: 'OBJECTION_DECIDED', decision: clawback } })[0]).toBe('CLAWBACK_DECIDED');
  });
  it('never says review, contest or an unreleased rejection, whatever the state', () => {
    for (const state of CLAIM_STATES)
      for (const determination of [rejected, contested, clawback]) {
        const view = providerView({ state, determination }, 'nl');
        expect(['REJECTED', 'ELIGIBLE', 'APPROVED', 'CLAWBACK_PROPOSED', 'CLAWBACK_DECIDED']).not.toContain(
          view.status,
        );
        expect([view.outcome, view.cents]).toEqual([state === 'INCOMPLETE' ? 'PENDING' : undefined, undefined]);
        expect(view.readings).toEqual([]);
      }
  });
});

import {
  approve,
  benefitGranted,
  benefits,
  C1,
  fact,
  factOf,
  given,
  officer,
  provider,
  registered,
  serviceDelivered,
  trajectAssigned,
} from '@uitkomst/domain/testing';
import { notified, onTheDesk, providerSees } from './desk.js';

// Rekenkamercommissie Haarlem 2010, Piet: "Later meldt de gemeente dat Piet een strafkorting op zijn uitkering krijgt."
const sagenn = provider('SAGENN');
const cut = given(
  registered(),
  benefitGranted(),
  trajectAssigned({ providerId: 'SAGENN', contractId: 'K2', intakeOn: '2008-05-06', validFrom: '2008-05-13' }),
  serviceDelivered({ validFrom: '2008-06-10' }, sagenn),
  fact('BenefitReduced', {
    benefitId: 'b1',
    percent: 100,
    cause: 'SANCTION',
    ground: 'NO_SHOW',
    validFrom: '2008-11-01',
  }),
).after(
  {
    type: 'SubmitClaim',
    claim: {
      claimId: C1,
      providerId: 'SAGENN',
      trajectId: 't1',
      assertedOutflowOn: '2008-11-01',
      milestone: 'SUSTAINED',
      outcomeType: 'WORK',
    },
  },
  sagenn,
);

describe('Piet no longer receives a cent of welfare: he was sanctioned', () => {
  it('a sanction is no outflow: the claim is rejected and nobody can approve it', () => {
    expect(onTheDesk(cut)).toMatchObject({ state: 'REJECTED', fail: ['SANCTION_NOT_OUTFLOW'], toPayCents: 0 });
    expect(cut.when(approve(cut), officer()).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('the company reads that the benefit condition was not met, and nothing of the sanction', () => {
    const { status, codes, words } = providerSees(notified(cut));
    expect([status, codes[0]]).toEqual(['REJECTED', 'BENEFIT_CONDITION_NOT_MET']);
    expect(words).toContain('The benefit condition was not met.');
    expect(words).not.toMatch(/sanction|reduc|NO_SHOW/i);
  });

  it('a sanction of a part leaves the benefit running, which is another reason and reads the same', () => {
    const reduction = cut.stream.find(({ type }) => type === 'BenefitReduced');
    const corrected = cut.after(
      {
        type: 'CorrectFact',
        targetEventId: reduction?.id ?? '',
        reason: 'WRONG_DATE',
        fact: factOf('BenefitReduced', { benefitId: 'b1', percent: 40, cause: 'SANCTION', validFrom: '2008-11-01' }),
      },
      benefits(),
    );
    expect(onTheDesk(corrected).fail).toEqual(['BENEFIT_NOT_ENDED']);
    expect(providerSees(notified(corrected)).codes[0]).toBe('BENEFIT_CONDITION_NOT_MET');
  });
});

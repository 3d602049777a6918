import {
  approve,
  benefitGranted,
  benefitStopped,
  C1,
  C2,
  caseManager,
  contract,
  fact,
  factOf,
  given,
  officer,
  placementStarted,
  provider,
  registered,
  serviceDelivered,
  submitClaim,
  termsWith,
  trajectAssigned,
} from '@uitkomst/domain/testing';
import { notified, onTheDesk, providerSees } from './desk.js';

// Rekenkamercommissie Haarlem 2010, Anja: "De sollicitatieprocedure daarvoor liep al voordat ze bij Randstad begon"; "Zelfstandig een
// baan veroveren! En toch door twee bedrijven als succesvol gere-integreerd gerapporteerd worden."
const randstad = provider('RANDSTAD');
const found = given(
  registered(),
  fact('BenefitGranted', { benefitId: 'ww', kind: 'WW', validFrom: '2008-01-07' }),
  fact('BenefitStopped', { benefitId: 'ww', reason: 'MAX_DURATION', validFrom: '2008-07-01' }),
  benefitGranted({ validFrom: '2008-07-01' }),
  trajectAssigned({ providerId: 'RANDSTAD', contractId: 'KR', intakeOn: '2008-09-01', validFrom: '2008-09-08' }),
  serviceDelivered({ validFrom: '2008-09-15' }, randstad),
  benefitStopped({ validFrom: '2008-09-29' }),
  placementStarted({ employerId: 'BASISSCHOOL', weeklyHours: 2800, validFrom: '2008-09-29' }),
)
  .under(termsWith({ contracts: [contract('KR', 'RANDSTAD')] }))
  .after(submitClaim({ providerId: 'RANDSTAD' }), randstad);

const told = (...said: readonly ReturnType<typeof factOf>[]) =>
  said.reduce((file, one) => file.after({ type: 'RecordFact', fact: one }, caseManager()), found);

const asked = told(
  factOf(
    'ApplicationStarted',
    { jobId: 'j1', by: 'CLIENT', channel: 'NEWSPAPER', validFrom: '2008-08-18' },
    caseManager(),
  ),
  factOf('ClientStatement', { jobId: 'j1', contribution: 'NONE' }),
);

describe('Anja found her job before the company ever saw her', () => {
  it('as long as nobody has asked when she applied, a person must look: nothing is paid on the outcome alone', () => {
    expect(onTheDesk(found)).toMatchObject({
      state: 'IN_REVIEW',
      fail: [],
      open: ['APPLICATION_DATE_UNKNOWN'],
      toPayCents: 0,
    });
    expect(found.when(approve(found), officer()).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('her application ran before the intake: the claim is rejected, and her own statement is on the file', () => {
    expect(onTheDesk(asked)).toMatchObject({
      state: 'REJECTED',
      fail: ['SELF_FOUND_BEFORE_INTAKE'],
      open: ['CLIENT_DISPUTES_CONTRIBUTION'],
    });
  });

  it('the company reads the two dates; that its client disputes its part stays with the municipality', () => {
    const { codes, words } = providerSees(notified(asked));
    expect(codes).toEqual(['SELF_FOUND_BEFORE_INTAKE', 'UNDER_ASSESSMENT']);
    expect(words).toBe(
      'The application began on 18-08-2008, before intake on 01-09-2008. Your share is being assessed.',
    );
  });

  it('the second company, that the municipality never assigned her to, gets nothing and reads nothing but that', () => {
    const both = asked.after(submitClaim({ claimId: C2, providerId: 'UWV-RIB', trajectId: 't1' }), provider('UWV-RIB'));
    expect(onTheDesk(both, C2).fail[0]).toBe('NO_ASSIGNMENT');
    expect(providerSees(notified(both, C2), C2)).toMatchObject({ status: 'REJECTED', codes: ['NO_ASSIGNMENT'] });
    expect([C1, C2].map((claimId) => onTheDesk(both, claimId).toPayCents)).toEqual([0, 0]);
  });
});

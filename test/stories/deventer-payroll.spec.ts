import { PRESETS } from '@uitkomst/domain';
import {
  applicationStarted,
  benefitGranted,
  benefitStopped,
  C1,
  contract,
  fact,
  given,
  placementStarted,
  provider,
  registered,
  serviceDelivered,
  submitClaim,
  termsWith,
  trajectAssigned,
} from '@uitkomst/domain/testing';
import { notified, onTheDesk, providerSees } from './desk.js';

// Rekenkamercommissie Deventer: "een groot deel uitstroomt naar een zogenaamd 'verloningstraject' bij Sallcon. Cliënten [...] zijn
// weliswaar uit de bijstand maar worden nog gefinancierd vanuit een budget (het werkdeel) van de gemeente."
const sallcon = provider('SALLCON');
const contracts = [contract('KS', 'SALLCON')];
const placed = given(
  registered(),
  benefitGranted({ validFrom: '2006-01-01' }),
  trajectAssigned({ providerId: 'SALLCON', contractId: 'KS', intakeOn: '2006-06-01', validFrom: '2006-06-06' }),
  serviceDelivered({ validFrom: '2006-08-14' }, sallcon),
  applicationStarted({ validFrom: '2006-09-04' }, sallcon),
  benefitStopped({ reason: 'WORK_FIRST', validFrom: '2006-10-01' }),
  placementStarted({
    employerId: 'SALLCON',
    hirerId: 'GROENBEDRIJF',
    form: 'PAYROLL',
    weeklyHours: 3200,
    validFrom: '2006-10-01',
  }),
  fact('JobSubsidyStarted', {
    fundingId: 'w1',
    jobId: 'j1',
    scheme: 'VERLONING',
    payer: 'DEVENTER',
    validFrom: '2006-10-01',
  }),
);
const TODAY = '2007-05-07';
const claimed = placed.under(termsWith({ contracts })).after(submitClaim({ providerId: 'SALLCON' }), sallcon, TODAY);

describe('A client on the payroll of the municipality’s own company', () => {
  it('is off welfare but not off public money: the claim is rejected on both grounds', () => {
    expect(onTheDesk(claimed, C1, TODAY)).toMatchObject({
      state: 'REJECTED',
      fail: ['PAYROLL_PLACEMENT', 'SUBSIDISED_EMPLOYMENT'],
      toPayCents: 0,
    });
  });

  it('the provider reads who pays the wage, in the words of its letter', () => {
    const { status, words } = providerSees(notified(claimed, C1, '2007-05-14'), C1, '2007-05-14');
    expect(status).toBe('REJECTED');
    expect(words).toContain('The client is on a municipally funded payroll placement.');
  });

  it('would count only under another definition, and even then not for the company that employs the client itself', () => {
    // Rotterdam counted "uit de bijstand aan het werk", whoever pays the wage.
    const parameters = PRESETS.get('RTD-D8@1')?.parameters;
    const asInRotterdam = placed
      .under(termsWith({ contracts, ...(parameters && { parameters }) }))
      .after(submitClaim({ providerId: 'SALLCON' }), sallcon, '2006-11-06');
    expect(onTheDesk(asInRotterdam, C1, '2006-11-06')).toMatchObject({
      state: 'REJECTED',
      fail: ['EMPLOYER_AFFILIATED'],
      toPayCents: 0,
    });
  });
});

import {
  applicationStarted,
  benefitGranted,
  benefits,
  C1,
  C2,
  fact,
  factOf,
  given,
  placementStarted,
  provider,
  registered,
  registry,
  serviceDelivered,
  submitClaim,
  trajectAssigned,
} from '@uitkomst/domain/testing';
import { notified, onTheDesk, paidOut, providerSees } from './desk.js';

// Rekenkamercommissie Haarlem 2010, Theo: "Via Paswerk wordt hij bij wijze van stage voor een maand uitgeleend aan een bedrijf in de
// regio. De stage gaat goed; het bedrijf is tevreden over Theo en zegt toe een contract op te stellen."
const promised = given(
  registered(),
  benefitGranted({ validFrom: '2008-03-01' }),
  trajectAssigned({ intakeOn: '2008-09-02', validFrom: '2008-09-09' }),
  serviceDelivered({ validFrom: '2008-12-01' }),
  applicationStarted({ validFrom: '2009-01-12' }),
  placementStarted(
    { employerId: 'MAGAZIJN-NOORD', form: 'UNPAID', weeklyHours: 3200, validFrom: '2009-02-02' },
    provider(),
  ),
  fact(
    'PlacementPromised',
    { jobId: 'j1', term: 'CONTRACT', dueOn: '2009-03-02', validFrom: '2009-02-09' },
    provider(),
  ),
).after(submitClaim(), provider(), '2009-03-16');

const record = (told: ReturnType<typeof factOf>) => ({ type: 'RecordFact', fact: told }) as const;

describe('Theo is lent out as a trainee, with a contract in prospect', () => {
  it('a traineeship is no outflow and a promise is no contract: the claim is rejected', () => {
    expect(onTheDesk(promised, C1, '2009-03-16')).toMatchObject({
      state: 'REJECTED',
      fail: ['BENEFIT_NOT_ENDED', 'NOT_PAID_EMPLOYMENT'],
      open: ['EMPLOYMENT_UNVERIFIED'],
      toPayCents: 0,
    });
  });

  it('the company reads that a traineeship does not count, and not that Theo is still on welfare', () => {
    const { codes, words } = providerSees(notified(promised, C1, '2009-03-23'), C1, '2009-03-23');
    expect(codes).toEqual(['BENEFIT_CONDITION_NOT_MET', 'NOT_PAID_EMPLOYMENT', 'EMPLOYMENT_UNVERIFIED']);
    expect(words).toContain('A traineeship or unpaid work is not outflow.');
    expect(words).not.toMatch(/running|welfare/i);
  });

  it('had the contract come and lasted, that job would have earned the bonus, once', () => {
    const hired = promised
      .after(
        record(
          factOf('PlacementStarted', {
            jobId: 'j2',
            employerId: 'MAGAZIJN-NOORD',
            form: 'REGULAR',
            weeklyHours: 3200,
            validFrom: '2009-04-06',
          }),
        ),
        registry(),
        '2009-05-02',
      )
      .after(
        record(factOf('ApplicationStarted', { jobId: 'j2', by: 'PROVIDER', validFrom: '2009-01-12' })),
        provider(),
        '2009-05-02',
      )
      .after(
        record(factOf('BenefitStopped', { benefitId: 'b1', reason: 'WORK_EMPLOYMENT', validFrom: '2009-04-06' })),
        benefits(),
        '2009-05-02',
      )
      .after(submitClaim({ claimId: C2, jobId: 'j2' }), provider(), '2009-11-09');
    expect(onTheDesk(hired, C2, '2009-11-09')).toMatchObject({ state: 'ELIGIBLE', toPayCents: 300_000 });
    const done = paidOut(hired, C2, { today: '2009-11-09' });
    expect([C1, C2].map((claimId) => onTheDesk(done, claimId, '2009-11-09').state)).toEqual(['REJECTED', 'PAID']);
  });
});

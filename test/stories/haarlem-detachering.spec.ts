import {
  applicationStarted,
  benefitGranted,
  benefitStopped,
  C1,
  C2,
  caseManager,
  fact,
  given,
  officer,
  placementStarted,
  provider,
  registered,
  serviceDelivered,
  submitClaim,
  trajectAssigned,
} from '@uitkomst/domain/testing';
import { approved, notified, onTheDesk, providerSees } from './desk.js';

// Rekenkamercommissie Haarlem 2010, Wilma: "werkt ze daar op detacheringbasis vanuit Paswerk, voor hetzelfde salaris als bij Paswerk";
// "In die periode tipt een vriendin haar".
const seconded = given(
  registered(),
  benefitGranted({ validFrom: '2007-11-01' }),
  trajectAssigned({ intakeOn: '2008-03-10', validFrom: '2008-04-01' }),
  benefitStopped({ reason: 'WORK_FIRST', validFrom: '2008-04-01' }),
  placementStarted({
    employerId: 'PASWERK',
    hirerId: 'THUISZORG',
    form: 'DETACHERING',
    weeklyHours: 2000,
    validFrom: '2008-04-01',
  }),
  fact('JobSubsidyStarted', {
    fundingId: 'w1',
    jobId: 'j1',
    scheme: 'WORK_FIRST',
    payer: 'HAARLEM',
    validFrom: '2008-04-01',
  }),
  applicationStarted({ validFrom: '2008-03-20' }),
  serviceDelivered({ validFrom: '2008-03-25' }),
).after(submitClaim(), provider(), '2008-12-01');

/** A year later the home-care organisation hires her itself. */
const hired = seconded
  .and(
    fact('JobSubsidyEnded', { fundingId: 'w1', validFrom: '2009-04-01' }),
    fact('PlacementEnded', { jobId: 'j1', validFrom: '2009-04-01' }),
    applicationStarted({ jobId: 'j2', by: 'CLIENT', channel: 'FRIEND', validFrom: '2008-09-20' }, caseManager()),
    placementStarted({ jobId: 'j2', employerId: 'THUISZORG', weeklyHours: 2000, validFrom: '2009-04-01' }),
  )
  .after(submitClaim({ claimId: C2, jobId: 'j2' }), provider(), '2009-11-02');

describe('Wilma works at a home-care organisation, lent out by Paswerk on public money', () => {
  it('a secondment is no regular employment: the claim is rejected', () => {
    expect(onTheDesk(seconded, C1, '2008-12-01')).toMatchObject({
      state: 'REJECTED',
      fail: ['DETACHERING_NOT_REGULAR', 'SUBSIDISED_EMPLOYMENT'],
      toPayCents: 0,
    });
    expect(providerSees(notified(seconded, C1, '2008-12-08'), C1, '2008-12-08').words).toBe(
      'A secondment is not regular employment. The job is subsidised (Work First).',
    );
  });

  it('hired by the home-care organisation itself she has left welfare, and who brought that about is for a person to weigh', () => {
    expect(onTheDesk(hired, C2, '2009-11-02')).toMatchObject({
      state: 'IN_REVIEW',
      fail: [],
      open: ['SELF_FOUND_ASSISTED'],
      toPayCents: 0,
    });
    expect(providerSees(hired, C2, '2009-11-02')).toMatchObject({ status: 'IN_TREATMENT', codes: [] });
  });

  it('an officer who sees what Paswerk did for it closes that question; two others then approve', () => {
    const closed = hired.after(
      {
        type: 'ResolveReview',
        claimId: C2,
        codes: ['SELF_FOUND_ASSISTED'],
        result: 'CLOSED',
        grounds: 'LED_TO_THE_JOB',
      },
      officer(4),
      '2009-11-03',
    );
    expect(onTheDesk(closed, C2, '2009-11-03')).toMatchObject({ state: 'ELIGIBLE', toPayCents: 300_000 });
    const done = approved(closed, C2, { today: '2009-11-03' });
    expect([C1, C2].map((claimId) => onTheDesk(done, claimId, '2009-11-03').state)).toEqual(['REJECTED', 'APPROVED']);
  });
});

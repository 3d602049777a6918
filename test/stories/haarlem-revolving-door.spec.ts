import {
  applicationStarted,
  approve,
  benefitGranted,
  benefitStopped,
  C1,
  C2,
  given,
  lastingOutflow,
  officer,
  placementStarted,
  provider,
  serviceDelivered,
  submitClaim,
  trajectAssigned,
} from '@uitkomst/domain/testing';
import { notified, onTheDesk, paidOut, providerSees } from './desk.js';

// Rekenkamercommissie Haarlem 2010: "In theorie zou ze zo binnen een jaar twee keer 'succesvol bemiddeld' kunnen worden"; "Voorkom met
// een actief nazorgtraject draaideur-uitkeringsgerechtigden."
const sagenn = provider('SAGENN');
const LATER = '2010-04-06';

/** Off welfare on 1 September 2008 and paid for; back after the six months; then another company's job, starting on that day. */
const again = (startsOn: string) =>
  paidOut(given(...lastingOutflow()).after(submitClaim(), provider()))
    .and(
      benefitGranted({ benefitId: 'b2', validFrom: '2009-05-01' }),
      trajectAssigned({
        trajectId: 't2',
        providerId: 'SAGENN',
        contractId: 'K2',
        intakeOn: '2009-06-01',
        validFrom: '2009-06-08',
      }),
      serviceDelivered({ trajectId: 't2', validFrom: '2009-07-10' }, sagenn),
      applicationStarted({ jobId: 'j2', validFrom: '2009-08-03' }, sagenn),
      placementStarted({ jobId: 'j2', employerId: 'MAGAZIJN', validFrom: startsOn }),
      benefitStopped({ benefitId: 'b2', validFrom: startsOn }),
    )
    .after(submitClaim({ claimId: C2, providerId: 'SAGENN', trajectId: 't2', jobId: 'j2' }), sagenn, LATER);

describe('The revolving door: the same client is a success twice within a year', () => {
  it('a second outflow within twelve months of a paid one is rejected, whoever claims it', () => {
    const early = again('2009-08-31');
    expect(onTheDesk(early, C2, LATER)).toMatchObject({
      state: 'REJECTED',
      fail: ['REPEAT_OUTFLOW_WITHIN_WAITING'],
      toPayCents: 0,
    });
    expect(early.when(approve(early, C2), officer(), LATER).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('the second company reads that it is not credited, and not that another was paid before', () => {
    const told = notified(again('2009-08-31'), C2, '2010-04-12');
    expect(providerSees(told, C2, '2010-04-12')).toMatchObject({
      status: 'REJECTED',
      words: 'This outflow was not credited to you.',
    });
  });

  it('twelve months after the first it counts again, to the day', () => {
    const onTheDay = again('2009-09-01');
    expect(onTheDesk(onTheDay, C2, LATER)).toMatchObject({ state: 'ELIGIBLE', toPayCents: 300_000 });
    expect(onTheDesk(paidOut(onTheDay, C2, { number: 2, today: LATER }), C2, LATER).state).toBe('PAID');
  });

  it('the first bonus stays paid: it lasted as long as was agreed', () => {
    expect(onTheDesk(again('2009-08-31'), C1, LATER)).toMatchObject({
      state: 'PAID',
      outcome: 'ELIGIBLE',
      toPayCents: 0,
    });
  });
});

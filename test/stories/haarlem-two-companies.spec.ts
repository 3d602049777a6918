import {
  applicationStarted,
  approve,
  benefitGranted,
  benefitStopped,
  C1,
  C2,
  contract,
  fact,
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
import { notified, onTheDesk, paidOut, providerSees } from './desk.js';

// Rekenkamercommissie Haarlem 2010: "Kan het bijvoorbeeld gebeuren dat twee bedrijven dezelfde geslaagde re-integratie claimen?"
const calder = provider('CALDER');
const fourstar = provider('FOURSTAR');
// € 3,000.01: an amount that no two shares divide evenly.
const contracts = [contract('KC', 'CALDER', { cents: 300_001 }), contract('KF', 'FOURSTAR', { cents: 300_001 })];

/** A year with Alexander Calder, then one with FourstaR, who found the job; both claim it. */
const bothClaim = (attribution: 'LAST_TRAJECT' | 'SPLIT') =>
  given(
    registered(),
    benefitGranted(),
    trajectAssigned({
      trajectId: 'tc',
      providerId: 'CALDER',
      contractId: 'KC',
      intakeOn: '2008-01-07',
      validFrom: '2008-01-14',
    }),
    serviceDelivered({ trajectId: 'tc', validFrom: '2008-03-03' }, calder),
    fact('TrajectEnded', { trajectId: 'tc', endKind: 'COMPLETED', validFrom: '2008-06-01' }),
    trajectAssigned({
      trajectId: 'tf',
      providerId: 'FOURSTAR',
      contractId: 'KF',
      intakeOn: '2008-06-02',
      validFrom: '2008-06-09',
    }),
    serviceDelivered({ trajectId: 'tf' }, fourstar),
    applicationStarted({}, fourstar),
    placementStarted(),
    benefitStopped(),
  )
    .under(termsWith({ contracts, parameters: { attribution } }))
    .after(submitClaim({ providerId: 'CALDER', trajectId: 'tc' }), calder)
    .after(submitClaim({ claimId: C2, providerId: 'FOURSTAR', trajectId: 'tf' }), fourstar);

describe('Two companies claim the same outflow', () => {
  it('both claims are recorded; the bonus goes to the traject that ran last, once', () => {
    const claimed = bothClaim('LAST_TRAJECT');
    expect(onTheDesk(claimed)).toMatchObject({ state: 'REJECTED', fail: ['OUTFLOW_CREDITED_TO_OTHER'], toPayCents: 0 });
    expect(onTheDesk(claimed, C2)).toMatchObject({ state: 'ELIGIBLE', toPayCents: 300_001 });
    const done = paidOut(claimed, C2);
    expect(onTheDesk(done, C2)).toMatchObject({ state: 'PAID', toPayCents: 0 });
    expect(onTheDesk(done).fail).toEqual(['OUTFLOW_CREDITED_TO_OTHER', 'OUTFLOW_ALREADY_PAID']);
  });

  it('the loser reads that the outflow was not credited to it, not who won nor what was paid', () => {
    const told = notified(bothClaim('LAST_TRAJECT'));
    expect(providerSees(told)).toEqual({
      status: 'REJECTED',
      codes: ['OUTFLOW_NOT_CREDITED'],
      words: 'This outflow was not credited to you.',
    });
  });

  it('where the contract splits, nothing is payable before an officer has decided who earned what', () => {
    const claimed = bothClaim('SPLIT');
    for (const claimId of [C1, C2]) {
      expect(onTheDesk(claimed, claimId)).toMatchObject({
        state: 'CONTESTED',
        open: ['COMPETING_CLAIM'],
        toPayCents: 0,
      });
      expect(providerSees(claimed, claimId)).toMatchObject({ status: 'IN_TREATMENT', codes: [] });
      expect(claimed.when(approve(claimed, claimId), officer()).refusal?.code).toBe('STATE_FORBIDS');
    }
  });

  it('the decided shares are paid to the cent: together exactly the tariff', () => {
    const decided = bothClaim('SPLIT').after(
      { type: 'DecideAttribution', jobId: 'j1', shares: { CALDER: 3333, FOURSTAR: 6667 }, grounds: 'SERVICES_WEIGHED' },
      officer(5),
    );
    expect([C1, C2].map((claimId) => onTheDesk(decided, claimId).toPayCents)).toEqual([99_990, 200_011]);
    const done = paidOut(paidOut(decided, C1, { number: 1 }), C2, { number: 2 });
    expect([C1, C2].map((claimId) => done.standing(claimId).netCents)).toEqual([99_990, 200_011]);
    expect(done.file.payments.reduce((sum, { paidCents }) => sum + paidCents, 0)).toBe(300_001);
    expect([C1, C2].map((claimId) => onTheDesk(done, claimId).state)).toEqual(['PAID', 'PAID']);
  });
});

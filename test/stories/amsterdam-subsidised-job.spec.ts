import { SYSTEM } from '@uitkomst/domain';
import {
  applicationStarted,
  approve,
  benefitGranted,
  benefits,
  benefitStopped,
  C1,
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
import { approved, notified, onTheDesk, providerSees } from './desk.js';

// Rekenkamer Amsterdam 2007: "in de praktijk blijken bedrijven als FourstaR, Alexander Calder en Agens deze beloning ook te krijgen
// als de bijstandsgerechtigde op een door de gemeente gesubsidieerde baan wordt geplaatst."
const claimed = given(
  registered(),
  benefitGranted({ validFrom: '2004-03-01' }),
  trajectAssigned({ providerId: 'AGENS', contractId: 'K-AGENS', intakeOn: '2004-09-01', validFrom: '2004-09-06' }),
  serviceDelivered({ validFrom: '2005-01-15' }, provider('AGENS')),
  applicationStarted({ validFrom: '2005-02-01' }, provider('AGENS')),
  placementStarted({ employerId: 'STADSTOEZICHT', validFrom: '2005-03-01' }),
  benefitStopped({ validFrom: '2005-03-01' }),
  fact('JobSubsidyStarted', {
    fundingId: 'w1',
    jobId: 'j1',
    scheme: 'WIW',
    payer: 'AMSTERDAM',
    validFrom: '2005-03-01',
  }),
)
  .under(termsWith({ contracts: [contract('K-AGENS', 'AGENS')] }))
  .after(submitClaim({ providerId: 'AGENS' }), provider('AGENS'), '2005-09-05');

const subsidyEnds = {
  type: 'RecordFact',
  fact: factOf('JobSubsidyEnded', { fundingId: 'w1', validFrom: '2006-03-01' }),
} as const;

describe('A bonus for a job that the municipality itself subsidises', () => {
  it('is rejected, however regular the job looks, and nobody can approve it', () => {
    expect(onTheDesk(claimed, C1, '2005-09-05')).toEqual({
      state: 'REJECTED',
      outcome: 'REJECTED',
      fail: ['SUBSIDISED_EMPLOYMENT'],
      open: [],
      toPayCents: 0,
    });
    expect(claimed.when(approve(claimed), officer(), '2005-09-05').refusal?.code).toBe('STATE_FORBIDS');
  });

  it('is told to the provider with the scheme that pays the wage, once an officer has released the letter', () => {
    expect(providerSees(claimed, C1, '2005-09-05')).toMatchObject({ status: 'IN_TREATMENT', codes: [] });
    expect(providerSees(notified(claimed, C1, '2005-09-12'), C1, '2005-09-12')).toMatchObject({
      status: 'REJECTED',
      words: 'The job is subsidised (WIW).',
    });
  });

  it('is earned after all, without anybody asking, when the subsidy ends and the job lasts six months more', () => {
    const reopened = claimed.after(subsidyEnds, benefits(), '2006-03-03');
    expect(onTheDesk(reopened, C1, '2006-03-03')).toMatchObject({
      state: 'MATURING',
      open: ['NOT_YET_MATURE', 'AWAITING_REGISTRY'],
    });
    const ripe = reopened.after({ type: 'Redetermine' }, SYSTEM, '2006-10-02');
    expect(onTheDesk(ripe, C1, '2006-10-02')).toMatchObject({ state: 'ELIGIBLE', toPayCents: 300_000 });
    expect(providerSees(ripe, C1, '2006-10-02')).toMatchObject({ status: 'ELIGIBLE', cents: 300_000 });
    expect(onTheDesk(approved(ripe, C1, { today: '2006-10-02' }), C1, '2006-10-02').state).toBe('APPROVED');
  });
});

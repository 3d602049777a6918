import {
  approve,
  approver2,
  C1,
  C2,
  contract,
  given,
  lastingOutflow,
  officer,
  orderPayment,
  provider,
  serviceDelivered,
  submitClaim,
  termsWith,
  trajectAssigned,
  type GivenFile,
} from '../../testing/index.js';
import type { ClientFileCommand } from '../commands.js';
import { exceedsOutflow } from './money-guard.js';

interface Agreed {
  /** Tariff of Paswerk and what it claims; all of its tariff where it names no amount. */
  readonly first: { readonly tariff: number; readonly claimed?: number };
  readonly second: { readonly tariff: number };
}

/** Nobody asks who brought the outflow about: Paswerk and Sagenn are both eligible for it, each under a contract of its own. */
function claimedByBoth({ first, second }: Agreed): GivenFile {
  const contracts = [
    contract('K1', 'PASWERK', { cents: first.tariff }),
    contract('K2', 'SAGENN', { cents: second.tariff }),
  ];
  const sagenns = submitClaim({ claimId: C2, providerId: 'SAGENN', trajectId: 't2' });
  return given(
    ...lastingOutflow(),
    trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' }),
    serviceDelivered({ trajectId: 't2' }, provider('SAGENN')),
  )
    .under(termsWith({ parameters: { causality: 'NONE' }, contracts }))
    .after(submitClaim(first.claimed === undefined ? {} : { cents: first.claimed }), provider())
    .after(sagenns, provider('SAGENN'));
}

/** What Paswerk claims is approved and ordered. */
function ordered(file: GivenFile): GivenFile {
  const one = file.after(approve(file), officer(1));
  const both = one.standing(C1).state === 'APPROVED' ? one : one.after(approve(one), approver2(1));
  return both.after(orderPayment(both), officer(9));
}

const exceeds = (file: GivenFile, claimId: string, cents: number): boolean =>
  exceedsOutflow(file.file, file.claim(claimId), cents);

/** The last sum that may be ordered, and a cent more. */
const atTheLimit = (file: GivenFile, claimId: string, cents: number): readonly boolean[] =>
  [cents, cents + 1].map((sum) => exceeds(file, claimId, sum));

describe('What may be ordered on one outflow, whatever the rules say', () => {
  it('alone a claim may have its tariff, and not a cent more', () => {
    const file = claimedByBoth({ first: { tariff: 300_000 }, second: { tariff: 300_000 } });
    expect(atTheLimit(file, C1, 300_000)).toEqual([false, true]);
  });

  it('what another was ordered for the same outflow is taken off the claim’s own tariff', () => {
    // A quarter of Paswerk's tariff leaves three quarters of Sagenn's; in euros it leaves half.
    const file = ordered(claimedByBoth({ first: { tariff: 600_000, claimed: 150_000 }, second: { tariff: 300_000 } }));
    expect(atTheLimit(file, C2, 150_000)).toEqual([false, true]);
  });

  it('a whole bonus leaves nothing, however much smaller its tariff was', () => {
    const file = ordered(claimedByBoth({ first: { tariff: 100_000 }, second: { tariff: 300_000 } }));
    expect(exceeds(file, C2, 1)).toBe(true);
    const half = claimedByBoth({ first: { tariff: 100_000, claimed: 50_000 }, second: { tariff: 300_000 } });
    expect(atTheLimit(ordered(half), C2, 150_000)).toEqual([false, true]);
  });

  it('with decided shares each may have its part, to the cent', () => {
    const split: ClientFileCommand = {
      type: 'DecideAttribution',
      jobId: 'j1',
      shares: { PASWERK: 3333, SAGENN: 6667 },
      grounds: 'HEARD_BOTH',
    };
    const file = claimedByBoth({ first: { tariff: 300_000 }, second: { tariff: 300_000 } })
      .under(termsWith())
      .after(split, officer(5));
    expect(atTheLimit(file, C1, 99_990)).toEqual([false, true]);
    expect(atTheLimit(ordered(file), C2, 200_010)).toEqual([false, true]);
  });
});

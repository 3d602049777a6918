import fc from 'fast-check';
import {
  approve,
  approver2,
  contract,
  finance,
  given,
  lastingOutflow,
  officer,
  orderPayment,
  PERSON,
  provider,
  serviceDelivered,
  settlePayment,
  submitClaim,
  termsWith,
  trajectAssigned,
  type GivenFile,
} from '../../testing/index.js';

const PROVIDERS = ['PASWERK', 'SAGENN', 'RANDSTAD'] as const;
const CLAIMS = PROVIDERS.map((providerId, index) => ({
  providerId,
  claimId: `${PERSON}.${'abc'[index]}`,
  trajectId: `t${index + 1}`,
  contractId: `K${index + 1}`,
}));

/** Three providers worked for one client, and all three claim. */
function claimed(cents: number): GivenFile {
  const contracts = CLAIMS.map(({ contractId, providerId }) => contract(contractId, providerId, { cents }));
  const others = CLAIMS.slice(1).flatMap(({ providerId, trajectId, contractId }) => [
    trajectAssigned({ trajectId, providerId, contractId }),
    serviceDelivered({ trajectId }, provider(providerId)),
  ]);
  const file = given(...lastingOutflow(), ...others).under(termsWith({ contracts }));
  return CLAIMS.reduce(
    (now, { providerId, claimId, trajectId }) =>
      now.after(submitClaim({ claimId, providerId, trajectId }), provider(providerId)),
    file,
  );
}

function paidTo(file: GivenFile, claimId: string): GivenFile {
  if (file.standing(claimId).state === 'REJECTED') return file; // A share of less than a cent.
  const once = file.after(approve(file, claimId), officer(1));
  const twice = once.standing(claimId).state === 'APPROVED' ? once : once.after(approve(once, claimId), approver2(2));
  const ordered = twice.after(orderPayment(twice, { claimId }), officer(9));
  return ordered.after(settlePayment(ordered, claimId), finance());
}

describe('A bonus split over three providers', () => {
  it('pays exactly the tariff, and each the same, whoever is paid first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })),
        fc.shuffledSubarray(CLAIMS, { minLength: 3 }),
        (cents, cuts, order) => {
          const [low = 0, high = 0] = cuts.toSorted((a, b) => a - b);
          const shares = { PASWERK: low, SAGENN: high - low, RANDSTAD: 10_000 - high };
          const file = claimed(cents).after(
            { type: 'DecideAttribution', jobId: 'j1', shares, grounds: 'HEARD' },
            officer(6),
          );
          const paid = (claims: typeof CLAIMS): readonly number[] => {
            const all = claims.reduce((now, { claimId }) => paidTo(now, claimId), file);
            return CLAIMS.map(({ claimId }) => all.standing(claimId).netCents);
          };
          const parts = paid(order);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
          expect(parts).toEqual(paid(CLAIMS));
          // Nobody is more than a cent off its exact share.
          for (const [index, share] of Object.values(shares).entries())
            expect(Math.abs((parts[index] ?? 0) - (cents * share) / 10_000)).toBeLessThan(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

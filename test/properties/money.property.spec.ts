import fc from 'fast-check';
import {
  claimStanding,
  type ClaimRecord,
  type ClaimStanding,
  type ClientFile,
  type PaymentOrder,
} from '@uitkomst/domain';
import { printSeed, runs } from './chance.js';
import { history, play, type Played } from './played.js';

beforeAll(printSeed);

/** Paid or ordered and not come back, order by order: what came back of a claim is taken off what was paid last. */
function keptOf({ payments, clawbacks }: ClientFile): readonly (PaymentOrder & { readonly kept: number })[] {
  const back = new Map<string, number>();
  for (const { claimId, recoveredCents } of clawbacks) back.set(claimId, (back.get(claimId) ?? 0) + recoveredCents);
  return payments.toReversed().map((order) => {
    const off = Math.min(order.paidCents, back.get(order.claimId) ?? 0);
    back.set(order.claimId, (back.get(order.claimId) ?? 0) - off);
    return { ...order, kept: (order.state === 'OPEN' ? order.cents : order.paidCents) - off };
  });
}

const outflowOf = ({ episodeOn, milestone }: PaymentOrder): string => `${episodeOn} ${milestone}`;

/** Σ kept ÷ own tariff, as a fraction of whole numbers. */
function shareOf(orders: readonly (PaymentOrder & { readonly kept: number })[]): readonly [bigint, bigint] {
  return orders.reduce<readonly [bigint, bigint]>(
    ([above, below], { kept, tariffCents = 0 }) => [
      above * BigInt(tariffCents) + BigInt(kept) * below,
      below * BigInt(tariffCents),
    ],
    [0n, 1n],
  );
}

const claimsOf = ({ file, today, terms }: Played): readonly (readonly [ClaimRecord, ClaimStanding])[] =>
  [...file.claims.values()].flatMap((claim) => {
    const standing = claimStanding(file, claim.claimId, { today, terms });
    return standing === undefined ? [] : [[claim, standing] as const];
  });

describe('whatever officers, providers and the bank do to a file', () => {
  it('P4: for one outflow and milestone no more is paid or on its way than the tariff, whoever gets it', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(history(25), (told) => {
        for (const played of play(told)) {
          const kept = keptOf(played.file);
          const outflows = new Set(kept.map(outflowOf));
          for (const outflow of outflows) {
            const orders = kept.filter((order) => outflowOf(order) === outflow);
            const [above, below] = shareOf(orders);
            expect(above <= below).toBe(true);
            const tariffs = new Set(orders.map(({ tariffCents }) => tariffCents));
            if (tariffs.size === 1)
              expect(orders.reduce((sum, { kept: cents }) => sum + cents, 0)).toBeLessThanOrEqual([...tariffs][0] ?? 0);
            const paidTo = new Set(orders.filter(({ kept: cents }) => cents > 0).map(({ providerId }) => providerId));
            count(reached, `${paidTo.size} paid`);
          }
          for (const { state } of played.file.payments) count(reached, state);
        }
      }),
      runs,
    );
    // The histories do reach money: to one, to two, failed, cancelled, returned.
    for (const what of ['1 paid', '2 paid', 'PAID', 'FAILED', 'CANCELLED', 'RETURNED'])
      expect([what, reached.get(what) ?? 0]).not.toEqual([what, 0]);
  });

  it('P7: every claimed cent is in exactly one place: paid, ordered, withheld, pending, withdrawn or reduced', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(history(20), (told) => {
        for (const played of play(told))
          for (const [claim, standing] of claimsOf(played)) {
            const { claimed, ...places } = placesOf(played, claim, standing);
            expect(Object.values(places).every((cents) => cents >= 0)).toBe(true);
            expect(Object.values(places).reduce((sum, cents) => sum + cents, 0)).toBe(claimed);
            for (const [place, cents] of Object.entries(places)) if (cents > 0) count(reached, place);
          }
      }),
      runs,
    );
    expect([...reached.keys()].toSorted()).toEqual(['ordered', 'paid', 'pending', 'reduced', 'withdrawn', 'withheld']);
  });
});

const count = (counted: Map<string, number>, what: string): void => {
  counted.set(what, (counted.get(what) ?? 0) + 1);
};

/**
 * Where the cents of a claim are. What was paid and ordered is read from the orders; the rest follows from where the claim rests: what
 * is due is pending, what the decision left off is reduced, and what fails or ended is withheld or withdrawn.
 */
function placesOf({ file }: Played, claim: ClaimRecord, { toPayCents }: ClaimStanding) {
  const { claimId, ended, determination, submission } = claim;
  const decided = determination?.payload;
  const claimed = submission.payload.cents ?? decided?.tariffCents ?? 0;
  const mine = keptOf(file).filter((order) => order.claimId === claimId);
  const ordered = sum(mine.filter(({ state }) => state === 'OPEN'));
  const paid = sum(mine) - ordered;
  const left = claimed - paid - ordered;
  const places = { claimed, paid, ordered, withheld: 0, pending: 0, withdrawn: 0, reduced: 0 };
  if (ended?.how === 'WITHDRAWN' || ended?.after === 'WITHDRAWN') return { ...places, withdrawn: left };
  if (ended !== undefined) return { ...places, withheld: left };
  if (decided === undefined || decided.fail.length > 0) return { ...places, withheld: left };
  if (decided.outcome !== 'ELIGIBLE') return { ...places, pending: left };
  // Something paid or ordered beyond what is due is not given back yet: so much less was reduced.
  const pending = Math.max(0, toPayCents);
  return { ...places, pending, reduced: claimed - decided.cents + Math.min(0, toPayCents) };
}

const sum = (orders: readonly { readonly kept: number }[]): number =>
  orders.reduce((total, { kept }) => total + kept, 0);

import fc from 'fast-check';
import {
  claimStanding,
  type ClaimRecord,
  type ClaimStanding,
  type ClientFile,
  type PaymentOrder,
} from '@uitkomst/domain';
import { printSeed, Reached, runs } from './chance.js';
import { history, play, type Played } from './played.js';

beforeAll(printSeed);

/** An order with what of it is paid or on its way and did not come back. */
interface Kept {
  readonly order: PaymentOrder;
  readonly cents: number;
}

/** By claim: what was recovered of it. */
function recoveredOf({ clawbacks }: ClientFile): Map<string, number> {
  const back = new Map<string, number>();
  for (const { claimId, recoveredCents } of clawbacks) back.set(claimId, (back.get(claimId) ?? 0) + recoveredCents);
  return back;
}

/** By claim: what came in twice, from the provider and from the bank, and is given back by the order that is open, or by the next. */
function owedBackOf(file: ClientFile): ReadonlyMap<string, number> {
  const owed = recoveredOf(file);
  for (const { claimId, paidCents } of file.payments) owed.set(claimId, (owed.get(claimId) ?? 0) - paidCents);
  return new Map([...owed].filter(([, cents]) => cents > 0));
}

/** Of every order, the last first: what came back of a claim is taken off what was paid last, what came back twice off what is ordered. */
function keptOf(file: ClientFile): readonly Kept[] {
  const back = recoveredOf(file);
  const owedBack = owedBackOf(file);
  return file.payments.toReversed().map((order) => {
    const { claimId, state, paidCents } = order;
    if (state === 'OPEN') return { order, cents: order.cents - (owedBack.get(claimId) ?? 0) };
    const off = Math.min(paidCents, back.get(claimId) ?? 0);
    back.set(claimId, (back.get(claimId) ?? 0) - off);
    return { order, cents: paidCents - off };
  });
}

const sum = (kept: readonly Kept[]): number => kept.reduce((total, { cents }) => total + cents, 0);

const outflowOf = ({ order }: Kept): string => `${order.episodeOn} ${order.milestone}`;

/** Σ cents ÷ own tariff, as a fraction of whole numbers. */
const partOf = (kept: readonly Kept[]): readonly [bigint, bigint] =>
  kept.reduce<readonly [bigint, bigint]>(
    ([above, below], { cents, order: { tariffCents = 0 } }) => [
      above * BigInt(tariffCents) + BigInt(cents) * below,
      below * BigInt(tariffCents),
    ],
    [0n, 1n],
  );

const claimsOf = ({ file, today, terms }: Played): readonly (readonly [ClaimRecord, ClaimStanding])[] =>
  [...file.claims.values()].flatMap((claim) => {
    const standing = claimStanding(file, claim.claimId, { today, terms });
    return standing === undefined ? [] : [[claim, standing] as const];
  });

describe('whatever officers, providers and the bank do to a file', () => {
  it('P4: for one outflow and milestone no more is paid or on its way than the tariff, whoever gets it', () => {
    const reached = new Reached();
    fc.assert(
      fc.property(history(25), (told) => {
        for (const played of play(told)) {
          const kept = keptOf(played.file);
          for (const outflow of new Set(kept.map(outflowOf))) {
            const ofIt = kept.filter((one) => outflowOf(one) === outflow);
            const [above, below] = partOf(ofIt);
            expect(above <= below).toBe(true);
            expect(sum(ofIt)).toBeLessThanOrEqual(Math.max(...ofIt.map(({ order }) => order.tariffCents ?? 0)));
            const to = new Set(ofIt.flatMap(({ order, cents }) => (cents > 0 ? [order.providerId] : [])));
            reached.add(`${to.size} paid`);
          }
          for (const { state } of played.file.payments) reached.add(state);
          for (const { recoveredCents } of played.file.clawbacks)
            reached.add(recoveredCents > 0 ? 'recovered' : 'asked back');
        }
      }),
      runs,
    );
    // The histories do reach money: to one, to two, failed, cancelled, returned, asked back and recovered.
    const money = ['1 paid', '2 paid', 'PAID', 'FAILED', 'CANCELLED', 'RETURNED', 'asked back', 'recovered'];
    expect(reached.missing(...money)).toEqual([]);
  });

  it('P7: every claimed cent is in exactly one place: paid, ordered, withheld, pending, withdrawn or reduced', () => {
    const reached = new Reached();
    fc.assert(
      fc.property(history(20), (told) => {
        for (const played of play(told))
          for (const [claim, standing] of claimsOf(played)) {
            const { claimed, ...places } = placesOf(played, claim, standing);
            expect(Object.values(places).every((cents) => cents >= 0)).toBe(true);
            expect(Object.values(places).reduce((total, cents) => total + cents, 0)).toBe(claimed);
            for (const [place, cents] of Object.entries(places)) if (cents > 0) reached.add(place);
          }
      }),
      runs,
    );
    expect(reached.missing('paid', 'ordered', 'withheld', 'pending', 'withdrawn', 'reduced')).toEqual([]);
  });
});

/**
 * Where the cents of a claim are. What was paid and ordered is read from the orders; the rest follows from where the claim rests: what
 * is due is pending, what the decision left off is reduced, and what fails or ended is withheld or withdrawn.
 */
function placesOf({ file }: Played, claim: ClaimRecord, { toPayCents }: ClaimStanding) {
  const { claimId, ended, determination, submission } = claim;
  const decided = determination?.payload;
  const claimed = submission.payload.cents ?? decided?.tariffCents ?? 0;
  const mine = keptOf(file).filter(({ order }) => order.claimId === claimId);
  const ordered = sum(mine.filter(({ order }) => order.state === 'OPEN'));
  const paid = sum(mine) - ordered;
  const left = claimed - paid - ordered;
  const places = { claimed, paid, ordered, withheld: 0, pending: 0, withdrawn: 0, reduced: 0 };
  if (ended?.how === 'WITHDRAWN' || ended?.after?.how === 'WITHDRAWN') return { ...places, withdrawn: left };
  if (ended !== undefined) return { ...places, withheld: left };
  if (decided === undefined || decided.fail.length > 0) return { ...places, withheld: left };
  if (decided.outcome !== 'ELIGIBLE') return { ...places, pending: left };
  // What is given back is no claimed cent; something paid or ordered beyond what is due is so much less reduced.
  const isGivenBack = mine.some(({ order }) => order.state === 'OPEN');
  const due = toPayCents - (isGivenBack ? 0 : (owedBackOf(file).get(claimId) ?? 0));
  return { ...places, pending: Math.max(0, due), reduced: claimed - decided.cents + Math.min(0, due) };
}

import { type Cents, WHOLE_BP } from '../../values/cents.js';
import type { Context } from '../context.js';
import type { Payment } from '../subject.js';
import { paidEarlier, paymentGround } from './paid-earlier.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const notPaidBefore: DefinedRule = {
  id: 'R35',
  codes: ['OUTFLOW_ALREADY_PAID'],
  citation: {
    nl: 'Voor deze uitstroom of deze baan is nog geen bonus betaald of opgedragen, aan wie dan ook.',
    en: 'No bonus was paid or ordered yet for this outflow or this job, to anyone.',
    source: 'Haarlem 2009: dezelfde re-integratie twee keer genoteerd',
  },
  asks: 'EVERY_CLAIM',
  check(context) {
    const { claim, traject, independentOn, decidedBp } = context;
    const isLadder = claim.outcomeType === 'LADDER_STEP';
    if (isLadder ? !traject : independentOn === undefined) return na();
    const earlier = paidEarlier(context);
    const [first] = decidedBp === undefined ? earlier : overAllotted(context, earlier);
    if (!first) return pass(...earlier.map(({ eventId }) => eventId));
    return fail('OUTFLOW_ALREADY_PAID', paymentGround(first));
  },
};

/** With decided shares others may be paid beside this claim, as long as all parts together are no more than the whole. */
function overAllotted({ claim, dueCents, tariffCents, decidedBp = 0 }: Context, earlier: readonly Payment[]) {
  const own = earlier.filter(({ providerId }) => providerId === claim.providerId);
  if (own.length > 0) return own;
  const mine: Fraction = tariffCents === undefined ? [decidedBp, WHOLE_BP] : [dueCents ?? 0, tariffCents];
  const partOf = ({ netCents, ...payment }: Payment): Fraction => [
    netCents,
    payment.tariffCents ?? tariffCents ?? netCents,
  ];
  return exceedsWhole([mine, ...earlier.map(partOf)]) ? earlier : [];
}

type Fraction = readonly [part: Cents, whole: Cents];

/** Exactly, without rounding: money is never compared as a float. */
function exceedsWhole(fractions: readonly Fraction[]): boolean {
  let [part, whole] = [0n, 1n];
  for (const [cents, tariff] of fractions) {
    if (cents === 0) continue;
    if (tariff === 0) return true;
    [part, whole] = [part * BigInt(tariff) + BigInt(cents) * whole, whole * BigInt(tariff)];
  }
  return part > whole;
}

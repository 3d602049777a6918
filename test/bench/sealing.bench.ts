// What digests, leaves and sealing take of the appends of 64 callers, against storing the same bytes alone (ledger.md §8, rulings §8).
import { inTurn, median, Subject } from './subject.js';
import type { Rate } from './sealing/sealing-subject.js';

const SIDES = ['alone', 'proven', 'sealed'] as const;

const subjects = SIDES.map((side) => Subject.start<Rate>('sealing/sealing-subject.ts', side));
const [alone = [], proven = [], sealed = []] = await inTurn(subjects, { rounds: 11, warmUp: 3 });

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const rate = (rates: readonly Rate[]): string => median(rates.map(({ perSecond }) => perSecond)).toFixed(0);
/** In the middle of the rounds, each against the bytes alone of the same moment. */
const against = (rates: readonly Rate[], of: keyof Rate): number =>
  median(rates.map((one, round) => one[of] / (alone[round]?.[of] ?? 1)));
const less = (rates: readonly Rate[]): string => percent(1 - against(rates, 'perSecond'));
const more = (rates: readonly Rate[]): string => percent(against(rates, 'processor') - 1);

console.log(
  `64 callers: bytes alone ${rate(alone)} rows/s, with digests and leaves ${rate(proven)} (${less(proven)} less), and sealing beside it ${rate(sealed)} (${less(sealed)} less, target ≤ 15 %)`,
);
console.log(`  of processor for a row: ${more(proven)} more with digests and leaves, ${more(sealed)} more with all`);

import type { Preset, WrittenPreset } from '../case-file.js';
import type { Draw } from './draw.js';

const FORMS = ['REGULAR', 'AGENCY', 'SELF', 'PAYROLL', 'DETACHERING', 'SHELTERED', 'UNPAID'];

/** The schemes of public wage money that the generated files use. */
export const SCHEMES = ['WIW', 'ID', 'LOONKOSTENSUBSIDIE', 'VERLONING', 'WORK_FIRST', 'WSW'];

const some = <Item>(draw: Draw, items: readonly Item[]): Item[] => items.filter(() => draw.chance(0.6));

const firstOnly = <Item>(item: Item, place: number, items: Item[]): boolean => items.indexOf(item) === place;

const VARIATIONS: ((draw: Draw) => WrittenPreset)[] = [
  (draw) => ({ sustain: draw.pick(['P0D', 'P1M', 'P2M', 'P3M', 'P6M', 'P26W', 'P1Y']) }),
  (draw) => ({ aftercare: draw.pick(['P0D', 'P1M', 'P3M', 'P6M', 'P12M']) }),
  (draw) => ({ claimDeadline: draw.pick(['P0D', 'P1M', 'P3M', 'P6M']) }),
  (draw) => ({ registryLag: draw.pick(['P0D', 'P2W', 'P1M', 'P2M']) }),
  (draw) => ({ waiting: draw.pick(['P0M', 'P3M', 'P6M', 'P12M', 'P2Y']) }),
  (draw) => ({ maxGapDays: draw.pick([0, 1, 7, 28, 60]) }),
  () => ({ continuity: 'SAME_EMPLOYER' }),
  (draw) => ({ prevEmployerYears: draw.pick([1, 2, 4]) }),
  () => ({ bijstandOnly: true }),
  (draw) => ({ minHours: draw.pick([12, 20, 24, 30.5]) }),
  (draw) => ({ minContract: draw.pick(['P1M', 'P3M', 'P6M']) }),
  (draw) => ({ selfFoundAfter: draw.pick(['REVIEW', 'IGNORE', 5000, 3333, 1] as const) }),
  () => ({ attribution: 'SPLIT' }),
  (draw) => ({ minServices: draw.pick([0, 1, 2, 3]) }),
  () => ({ conversionCounts: false }),
  () => ({ ladderCounts: true }),
  () => ({ affiliate: 'REVIEW' }),
  (draw) => ({ tariff: draw.pick([1, 2, 100_000, 100_001, 333_333]) }),
  // So little that a share of it can come to nothing.
  () => ({ tariff: 1, attribution: 'SPLIT', minServices: 0 }),
  (draw) => ({ tariff: draw.pick([1, 2]), selfFoundAfter: draw.pick([5000, 3333, 1]), attribution: 'SPLIT' }),
  (draw) => ({ anchor: draw.pick(['INDEPENDENCE', 'TRAJECT_END', 'OUTFLOW', 'BENEFIT_END', 'JOB_START'] as const) }),
  (draw) => ({ anchor: draw.pick(['TRAJECT_END', 'OUTFLOW', 'BENEFIT_END', 'JOB_START'] as const) }),
  () => ({ jobRequired: false }),
  (draw) => ({ formsAllowed: [draw.pick(FORMS), ...some(draw, FORMS)].filter(firstOnly) }),
  (draw) => ({ fundedKinds: some(draw, SCHEMES) }),
  () => ({ partialAllowed: true }),
  () => ({ causality: 'NONE' }),
];

/** A preset for a file: one that is shipped, or one of them with a few parameters changed. */
export function drawPreset(
  draw: Draw,
  shipped: ReadonlyMap<string, Preset>,
  name: string,
): { name: string; preset: Preset; written?: WrittenPreset } {
  const standard = draw.chance(0.4) ? 'NL-STD@1' : draw.pick([...shipped.keys()]);
  const base = shipped.get(standard);
  if (!base) throw new Error(`unknown preset ${standard}`);
  if (draw.chance(0.35)) return { name: standard, preset: base };
  const changes: WrittenPreset = {};
  for (let count = draw.between(1, 5); count > 0; count -= 1) Object.assign(changes, draw.pick(VARIATIONS)(draw));
  return { name, preset: { ...base, ...changes }, written: { base: standard, ...changes } };
}

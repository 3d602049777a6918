import type { CaseCheck, CaseFile, Preset, WrittenPreset } from '../case-file.js';
import { dayOf, plus, textOf, type Day } from '../days.js';
import { nearby, unruly, type Draft } from './draft.js';
import { Draw } from './draw.js';
import { addBenefits, addSubsidies } from './benefits.js';
import { addCredit, addMoney, addRetractions } from './credit.js';
import { drawPreset } from './presets.js';
import { addJobs, addTrajects } from './work.js';

/** A generated file with the presets that it needs besides the shipped ones. */
export interface Generated {
  seed: number;
  file: CaseFile;
  presets: Record<string, WrittenPreset>;
}

/** Month ends, leap days, clock changes and ordinary days. */
const STARTS = [
  '2008-08-31',
  '2008-02-29',
  '2007-08-31',
  '2008-09-01',
  '2007-12-31',
  '2008-03-31',
  '2011-08-30',
  '2012-02-29',
  '2008-10-26',
  '2009-03-29',
  '2007-08-29',
  '2009-01-30',
  '2010-11-30',
];

function addClaims(draft: Draft): void {
  const { draw, claims, preset, start, pivots, facts } = draft;
  const placements = facts.filter((fact) => fact.e === 'PlacementStarted').map(({ id }) => id);
  const trajects = facts.filter((fact) => fact.e === 'TrajectAssigned');
  for (let number = 1; number <= draw.pick([1, 1, 1, 2, 2, 3]); number += 1) {
    const traject = number === 1 && !unruly(draft, 0.05) ? trajects[0] : draw.pick(trajects);
    const mature = plus(draw.chance(0.7) ? start : draw.pick(pivots.filter((day) => day >= start)), preset.sustain);
    const job = number === 1 ? 'j1' : draw.pick(['j1', ...placements]);
    claims.push({
      id: `c${number}`,
      provider: unruly(draft, 0.05) ? draw.pick(['ALFA', 'BETA', 'GAMMA']) : (traject?.provider ?? 'ALFA'),
      traject: unruly(draft, 0.04) ? 'none' : (traject?.id ?? 'none'),
      job: unruly(draft, preset.jobRequired ? 0.07 : 0.35) ? 'none' : job,
      submitted: textOf(
        draw.pick([mature, mature, mature - 60, plus(mature, preset.claimDeadline) + draw.pick([0, 0, 1, -1])]),
      ),
      ...(draw.chance(0.4) ? { assertedOutflow: textOf(unruly(draft, 0.3) ? nearby(draft) : start) } : {}),
      ...(draw.chance(preset.ladderCounts ? 0.5 : 0.08)
        ? { outcomeType: draw.pick(['WORK', 'LADDER_STEP', 'LADDER_STEP', 'LADDER_STEP'] as const) }
        : {}),
    });
  }
}

function drawAt({ draw, pivots, preset, start }: Draft): Day {
  const mature = plus(draw.chance(0.5) ? start : draw.pick(pivots.filter((day) => day >= start)), preset.sustain);
  const settled = plus(mature, preset.registryLag);
  return draw.pick([
    mature - 1,
    mature,
    settled - 1,
    settled,
    settled + draw.between(1, 400),
    settled + draw.between(60, 400),
    settled + draw.between(60, 400),
    settled + draw.between(60, 400),
    start + draw.between(-30, 60),
    draw.pick(pivots) + draw.pick([-1, 0, 1]),
  ]);
}

function drawChecks(draft: Draft, names: string[]): CaseCheck[] {
  const { draw, claims } = draft;
  const recordings = draft.facts.map(({ rec }) => dayOf(rec));
  return Array.from({ length: draw.between(2, 6) }, () => {
    const at = drawAt(draft);
    const known = draw.pick([at - draw.between(1, 60), at + draw.between(1, 200), draw.pick(recordings)]);
    return {
      c: draw.pick(claims).id,
      at: textOf(at),
      ...(draw.chance(0.25) ? { known: textOf(known) } : {}),
      ...(draw.chance(0.2) ? { preset: draw.pick(names), whatIf: true } : {}),
    };
  });
}

/** The case of a seed: one person's life around one job, with claims and questions at the edges. */
export function generate(seed: number, shipped: ReadonlyMap<string, Preset>): Generated {
  const draw = new Draw(seed);
  const drawn = drawPreset(draw, shipped, `RANDOM-${seed}@1`);
  const start = dayOf(draw.pick(STARTS)) + draw.pick([0, 0, 0, 1, -1]);
  const level = draw.pick([0.15, 0.4, 0.8, 1.3]);
  const draft: Draft = { draw, preset: drawn.preset, start, level, facts: [], claims: [], pivots: [start] };
  addBenefits(draft);
  addJobs(draft);
  addSubsidies(draft);
  addTrajects(draft);
  addClaims(draft);
  addCredit(draft);
  addMoney(draft);
  addRetractions(draft);
  const other = draw.pick([...shipped.keys()]);
  return {
    seed,
    file: {
      case: `RANDOM-${seed}`,
      preset: drawn.name,
      // The order of facts in a file means nothing.
      facts: draw.shuffled(draft.facts),
      claims: draft.claims,
      checks: drawChecks(draft, [drawn.name, other, 'NL-STD@1']),
    },
    presets: drawn.written ? { [drawn.name]: drawn.written } : {},
  };
}

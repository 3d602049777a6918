import { minus, plus, textOf, type Day } from '../days.js';
import { nearby, unruly, type Draft } from './draft.js';

const FORMS = ['REGULAR', 'AGENCY', 'SELF', 'SELF', 'PAYROLL', 'DETACHERING', 'SHELTERED', 'UNPAID'];
const EMPLOYERS = ['BAKKER', 'DROGIST', 'BAKKER_HOLDING', 'ALFA', 'BETA'];

function drawEmployer(draft: Draft): string {
  const first = !draft.facts.some((fact) => fact.e === 'PlacementStarted');
  const former = draft.preset.prevEmployerYears > 0;
  return unruly(draft, first || former ? 0.2 : 0.6) ? draft.draw.pick(EMPLOYERS) : 'BAKKER';
}

function addJob(draft: Draft, id: string, from: Day): void {
  const { draw, facts, preset } = draft;
  const form = unruly(draft, 0.25) ? draw.pick(FORMS) : 'REGULAR';
  const limited = preset.minContract === 'P0M' ? 0.15 : 0.6;
  const term = draw.pick([preset.minContract, preset.minContract, 'P1M', 'P3M', 'P6M', 'P12M']);
  const unknownHours = preset.minHours > 0 ? 0.12 : 0.04;
  facts.push({
    e: 'PlacementStarted',
    id,
    employer: drawEmployer(draft),
    ...(draw.chance(form === 'REGULAR' ? 0.05 : 0.4) ? { hirer: draw.pick(EMPLOYERS) } : {}),
    date: textOf(from),
    form,
    ...(draw.chance(unknownHours) ? {} : { hours: draw.pick([8, 12, 15.5, 20, 24, 32, 36, 36, 36]) }),
    ...(draw.chance(limited) ? { contractEnd: textOf(plus(from, term) + draw.pick([-1, 0, 0, 1])) } : {}),
    assurance: unruly(draft, 0.2)
      ? draw.pick(['ASSERTED_BY_PROVIDER', 'DOCUMENTED', 'CLIENT_STATEMENT', 'THIRD_PARTY'])
      : draw.pick(['AUTHORITATIVE', 'THIRD_PARTY']),
    rec: draw.recorded(from),
  });
  if (unruly(draft, 0.2))
    facts.push({
      e: 'PlacementConfirmed',
      ref: id,
      source: draw.pick(['UWV_POLIS', 'INLICHTINGENBUREAU', 'PROVIDER_API']),
      rec: draw.recorded(from + 60),
    });
  if (form === 'SELF' ? draw.chance(0.6) : unruly(draft, 0.05))
    facts.push({ e: 'SelfPlacementConfirmed', ref: id, rec: draw.recorded(from + 30) });
}

function endJob(draft: Draft, id: string, date: Day): void {
  const { draw, facts } = draft;
  facts.push({ e: 'PlacementEnded', ref: id, date: textOf(date), rec: draw.recorded(date) });
  if (!unruly(draft, 0.15)) return;
  const earlier = date - draw.between(1, 5);
  facts.push({ e: 'PlacementEnded', ref: id, date: textOf(earlier), rec: draw.recorded(date) });
}

/** An earlier job, at the edges of what makes an employer a former one. */
function addFormerJob(draft: Draft, id: string): void {
  const { draw, start, preset } = draft;
  const years = preset.prevEmployerYears > 0 ? preset.prevEmployerYears : 1;
  const end = draw.pick([start, start - 1, start - 200, minus(start, `P${years}Y`) + draw.pick([-1, 0, 0, 1])]);
  const from = draw.chance(0.5) ? minus(end, 'P3M') + draw.pick([-1, 0, 1]) : end - draw.between(20, 400);
  addJob(draft, id, from);
  const started = draft.facts.findLast((fact) => fact.e === 'PlacementStarted');
  if (started?.e === 'PlacementStarted' && draw.chance(0.15)) started.form = 'UNPAID';
  endJob(draft, id, end);
}

/** A job after or beside the first one. */
function addNextJob(draft: Draft, id: string): void {
  const { draw, start } = draft;
  const from = start + draw.pick([0, 1, 30, 60, 61, 88, 89, 90, 120]);
  addJob(draft, id, from);
  if (unruly(draft, 0.3)) endJob(draft, id, from + draw.between(7, 200));
}

/** The same work goes on with another employer, at once or after a gap. */
function changeEmployer(draft: Draft): void {
  const { draw, start, preset } = draft;
  const change = start + draw.pick([20, 60, 150]);
  const gap = draw.pick([0, 1, preset.maxGapDays, preset.maxGapDays + 1]);
  endJob(draft, 'j1', change);
  addJob(draft, 'j2', change + gap);
}

/** One to four placements in all forms, with gaps, overlaps and ends. */
export function addJobs(draft: Draft): void {
  const { draw, start, preset } = draft;
  addJob(draft, 'j1', start);
  if (unruly(draft, preset.continuity === 'SAME_EMPLOYER' ? 0.5 : 0.1)) {
    changeEmployer(draft);
    return;
  }
  if (unruly(draft, 0.15)) endJob(draft, 'j1', start + draw.pick([0, 1, 10, 60, 60, 150, 184, 200]));
  if (unruly(draft, preset.prevEmployerYears > 0 ? 0.6 : 0.2)) addFormerJob(draft, 'j2');
  else if (unruly(draft, 0.3)) addNextJob(draft, 'j2');
  if (unruly(draft, 0.2)) addNextJob(draft, 'j3');
  if (unruly(draft, 0.1)) addNextJob(draft, 'j4');
}

function endTraject(draft: Draft, ref: string, start: Day): void {
  const { draw, facts, preset, pivots } = draft;
  const edge = minus(draft.start, preset.aftercare) + draw.pick([-1, 0, 1, 2]);
  const drawn = draw.pick([edge, draft.start, draft.start - 30, draft.start + 60, draft.start + 200]);
  const end = Math.max(drawn, start + (draw.chance(0.9) ? 1 : 0));
  const reason = draw.chance(0.3) ? { reason: 'COMPLETED' } : {};
  facts.push({ e: 'TrajectEnded', ref, date: textOf(end), ...reason, rec: draw.recorded(end) });
  pivots.push(end);
  if (!unruly(draft, 0.1)) return;
  facts.push({ e: 'TrajectEnded', ref, date: textOf(end + draw.between(1, 90)), rec: draw.recorded(end) });
}

interface Wanted {
  id: string;
  provider: string;
  start: Day;
}

function addTraject(draft: Draft, { id, provider, start }: Wanted): void {
  const { draw, facts } = draft;
  const intake = unruly(draft, 0.05) ? start + 10 : start - draw.pick([0, 7, 7, 30]);
  const contract = `K-${provider}`;
  facts.push({
    e: 'TrajectAssigned',
    id,
    provider,
    contract,
    intake: textOf(intake),
    start: textOf(start),
    rec: draw.recorded(intake),
  });
  if (unruly(draft, 0.2)) {
    const from = start + draw.pick([-400, -1, 0, 1]);
    facts.push({
      e: 'ContractRegistered',
      id: contract,
      provider,
      from: textOf(from),
      ...(draw.chance(0.2) ? {} : { to: textOf(Math.max(from + 1, start + draw.pick([0, 1, 365, 730]))) }),
      rec: draw.recorded(start - 300),
    });
  }
  if (draw.chance(draft.preset.anchor === 'TRAJECT_END' ? 0.85 : 0.4)) endTraject(draft, id, start);
  for (let count = unruly(draft, 0.15) ? 0 : draw.pick([1, 2, 3]); count > 0; count -= 1) {
    const date = unruly(draft, 0.15) ? draft.start + draw.pick([-1, 0, 1]) : start + draw.between(5, 60);
    facts.push({
      e: 'ServiceDelivered',
      traject: id,
      date: textOf(date),
      kind: draw.pick(['VACANCY_REFERRAL', 'JOB_COACHING', 'COURSE']),
      rec: draw.recorded(date),
    });
  }
}

/** One to three trajects of one to three providers, with ends, services and contracts. */
export function addTrajects(draft: Draft): void {
  const { draw, start } = draft;
  const first = unruly(draft, 0.08) ? nearby(draft) : start - draw.between(90, 300);
  addTraject(draft, { id: 't1', provider: 'ALFA', start: first });
  for (const id of ['t2', 't3']) {
    if (!unruly(draft, 0.25)) continue;
    const other = draw.pick([first, first, first + draw.between(-100, 100), start - draw.between(0, 60)]);
    addTraject(draft, { id, provider: draw.pick(['ALFA', 'BETA', 'BETA', 'GAMMA']), start: other });
  }
}

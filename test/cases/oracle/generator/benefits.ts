import { plus, textOf, type Day } from '../days.js';
import { nearby, unruly, type Draft } from './draft.js';
import { SCHEMES } from './presets.js';

const KINDS = ['BIJSTAND', 'BIJSTAND', 'BIJSTAND', 'IOAW', 'IOAZ', 'BBZ', 'WW', 'ZW'];

/** Forms of work that public money usually goes with. */
const UNFREE = new Set(['PAYROLL', 'DETACHERING', 'SHELTERED', 'UNPAID']);

const REASONS = [
  'WORK_SELF',
  'WORK_FIRST',
  'EDUCATION',
  'MOVED',
  'PARTNER_INCOME',
  'ASSETS',
  'OWN_REQUEST',
  'NO_SHOW',
  'DETENTION',
  'PENSION_AGE',
  'DEATH',
  'MAX_DURATION',
  'UNKNOWN',
  'UNKNOWN',
];

function drawReason(draft: Draft): string {
  return unruly(draft, 0.3) ? draft.draw.pick(REASONS) : 'WORK_EMPLOYMENT';
}

function stop(draft: Draft, ref: string, date: Day): void {
  const { draw, facts, pivots } = draft;
  const reason = unruly(draft, 0.03) ? {} : { reason: drawReason(draft) };
  facts.push({ e: 'BenefitStopped', ref, date: textOf(date), ...reason, rec: draw.recorded(date) });
  pivots.push(date);
}

/** A second end of the same benefit: a correction, at times recorded on the very same day. */
function stopAgain(draft: Draft, ref: string, granted: Day): void {
  const { draw, facts } = draft;
  const before = facts.findLast((fact) => fact.e === 'BenefitStopped' && fact.ref === ref);
  if (before?.e !== 'BenefitStopped') return;
  const date = Math.max(granted - draw.pick([-1, -1, 0, 1]), nearby(draft));
  if (textOf(date) === before.date) return;
  stop(draft, ref, date);
  const again = facts.at(-1);
  if (again && draw.chance(0.4)) again.rec = before.rec;
}

function reduce(draft: Draft, ref: string, around: Day): void {
  const { draw, facts, preset } = draft;
  const from = around - draw.pick([0, 1, 10, 30]);
  const causes = ['SANCTION', 'SANCTION', 'EARNINGS', 'EARNINGS', 'ASSETS', 'OTHER'];
  const to = draw.pick([around, around + 1, around + 1, around + 60, around + 900]);
  facts.push({
    e: 'BenefitReduced',
    ref,
    pct: draw.pick([100, 100, 99, 50, 20]),
    cause: preset.partialAllowed && draw.chance(0.5) ? 'EARNINGS' : draw.pick(causes),
    from: textOf(from),
    ...(draw.chance(0.1) ? {} : { to: textOf(Math.max(to, from + 1)) }),
    rec: draw.recorded(from),
  });
}

function grant(draft: Draft, id: string, from: Day): void {
  const { draw, facts, pivots } = draft;
  facts.push({ e: 'BenefitGranted', id, kind: draw.pick(KINDS), from: textOf(from), rec: draw.recorded(from) });
  pivots.push(from);
}

/** A benefit besides the first one: before, across, just after the start, or far inside the window. */
function addOther(draft: Draft, id: string): void {
  const { draw, start } = draft;
  const from = draw.chance(0.25) ? start - draw.between(40, 300) : nearby(draft);
  grant(draft, id, from);
  if (draw.chance(0.85)) {
    const length = draw.pick([0, 1, 2, 5, 30, 31, 32, 90, 200]);
    const end = draw.chance(0.25) && start > from ? start : from + length;
    stop(draft, id, end);
    if (unruly(draft, 0.15)) stopAgain(draft, id, from);
  }
  if (unruly(draft, 0.2)) reduce(draft, id, draw.pick([start, from]));
}

/** One to three benefits of all kinds, with reductions and ends that are corrected. */
export function addBenefits(draft: Draft): void {
  const { draw, start, preset } = draft;
  if (!unruly(draft, 0.03)) {
    const granted = start - draw.between(60, 700);
    grant(draft, 'b1', granted);
    if (!unruly(draft, 0.05))
      stop(
        draft,
        'b1',
        unruly(draft, 0.25) ? start + draw.pick([-40, -32, -31, -30, -1, 1, 10, 30, 31, 32, 60]) : start,
      );
    if (unruly(draft, 0.15)) stopAgain(draft, 'b1', granted);
    if (unruly(draft, 0.15) || (draw.chance(0.3) && !draft.facts.some(({ e }) => e === 'BenefitStopped')))
      reduce(draft, 'b1', start);
    if (unruly(draft, preset.partialAllowed ? 0.6 : 0.1)) reduce(draft, 'b1', start + draw.between(0, 400));
  }
  if (unruly(draft, 0.3)) addOther(draft, 'b2');
  if (unruly(draft, 0.12)) addOther(draft, 'b3');
}

/** Public money on the claimed job or on another one. */
export function addSubsidies(draft: Draft): void {
  const { draw, facts, start, pivots, preset } = draft;
  for (let number = 1; number <= 2; number += 1) {
    const paid = facts.some((fact) => fact.e === 'PlacementStarted' && fact.id === 'j1' && UNFREE.has(fact.form));
    if (!unruly(draft, paid ? 0.5 : 0.2)) continue;
    const id = `w${number}`;
    const job = draw.pick(['j1', 'j1', 'j2', 'j3']);
    const from = draw.pick([start, start, nearby(draft), plus(start, preset.sustain) - draw.between(0, 1)]);
    facts.push({
      e: 'JobSubsidyStarted',
      id,
      job,
      scheme: draw.pick(SCHEMES),
      payer: 'GEMEENTE',
      from: textOf(from),
      rec: draw.recorded(from),
    });
    if (draw.chance(0.2)) continue;
    const end = from + draw.pick([0, 1, 10, 31, 90, 180, 365]);
    facts.push({ e: 'JobSubsidyEnded', ref: id, date: textOf(end), rec: draw.recorded(end) });
    pivots.push(end);
    if (unruly(draft, 0.15)) {
      const other = end + draw.pick([-5, 5, 30]);
      if (other > from) facts.push({ e: 'JobSubsidyEnded', ref: id, date: textOf(other), rec: draw.recorded(end) });
    }
  }
}

import type { CaseClaim } from '../case-file.js';
import { dayOf, minus, plus, textOf, type Day } from '../days.js';
import { nearby, unruly, type Draft } from './draft.js';

const REVIEWABLE = [
  'EMPLOYMENT_UNVERIFIED',
  'SELF_EMPLOYMENT_UNVERIFIED',
  'APPLICATION_DATE_UNKNOWN',
  'SELF_FOUND_ASSISTED',
  'NO_CONTRIBUTION_EVIDENCE',
  'CLIENT_DISPUTES_CONTRIBUTION',
  'CLAIMED_WITH_OTHER_FUNDER',
  'EMPLOYER_AFFILIATED',
  'EVIDENCE_MISSING',
  'OUTFLOW_NOT_TO_WORK',
];

/** An officer may name these, but time, registers or attribution decide them. */
const NEVER_CLOSED = ['NOT_YET_MATURE', 'AWAITING_REGISTRY', 'COMPETING_CLAIM'];

function addApplications(draft: Draft): void {
  const { draw, facts, start, preset } = draft;
  const selfFound = typeof preset.selfFoundAfter === 'number' ? 0.5 : 0.2;
  const intakes = facts.filter((fact) => fact.e === 'TrajectAssigned').map(({ intake }) => dayOf(intake));
  for (const job of ['j1', 'j2']) {
    if (unruly(draft, 0.12)) continue;
    for (let count = draw.pick([1, 1, 1, 2]); count > 0; count -= 1) {
      const edge = draw.pick(intakes) + draw.pick([-1, 0, 1, 20]);
      const date = unruly(draft, 0.3) ? edge : start - draw.pick([draw.between(10, 60), draw.between(-60, 60)]);
      facts.push({
        e: 'ApplicationStarted',
        job,
        date: textOf(date),
        by: draw.chance(selfFound) ? draw.pick(['CLIENT', 'CLIENT', 'CLIENT', 'OTHER']) : 'PROVIDER',
        rec: draw.recorded(date),
      });
    }
  }
}

function addStatements(draft: Draft): void {
  const { draw, facts, start } = draft;
  if (!unruly(draft, 0.2)) return;
  let rec = draw.recorded(start + 100);
  for (let count = draw.pick([1, 1, 2, 3]); count > 0; count -= 1) {
    facts.push({
      e: 'ClientStatement',
      job: draw.pick(['j1', 'j1', 'j1', 'j2']),
      contribution: draw.pick(['NONE', 'NONE', 'ASSISTED', 'DECISIVE']),
      rec,
    });
    if (draw.chance(0.6)) rec = draw.recorded(start + 100);
  }
}

function addAttribution(draft: Draft): void {
  const { draw, facts, start } = draft;
  const { attribution, tariff } = draft.preset;
  if (!unruly(draft, tariff <= 2 ? 0.8 : attribution === 'SPLIT' ? 0.5 : 0.12)) return;
  const decided = start + draw.between(60, 300);
  for (let count = draw.pick([1, 1, 2]); count > 0; count -= 1) {
    const first = draw.pick([0, 1, 3333, 5000, 6667, 10_000]);
    const second = draw.chance(0.3) ? Math.floor((10_000 - first) / 2) : 10_000 - first;
    const shares = Object.entries({ ALFA: first, BETA: second, GAMMA: 10_000 - first - second });
    facts.push({
      e: 'AttributionDecided',
      job: draw.pick(['j1', 'j1', 'j1', 'j2']),
      // A provider without a share is sometimes named and sometimes left out.
      shares: Object.fromEntries(shares.filter(([, share]) => share > 0 || draw.chance(0.4))),
      rec: textOf(decided + count * 20),
    });
  }
}

/** Steps up, down and none on the ladder, within the traject and its aftercare and just outside. */
function addLadderSteps(draft: Draft): void {
  const { draw, facts, start, preset } = draft;
  const starts = facts.filter((fact) => fact.e === 'TrajectAssigned').map((fact) => dayOf(fact.start));
  const ends = facts
    .filter((fact) => fact.e === 'TrajectEnded')
    .map((fact) => plus(dayOf(fact.date), preset.aftercare));
  const edges = [...starts, ...ends].flatMap((day) => [day - 1, day]);
  for (let count = unruly(draft, 0.3) || preset.ladderCounts ? draw.pick([1, 2]) : 0; count > 0; count -= 1) {
    const date = draw.pick([start - draw.between(0, 200), nearby(draft), draw.pick(edges), draw.pick(edges)]);
    const from = draw.between(2, 5);
    facts.push({
      e: 'LadderStepAssessed',
      traject: draw.pick(['t1', 't1', 't2']),
      from_step: from,
      to_step: from + draw.pick([1, 1, 0, -1]),
      date: textOf(date),
      rec: draw.recorded(date),
    });
  }
}

/** Who found the job, who helped, what client, officer and other funders say about it. */
export function addCredit(draft: Draft): void {
  const { draw, facts, start, preset } = draft;
  addApplications(draft);
  addStatements(draft);
  addAttribution(draft);
  for (const job of ['j1', 'j1', 'j2']) {
    if (!unruly(draft, 0.07)) continue;
    facts.push({
      e: 'ExternalClaimReported',
      funder: 'UWV',
      provider: draw.pick(['ALFA', 'UWV_RIB']),
      job,
      status: draw.pick(['REPORTED', 'REPORTED', 'PAID']),
      rec: draw.recorded(start + 90),
    });
  }
  if (unruly(draft, preset.affiliate === 'REVIEW' ? 0.6 : 0.15)) {
    const from = start + draw.pick([-400, -1, 0, 1]);
    facts.push({
      e: 'AffiliationRegistered',
      provider: draw.pick(['ALFA', 'ALFA', 'BETA']),
      employer: draw.pick(['BAKKER', 'BAKKER', 'DROGIST', 'BAKKER_HOLDING']),
      from: textOf(from),
      rec: draw.recorded(from),
    });
  }
  addLadderSteps(draft);
}

function pay(draft: Draft, claim: Pick<CaseClaim, 'id' | 'provider'>, episode: Day): void {
  const { draw, facts, preset } = draft;
  const date = plus(episode, preset.sustain) + draw.between(31, 120);
  const half = Math.max(1, Math.floor(preset.tariff / 2));
  const previous = facts.findLast((fact) => fact.e === 'ClaimPaid');
  facts.push({
    e: 'ClaimPaid',
    claim: claim.id,
    provider: claim.provider,
    episode: textOf(episode),
    amount: draw.pick([preset.tariff, preset.tariff, half]),
    date: textOf(date),
    rec: previous && draw.chance(0.3) ? previous.rec : draw.recorded(date),
  });
}

function addReviews(draft: Draft, claim: CaseClaim): void {
  const { draw, facts, start } = draft;
  if (!draw.chance(0.3)) return;
  const codes = [...REVIEWABLE.filter(() => draw.chance(0.5)), ...NEVER_CLOSED.filter(() => draw.chance(0.1))];
  if (codes.length === 0) return;
  facts.push({
    e: 'ReviewResolved',
    claim: claim.id,
    codes,
    ...(draw.chance(0.6) ? { result: draw.pick(['CLOSED', 'FAILED']) } : {}),
    rec: draw.recorded(start + 150),
  });
}

/** Payments for listed and unlisted claims, and what officers resolved. */
export function addMoney(draft: Draft): void {
  const { draw, claims, start, pivots, preset } = draft;
  for (const claim of claims) {
    if (unruly(draft, 0.25)) pay(draft, claim, draw.pick([start, start, start, draw.pick(pivots)]));
    if (unruly(draft, 0.04)) pay(draft, claim, draw.pick([start, draw.pick(pivots)]));
    addReviews(draft, claim);
    if (unruly(draft, 0.1)) addReviews(draft, claim);
  }
  if (!unruly(draft, 0.12)) return;
  const pivot = draw.chance(0.5) ? start : draw.pick(pivots);
  const edge = draw.pick([pivot, minus(pivot, preset.waiting), plus(pivot, preset.waiting), pivot - 100]);
  pay(draft, { id: 'elsewhere', provider: draw.pick(['ALFA', 'BETA', 'GAMMA']) }, edge + draw.pick([-1, 0, 0, 1]));
}

/** Facts withdrawn after they were recorded, on the same day, or (without effect) before. */
export function addRetractions(draft: Draft): void {
  const { draw, facts } = draft;
  for (let count = 0; count < 2; count += 1) {
    if (!unruly(draft, 0.1)) continue;
    const fact = draw.pick(facts.filter((one) => 'id' in one));
    if (!('id' in fact)) continue;
    const rec = textOf(dayOf(fact.rec) + draw.pick([-5, 0, 0, 30, 200]));
    facts.push({ e: 'FactRetracted', target: fact.id, reason: draw.pick(['WRONG_PERSON', 'DUPLICATE', 'OTHER']), rec });
  }
}

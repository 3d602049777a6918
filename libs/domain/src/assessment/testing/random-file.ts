import { PRESETS } from '../../definitions/presets.js';
import { provider, registry } from '../../testing/actors.js';
import { C1, C2 } from '../../testing/commands.js';
import { fact } from '../../testing/facts.js';
import { addDays, dayOf, textOf } from '../../values/calendar-date.js';
import type { Payment } from '../subject.js';
import { type Asked, attributed, heardOn, type Heard, payment, reviewed } from './story.js';

/** Where chance comes from: one of some values, or a whole number up to a limit. */
export interface Draw {
  readonly oneOf: <T>(...values: readonly T[]) => T;
  readonly upTo: (max: number) => number;
}

const FIRST = dayOf('2007-10-01');
/** Days cluster around the start of the job and the edges of its windows, where decisions turn. */
const EDGES = ['2008-08-31', '2008-09-01', '2008-10-02', '2008-10-03', '2009-02-28', '2009-03-01', '2009-04-01'];

const anyDay = ({ oneOf, upTo }: Draw): string =>
  oneOf(true, false) ? oneOf(...EDGES) : textOf(addDays(FIRST, upTo(800)));
/** Few days of recording, so that much is recorded at the same time. */
const heard = ({ oneOf }: Draw, past: Heard): Heard => heardOn(oneOf('2008-09-03', '2008-11-02', '2009-03-20'), past);
/** A day after another one, or, one time in four, none: it runs on. */
const anEnd = ({ oneOf, upTo }: Draw, from: string): { validTo?: string } =>
  oneOf(true, true, true, false) ? { validTo: textOf(addDays(dayOf(from), 1 + upTo(400))) } : {};

function benefit(draw: Draw, benefitId: string): readonly Heard[] {
  const { oneOf } = draw;
  const [validFrom, reducedFrom] = [anyDay(draw), anyDay(draw)];
  const { validTo } = anEnd(draw, validFrom);
  const reason = oneOf('WORK_EMPLOYMENT', 'WORK_FIRST', 'EDUCATION', 'MOVED', 'UNKNOWN' as const);
  const stops = [validTo, oneOf(undefined, anyDay(draw))].filter((end) => end !== undefined);
  const cause = oneOf('SANCTION', 'EARNINGS', 'OTHER' as const);
  const percent = oneOf(100, 40);
  return [
    fact('BenefitGranted', { benefitId, kind: oneOf('BIJSTAND', 'IOAW', 'WW', 'ZW' as const), validFrom }),
    ...stops.map((end) => fact('BenefitStopped', { benefitId, reason, validFrom: end })),
    ...oneOf(
      [],
      [fact('BenefitReduced', { benefitId, cause, percent, validFrom: reducedFrom, ...anEnd(draw, reducedFrom) })],
    ),
  ].map((past) => heard(draw, past));
}

function job(draw: Draw, jobId: string): readonly Heard[] {
  const { oneOf } = draw;
  const validFrom = oneOf('2008-09-01', anyDay(draw));
  const { validTo } = anEnd(draw, validFrom);
  const started = fact('PlacementStarted', {
    jobId,
    employerId: oneOf('BEVEILIGER', 'BEVEILIGER', 'ANDER', 'PASWERK'),
    form: oneOf('REGULAR', 'REGULAR', 'REGULAR', 'AGENCY', 'SELF', 'PAYROLL', 'DETACHERING', 'UNPAID' as const),
    assurance: oneOf('AUTHORITATIVE', 'AUTHORITATIVE', 'ASSERTED_BY_PROVIDER' as const),
    weeklyHours: oneOf(800, 2000, 3600),
    validFrom,
    ...oneOf({}, { contractEndOn: anyDay(draw) }),
  });
  return [
    started,
    ...(validTo === undefined ? [] : [fact('PlacementEnded', { jobId, validFrom: validTo })]),
    ...oneOf([], [fact('PlacementConfirmed', { jobId }, oneOf(registry(), provider()))]),
  ].map((past) => heard(draw, past));
}

function traject(draw: Draw, trajectId: string, providerId: string): readonly Heard[] {
  const { oneOf, upTo } = draw;
  const validFrom = oneOf('2008-02-11', '2008-02-11', '2008-06-09');
  const intakeOn = textOf(addDays(dayOf(validFrom), -upTo(30)));
  return [
    fact('TrajectAssigned', { trajectId, providerId, contractId: 'K1', intakeOn, validFrom }),
    fact('ServiceDelivered', { trajectId, kind: 'COURSE', validFrom: anyDay(draw) }),
    ...oneOf([], [fact('TrajectEnded', { trajectId, endKind: 'OTHER', validFrom: anyDay(draw) })]),
  ].map((past) => heard(draw, past));
}

function subsidy(draw: Draw, fundingId: string): readonly Heard[] {
  const { oneOf } = draw;
  const validFrom = anyDay(draw);
  const scheme = oneOf('WIW' as const, 'LOONKOSTENSUBSIDIE' as const, 'WORK_FIRST' as const);
  const jobId = oneOf('j1', 'j2');
  const told = { fundingId, jobId, scheme, payer: 'GEM', validFrom, ...anEnd(draw, validFrom) };
  return [heard(draw, fact('JobSubsidyStarted', told))];
}

const application = (draw: Draw): Heard =>
  heard(
    draw,
    fact('ApplicationStarted', {
      jobId: draw.oneOf('j1', 'j1', 'j2'),
      by: draw.oneOf('CLIENT', 'PROVIDER' as const),
      validFrom: draw.oneOf('2008-08-04', anyDay(draw)),
    }),
  );

/** What people say of a job, and what an officer decided about it. */
function sayings(draw: Draw): readonly Heard[] {
  const { oneOf, upTo } = draw;
  const share = upTo(10_000);
  const statement = fact('ClientStatement', { jobId: 'j1', contribution: oneOf('NONE', 'ASSISTED' as const) });
  const external = fact('ExternalClaimReported', {
    funder: 'UWV',
    jobId: oneOf('j1', 'j2'),
    status: oneOf('REPORTED', 'PAID' as const),
  });
  const seldom = (past: Heard): readonly Heard[] => oneOf([], [], [], [past]);
  return [
    ...seldom(heard(draw, statement)),
    ...seldom(heard(draw, statement)),
    ...seldom(heard(draw, external)),
    ...seldom(heardOn('2008-11-02', fact('JobLinked', { jobId: 'j2', sameAsJobId: 'j1' }))),
    ...seldom(attributed({ PASWERK: share, SAGENN: 10_000 - share })),
  ];
}

const answer = ({ oneOf }: Draw): Heard =>
  reviewed(oneOf('EMPLOYMENT_UNVERIFIED', 'APPLICATION_DATE_UNKNOWN'), oneOf('CLOSED', 'FAILED'));

/** A client's past as it might be: most of it ordinary, all of it possible; each id starts once. */
export function pastOf(draw: Draw): readonly Heard[] {
  const { oneOf } = draw;
  return [
    ...benefit(draw, 'b1'),
    ...oneOf([], benefit(draw, 'b2')),
    ...traject(draw, 't1', 'PASWERK'),
    ...oneOf([], traject(draw, 't2', 'SAGENN')),
    ...job(draw, 'j1'),
    ...oneOf([], job(draw, 'j2')),
    ...oneOf([], job(draw, 'j3')),
    ...oneOf([], [], subsidy(draw, 'f1')),
    ...oneOf([], [], subsidy(draw, 'f2')),
    ...oneOf([], [application(draw)], [application(draw), application(draw)]),
    ...sayings(draw),
    ...oneOf([], [], [answer(draw)]),
  ];
}

function paid(draw: Draw): Payment {
  const { oneOf, upTo } = draw;
  const jobId = oneOf('j1', 'j2', undefined);
  return payment({
    ...oneOf({ claimId: C1, providerId: 'PASWERK' }, { claimId: C2, providerId: 'SAGENN' }),
    episodeOn: dayOf(anyDay(draw)),
    netCents: 1 + upTo(299_999),
    happenedOn: dayOf(anyDay(draw)),
    orderedAt: upTo(3),
    ...(jobId !== undefined && { jobId }),
  });
}

/** Under which definition, on which day and beside which payments it is looked at. */
export function askedOf(draw: Draw): Asked & { readonly at: string } {
  const { oneOf } = draw;
  return {
    at: anyDay(draw),
    preset: oneOf('NL-STD@1', ...PRESETS.keys()),
    definition: {
      ...oneOf({}, { minHours: oneOf(12, 19.5) }),
      ...oneOf({}, { conversionCounts: false }),
      ...oneOf({}, { partialAllowed: true }),
      ...oneOf({}, { continuity: 'SAME_EMPLOYER' as const }),
      ...oneOf({}, { prevEmployerYears: 1 }),
    },
    payments: oneOf([], [], [paid(draw)], [paid(draw), paid(draw)]),
    tariffCents: oneOf(300_000, 300_000, 100_001, 0),
  };
}

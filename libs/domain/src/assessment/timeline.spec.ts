import { provider, registry } from '../testing/actors.js';
import { applicationStarted, benefitStopped, fact, placementStarted } from '../testing/facts.js';
import { dayOf } from '../values/calendar-date.js';
import {
  answerOf,
  ELIGIBLE,
  eventId,
  heardOn,
  inReview,
  outflowWith,
  outflowWithout,
  payment,
  rejected,
  said,
  subjectOf,
  type Heard,
} from './testing/story.js';
import { timelineOf } from './timeline.js';

const benefitsAt = (at: string, ...added: readonly Heard[]) => {
  const { file, asOf } = subjectOf(outflowWithout(['BenefitStopped'], ...added), { at });
  return timelineOf(file, asOf).benefits.map(({ to, reason }) => ({ to, reason }));
};
const stopped = (validFrom: string, on: string, reason: 'WORK_EMPLOYMENT' | 'UNKNOWN' = 'WORK_EMPLOYMENT') =>
  heardOn(on, benefitStopped({ validFrom, reason }));
const running = [{ to: Number.POSITIVE_INFINITY, reason: undefined }];

const granted = (on: string) =>
  heardOn(on, fact('BenefitGranted', { benefitId: 'b1', kind: 'WW', validFrom: '2008-02-01', validTo: '2008-05-01' }));

describe('two ends of the same thing', () => {
  it('the later recorded one holds, whichever day it names', () => {
    const ends = [stopped('2008-09-01', '2008-09-03'), stopped('2008-08-01', '2008-10-01', 'UNKNOWN')];
    expect(benefitsAt('2008-12-01', ...ends)).toEqual([{ to: dayOf('2008-08-01'), reason: 'UNKNOWN' }]);
    expect(benefitsAt('2008-12-01', ...ends.toReversed())).toEqual([{ to: dayOf('2008-08-01'), reason: 'UNKNOWN' }]);
  });

  it('recorded at the same time the later date holds', () => {
    const ends = [stopped('2008-09-01', '2008-09-03'), stopped('2008-08-01', '2008-09-03')];
    expect(benefitsAt('2008-12-01', ...ends)).toMatchObject([{ to: dayOf('2008-09-01') }]);
  });

  it('are chosen before looking whether they have come: an end still ahead undoes an earlier one', () => {
    const ends = [stopped('2008-09-01', '2008-08-03'), stopped('2009-09-01', '2008-08-04')];
    expect(benefitsAt('2008-12-01', ...ends)).toEqual(running);
  });

  it('may be the one a start names itself', () => {
    const { file, asOf } = subjectOf([granted('2008-03-01'), stopped('2008-04-01', '2008-03-02')], {
      at: '2008-12-01',
    });
    expect(timelineOf(file, asOf).benefits).toMatchObject([{ to: dayOf('2008-04-01'), reason: 'WORK_EMPLOYMENT' }]);
    const later = subjectOf([granted('2008-03-03'), stopped('2008-04-01', '2008-03-02')], { at: '2008-12-01' });
    expect(timelineOf(later.file, asOf).benefits).toMatchObject([{ to: dayOf('2008-05-01'), reason: undefined }]);
  });
});

const changed = (validFrom: string) => fact('PlacementChanged', { jobId: 'j1', weeklyHours: 800, validFrom });

describe('valid time is cut at the day of looking', () => {
  it('what starts later has not happened, what ends later is running, an end on the day itself is over', () => {
    expect(benefitsAt('2007-12-31')).toEqual([]);
    expect(benefitsAt('2008-08-31', stopped('2008-09-01', '2008-08-01'))).toEqual(running);
    expect(benefitsAt('2008-09-01', stopped('2008-09-01', '2008-08-01'))).toMatchObject([{ to: dayOf('2008-09-01') }]);
  });

  it('a benefit that ended on its first day never ran, and an end without a start is ignored', () => {
    expect(benefitsAt('2008-12-01', stopped('2008-01-01', '2008-08-01'))).toEqual([]);
    expect(said(outflowWith(benefitStopped({ benefitId: 'b9', validFrom: '2008-08-15', reason: 'MOVED' })))).toEqual(
      ELIGIBLE,
    );
  });

  it('what changes in a job on the day it ends is no part of it', () => {
    const ended = fact('PlacementEnded', { jobId: 'j1', validFrom: '2008-12-01' });
    const stretches = (...added: readonly Heard[]) => {
      const { file, asOf } = subjectOf(outflowWith(ended, ...added));
      return timelineOf(file, asOf)
        .jobNamed('j1')
        ?.stretches.map(({ to }) => to);
    };
    expect(stretches(changed('2008-12-01'))).toEqual([dayOf('2008-12-01')]);
    expect(stretches(changed('2008-11-30'))).toEqual([dayOf('2008-11-30'), dayOf('2008-12-01')]);
  });

  it('an application, a service or a placement of tomorrow counts for nothing today', () => {
    const early = { at: '2008-08-31', claim: { assertedOutflowOn: dayOf('2008-08-31') } };
    expect(answerOf('R12', outflowWith(), early)).toBe('UNKNOWN EMPLOYMENT_UNVERIFIED');
    expect(
      answerOf('R30', outflowWithout(['ApplicationStarted'], applicationStarted({ validFrom: '2009-05-01' }))),
    ).toBe('UNKNOWN APPLICATION_DATE_UNKNOWN');
    expect(
      answerOf(
        'R32',
        outflowWithout(
          ['ServiceDelivered'],
          fact('ServiceDelivered', { trajectId: 't1', kind: 'X', validFrom: '2009-05-01' }),
        ),
      ),
    ).toBe('UNKNOWN NO_CONTRIBUTION_EVIDENCE');
  });
});

const registered = (told = {}) => placementStarted({ jobId: 'j2', validFrom: '2008-09-01', ...told });

describe('two ids of one job', () => {
  const linked = fact('JobLinked', { jobId: 'j2', sameAsJobId: 'j1' });
  const asserted = placementStarted({ assurance: 'ASSERTED_BY_PROVIDER', validFrom: '2008-09-03' }, provider());

  it('are one employment: proof, applications and payments under either id count', () => {
    const past = outflowWithout(
      ['PlacementStarted'],
      asserted,
      registered(),
      benefitStopped({ validFrom: '2008-09-03' }),
    );
    expect(said(past, { at: '2009-05-01' })).toEqual(inReview('EMPLOYMENT_UNVERIFIED'));
    expect(said([...past, linked], { at: '2009-05-01' })).toEqual(ELIGIBLE);
    const payments = [payment({ jobId: 'j2' })];
    expect(said(past, { at: '2009-05-01', payments }).fail).toEqual([]);
    expect(said([...past, linked], { at: '2009-05-01', payments })).toEqual(rejected('OUTFLOW_ALREADY_PAID'));
  });

  it('begin where the named one does, and count their hours once', () => {
    const past = outflowWithout(['PlacementStarted'], asserted, registered({ weeklyHours: 1000 }), linked);
    const { file, asOf } = subjectOf(past);
    const timeline = timelineOf(file, asOf);
    expect(timeline.jobs).toHaveLength(1);
    expect(timeline.jobNamed('j1')).toMatchObject({ from: dayOf('2008-09-03'), startedBy: eventId(6) });
    expect(timeline.jobNamed('j2')).toMatchObject({ from: dayOf('2008-09-01'), startedBy: eventId(7) });
    expect(answerOf('R19', past, { definition: { minHours: 19 } })).toBe('FAIL HOURS_BELOW_MINIMUM');
  });

  it('let no assertion outweigh what a register knows of the same job', () => {
    const past = outflowWithout(['PlacementStarted'], asserted, registered({ form: 'PAYROLL' }), linked);
    expect(said(past).fail).toContain('PAYROLL_PLACEMENT');
  });

  it('let no change that a provider tells under its own id outweigh the register', () => {
    const more = { jobId: 'j1', weeklyHours: 3600, validFrom: '2008-09-05' };
    const past = (by = provider()) =>
      outflowWithout(
        ['PlacementStarted'],
        asserted,
        registered({ weeklyHours: 1000 }),
        linked,
        fact('PlacementChanged', more, by),
      );
    const asked = { definition: { minHours: 19 } };
    expect(answerOf('R19', past(), asked)).toBe('FAIL HOURS_BELOW_MINIMUM');
    expect(answerOf('R19', past(registry()), asked)).toBe('PASS');
  });

  it('link on, from any id to any other', () => {
    const third = fact('JobLinked', { jobId: 'j3', sameAsJobId: 'j2' });
    const { file, asOf } = subjectOf(outflowWith(third, linked));
    const { nameOf, jobNamed } = timelineOf(file, asOf);
    expect(new Set(['j1', 'j2', 'j3'].map(nameOf)).size).toBe(1);
    expect(jobNamed('j3')?.startedBy).toBe(jobNamed('j1')?.startedBy);
    expect(nameOf('j4')).toBe('j4');
  });
});

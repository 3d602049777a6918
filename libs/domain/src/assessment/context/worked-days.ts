import type { DefinitionParameters } from '../../definitions/parameters.js';
import type { Day } from '../../values/calendar-date.js';
import type { EventId } from '../../values/ids.js';
import { daysIn, intersect, overlaps, type Period, subtract, union } from '../../values/period.js';
import type { Subsidy } from '../timeline.js';
import type { Job } from '../timeline/jobs.js';
import { toldOf } from '../timeline/told-of.js';

/** The days of the elapsed window on which a qualifying job was done without public money (R27), and the hours of them (R19). */
export interface WorkedDays {
  readonly gapDays: number;
  readonly days: number;
  /** Σ weekly hours (in hundredths) × days, over all jobs of those days. */
  readonly hourDays: number;
  /** On some of those days the hours are not known. */
  readonly hoursUnknown: boolean;
  /** First day on which every job was with another employer than J's. */
  readonly otherEmployerOn?: Day;
  /** Hours of the last day of the window, and whether it was worked: what tomorrow adds while nothing changes. */
  readonly lastDayHours: number;
  readonly lastDayWorked: boolean;
  /** Who told of the jobs in the window, of the subsidies on them, and of the ends of both. */
  readonly toldBy: readonly EventId[];
  /** Who told with whom and for how many hours those jobs were. */
  readonly describedBy: readonly EventId[];
}

export interface Working {
  readonly window: Period;
  readonly job: Job;
  readonly jobs: readonly Job[];
  readonly subsidies: readonly Subsidy[];
  readonly formsAllowed: DefinitionParameters['formsAllowed'];
}

/** The days of the elapsed window in qualifying, unfunded work, and the hours worked on them (R19, R27, R28). */
export function workedDaysOf({ window, job, jobs, subsidies, formsAllowed }: Working): WorkedDays {
  const others = jobs.filter(
    (other) => other.name !== job.name && other.provenBy !== undefined && formsAllowed.includes(other.form),
  );
  const lastDay: Period = { from: (window.to - 1) as Day, to: window.to };
  const worked: Period[] = [];
  const withEmployer: Period[] = [];
  const [toldBy, describedBy]: [EventId[], EventId[]] = [[], []];
  let [hourDays, lastDayHours, hoursUnknown] = [0, 0, false];
  for (const counted of [job, ...others]) {
    if (!overlaps(counted, window)) continue;
    const funded = subsidies.filter((subsidy) => subsidy.jobName === counted.name && overlaps(subsidy, window));
    const inWindow = intersect(counted, window);
    const free = funded.length === 0 ? [inWindow] : subtract(inWindow, union(funded));
    worked.push(...free);
    toldBy.push(...toldOf(funded.length === 0 ? [counted] : [counted, ...funded]));
    for (const { employerId, weeklyHours, toldBy: said, ...stretch } of counted.stretches)
      for (const part of free) {
        const shared = intersect(stretch, part);
        const days = daysIn(shared);
        if (days === 0) continue;
        describedBy.push(...said);
        if (weeklyHours === undefined) hoursUnknown = true;
        hourDays += (weeklyHours ?? 0) * days;
        lastDayHours += (weeklyHours ?? 0) * daysIn(intersect(shared, lastDay));
        if (employerId === job.stretches[0].employerId) withEmployer.push(shared);
      }
  }
  return { ...summed(window, union(worked), withEmployer), hourDays, hoursUnknown, lastDayHours, toldBy, describedBy };
}

function summed(window: Period, worked: readonly Period[], withEmployer: readonly Period[]) {
  const days = worked.reduce((sum, period) => sum + daysIn(period), 0);
  const same = union(withEmployer);
  const otherEmployerOn = worked.flatMap((period) => subtract(period, same))[0]?.from;
  return {
    days,
    gapDays: daysIn(window) - days,
    lastDayWorked: worked.at(-1)?.to === window.to,
    ...(otherEmployerOn !== undefined && { otherEmployerOn }),
  };
}

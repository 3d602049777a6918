import { CalendarDate, dayOf, textOf, type Day } from '@uitkomst/domain';
import type { Clock } from '@uitkomst/ledger';
import { clockThrough, openParts, paymentPorts, SettingsRefused, todayOf, type ClockRound } from '@uitkomst/processes';
import { clockIn, isDemonstration, moveAhead, refuseInProduction } from './demonstration/demonstration-mark.js';
import type { Settings } from './shell/settings.js';

interface Asked {
  /** Default: today. Later than that only in the demonstration, whose clock goes on from there. */
  readonly asOf?: string | undefined;
  /** The real one; it stands still in tests. */
  readonly clock?: Clock;
  readonly onError: (error: unknown) => void;
}

/** What the clock would do by itself, once: late, twice or beside another machine it does no more than that. */
export async function runClock(
  settings: Settings,
  { asOf, clock, onError }: Asked,
): Promise<{ readonly on: string } & ClockRound> {
  const { dataFolder } = settings;
  refuseInProduction(settings);
  const today = todayOf(clockIn(dataFolder, 0, clock));
  const day = asOf === undefined ? today : dayAsked(asOf, today, dataFolder);
  const closing: (() => unknown)[] = [];
  try {
    const parts = await openParts(settings, {
      clock: clockIn(dataFolder, day - today, clock),
      runs: 'processes',
      onError,
      closing: (close) => closing.push(close),
    });
    await parts.reading;
    if (day > today) moveAhead(dataFolder, day - today); // Only now it is sure that nobody else writes this ledger.
    const { sendToFile: send } = paymentPorts(parts);
    return { on: textOf(day), ...(await clockThrough({ ...parts, send, onError }, day)) };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

function dayAsked(asOf: string, today: Day, dataFolder: string): Day {
  if (!CalendarDate.safeParse(asOf).success) throw new SettingsRefused(`--as-of: ${asOf} is no day (jjjj-mm-dd)`);
  const day = dayOf(asOf);
  if (day < today) throw new SettingsRefused(`--as-of: it is ${textOf(today)}; the clock does not go back`);
  if (day > today && !isDemonstration(dataFolder))
    throw new SettingsRefused('--as-of: only in the demonstration can it be a later day than it is');
  return day;
}

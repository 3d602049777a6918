const DAY = 86_400_000;
const MONTHS_MAX = 30;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

export interface Scale {
  readonly x: (day: string) => number;
  readonly ticks: readonly { readonly on: string; readonly label: string }[];
}

/** Days on a line of so many pixels, with a tick each year, or each quarter where the stretch is short. */
export function scaleOf(first: string, last: string, width: number): Scale {
  const [from, to] = [dayNumber(first), Math.max(dayNumber(last), dayNumber(first) + 1)];
  const x = (day: string): number => ((Math.min(Math.max(dayNumber(day), from), to) - from) / (to - from)) * width;
  const isShort = (to - from) / 30 <= MONTHS_MAX;
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, index) =>
    String(Number(first.slice(0, 4)) + index),
  );
  const months = isShort ? ['01', '04', '07', '10'] : ['01'];
  const all = years.flatMap((year) => months.map((month) => ({ year, month })));
  const within = all.filter(({ year, month }) => `${year}-${month}-01` >= first && `${year}-${month}-01` <= last);
  const step = Math.max(1, Math.ceil((within.length * 70) / width));
  const ticks = within
    .filter((_, index) => index % step === 0)
    .map(({ year, month }) => ({ on: `${year}-${month}-01`, label: isShort ? `${month}-${year}` : year }));
  return { x, ticks };
}

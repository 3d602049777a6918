const TIME_ZONE = 'Europe/Amsterdam';
const NARROW_SPACE = '\u00a0';

/** A day as written in the Netherlands: 2026-11-05 is 05-11-2026. */
export const dayText = (day: string): string => day.slice(0, 10).split('-').toReversed().join('-');

const INSTANT = new Intl.DateTimeFormat('nl-NL', {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant on the clocks of Amsterdam: 05-11-2026 14:03:09. */
export const instantText = (instant: string): string => INSTANT.format(new Date(instant)).replace(',', '');

const EUROS = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Whole cents as euros, in both languages alike: € 17.000,50; what is owed back has a minus before it. */
export const moneyText = (cents: number): string =>
  `${cents < 0 ? '−' : ''}€${NARROW_SPACE}${EUROS.format(Math.abs(cents) / 100)}`;

/** Basis points as a percentage: 6667 is 66,67 %. */
export const shareText = (basisPoints: number): string => `${EUROS.format(basisPoints / 100)}${NARROW_SPACE}%`;

/** Euros as people type them to whole cents: "1.234,50", "1234.5" and "€ 1234" all mean one thing; undefined when unclear. */
export function centsFrom(typed: string): number | undefined {
  const bare = typed.replaceAll(/[€\s\u00a0]/g, '');
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(bare);
  if (match?.[1] === undefined) return undefined;
  return Number(match[1].replaceAll('.', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

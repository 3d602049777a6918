const TIME_ZONE = 'Europe/Amsterdam';
const NARROW_SPACE = '\u00a0';

/** A day as written in the Netherlands: 2026-11-05 is 05-11-2026. */
export const dayText = (day: string): string => day.slice(0, 10).split('-').toReversed().join('-');

const TYPED_DAY = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$|^(\d\d)(\d\d)(\d{4})$/;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day as people type it, "31-12-2026", "31/12/2026" and "31122026" alike, as 2026-12-31; undefined when there is no such day. */
export function dayFrom(typed: string): string | undefined {
  const text = typed.trim().replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3-$2-$1');
  const [day = '', month = '', year = ''] = (TYPED_DAY.exec(text) ?? []).slice(1).filter((part) => part !== undefined);
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = month === '02' || month === '2' ? (isLeap ? 29 : 28) : (DAYS_OF_MONTH[Number(month) - 1] ?? 0);
  if (Number(day) < 1 || Number(day) > last || Number(year) < 1900 || Number(year) > 2199) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

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

/** A sentence of which no amount is torn between two lines. */
export const unbroken = (sentence: string): string => sentence.replaceAll('€ ', `€${NARROW_SPACE}`);

/** Whole cents as somebody would type them: 17.000,50. */
export const amountText = (cents: number): string => EUROS.format(cents / 100);

/** Basis points as a percentage: 6667 is 66,67 %. */
export const shareText = (basisPoints: number): string => `${EUROS.format(basisPoints / 100)}${NARROW_SPACE}%`;

/** Euros as people type them to whole cents: "1.234,50", "1234.5" and "€ 1234" all mean one thing; undefined when unclear. */
export function centsFrom(typed: string): number | undefined {
  const bare = typed.replaceAll(/[€\s\u00a0]/g, '');
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(bare);
  if (match?.[1] === undefined) return undefined;
  return Number(match[1].replaceAll('.', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** The two languages everything is said in. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `2005-03-01` as 01-03-2005 (dd-mm-jjjj, dd-mm-yyyy). */
export const dateWords = (date: string): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');

/** 300000 cents as `€ 3.000,00`, in both languages alike, as the screens write it. */
export function amountWords(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const thousands = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `€ ${cents < 0 ? '-' : ''}${thousands},${rest}`;
}

/** Hours per week, as the language writes decimals: 15.5 is `15,5` (nl). */
export const hoursWords = (hours: number, language: Language): string => {
  const rounded = String(Math.round(hours * 100) / 100);
  return language === 'nl' ? rounded.replace('.', ',') : rounded;
};

const UNITS: Readonly<Record<Language, Readonly<Record<string, readonly [one: string, more: string]>>>> = {
  nl: { D: ['dag', 'dagen'], W: ['week', 'weken'], M: ['maand', 'maanden'], Y: ['jaar', 'jaar'] },
  en: { D: ['day', 'days'], W: ['week', 'weeks'], M: ['month', 'months'], Y: ['year', 'years'] },
};

/** P6M as `6 maanden` or `6 months`; the unit stays what it was, for months and weeks never interchange. */
export function durationWords(duration: string, language: Language): string {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  const words = unit === undefined ? undefined : UNITS[language][unit];
  if (count === undefined || words === undefined) return duration;
  return `${Number(count)} ${Number(count) === 1 ? words[0] : words[1]}`;
}

import anyAscii from 'any-ascii';

const OUTSIDE = /[^A-Za-z0-9/\-?:().,'+ ]/g;

/**
 * Text in the Latin characters that every bank in the payment area takes (EPC217-08), at most so long: letters of other scripts and
 * accents in their nearest Latin form, anything else a space.
 */
export function epcText(text: string, lengthMax: number): string {
  const latin = anyAscii(text)
    .replaceAll(OUTSIDE, ' ')
    .replaceAll(/\/{2,}/g, '/');
  const tidy = latin.replaceAll(/ {2,}/g, ' ').replace(/^[ /]+/, '');
  return tidy.slice(0, lengthMax).replace(/[ /]+$/, '') || 'NOTPROVIDED';
}

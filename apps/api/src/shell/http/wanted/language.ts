import type { IncomingHttpHeaders } from 'node:http';
import { wishesIn } from './wishes.js';

export type Language = 'nl' | 'en';

/** Texts are Dutch; whoever prefers English in Accept-Language gets English. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const wishes = wishesIn(headers['accept-language'] ?? '');
  const weightOf = (language: Language): number =>
    Math.max(0, ...wishes.filter(({ name }) => name.split('-')[0] === language).map(({ quality }) => quality));
  return weightOf('en') > weightOf('nl') ? 'en' : 'nl';
}

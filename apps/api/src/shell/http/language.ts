import type { IncomingHttpHeaders } from 'node:http';

export type Language = 'nl' | 'en';

/** Texts are Dutch; whoever prefers English in Accept-Language gets English. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const header = headers['accept-language'];
  if (header === undefined) return 'nl';
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = Number(
      parameters
        .find((text) => text.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? '1',
    );
    return { language: tag.split('-')[0], quality };
  });
  const weightOf = (language: Language): number =>
    Math.max(0, ...wishes.filter((wish) => wish.language === language).map(({ quality }) => quality));
  return weightOf('en') > weightOf('nl') ? 'en' : 'nl';
}

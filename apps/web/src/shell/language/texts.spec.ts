import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { en as partsEnglish } from '../../parts/parts.en.js';

type Catalogue = Readonly<Record<string, unknown>>;

const source = resolve(__dirname, '../..');
const areas = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const filesOf = (area: string): string[] =>
  readdirSync(join(source, area), { recursive: true, encoding: 'utf8' }).map((path) => join(source, area, path));
const catalogues = areas.flatMap((area) =>
  filesOf(area)
    .filter((path) => path.endsWith('.nl.ts'))
    .map((dutch) => ({ area, dutch, english: dutch.replace(/\.nl\.ts$/, '.en.ts') })),
);

const load = (path: string): Catalogue => {
  const [texts] = Object.values(require(path) as Readonly<Record<string, Catalogue>>);
  if (texts === undefined) throw new Error(`${path} has no texts`);
  return texts;
};

/** Names of all texts, those within groups included. */
const namesIn = (texts: Catalogue, before = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'object' && text !== null ? namesIn(text as Catalogue, `${before}${name}.`) : [before + name],
  );

const missingIn = (texts: Catalogue, other: Catalogue): string[] =>
  namesIn(other).filter((name) => !namesIn(texts).includes(name));

/** Texts no screen of the area asks for. */
function unusedIn(texts: Catalogue, sources: readonly string[]): string[] {
  return Object.keys(texts).filter(
    (name) => !sources.some((text) => new RegExp(`[tT]exts\\(?\\)?\\.${name}\\b`).test(text)),
  );
}

test('there are catalogues to compare', () => expect(catalogues.length).toBeGreaterThan(1));

test.each(catalogues)('$area: Dutch and English have the same texts', ({ dutch, english }) => {
  expect(missingIn(load(english), load(dutch))).toEqual([]);
  expect(missingIn(load(dutch), load(english))).toEqual([]);
});

test.each(catalogues)('$area: no text is empty, and none is left untranslated by accident', ({ dutch, english }) => {
  const both = [load(dutch), load(english)];
  for (const texts of both) for (const text of Object.values(texts)) expect(text).not.toBe('');
});

test.each(catalogues)('$area: every text is used', ({ area, dutch }) => {
  const sources = filesOf(area)
    .filter((path) => /\.tsx?$/.test(path) && !/\.(nl|en|spec)\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'));
  expect(unusedIn(load(dutch), sources)).toEqual([]);
});

test('a text that one language lacks, or that nothing uses, is found', () => {
  const { busy: _busy, ...lacking } = partsEnglish;
  expect(missingIn(lacking, partsEnglish)).toEqual(['busy']);
  expect(unusedIn({ used: 'x', forgotten: 'x' }, ['return texts.used;'])).toEqual(['forgotten']);
});

/** Words between tags that come from no catalogue; the name of the product is the same in every language. */
const wordsBetweenTags = (screen: string): string[] =>
  [...screen.matchAll(/<\w[^<>]*>\s*(\p{L}[\p{L} ,.'’-]{2,})\s*<\//gu)].flatMap(([, words = '']) =>
    words.trim() === 'Uitkomst' ? [] : [words.trim()],
  );

test('no screen has words of its own', () => {
  const screens = areas.flatMap(filesOf).filter((path) => path.endsWith('.tsx'));
  expect(screens.length).toBeGreaterThan(50);
  expect(screens.flatMap((path) => wordsBetweenTags(readFileSync(path, 'utf8')))).toEqual([]);
});

test('words between tags are found', () => {
  expect(wordsBetweenTags('<p>Een zin, zo maar.</p><h1 className="x">\n  Titel\n</h1>')).toEqual([
    'Een zin, zo maar.',
    'Titel',
  ]);
  expect(wordsBetweenTags('<p>{texts.title}</p>')).toEqual([]);
});

import { withDemonstration } from './demonstration.js';
import { TOUR_MS, type Visitor } from './visitor.js';

const PEOPLE = [
  'betaalfunctionaris-1',
  'approver2-1',
  'casemanager-1',
  'uitkeringen-1',
  'finance-1',
  'contracts-1',
  'auditor-1',
  'werkplein-1',
] as const;

/** What the program calls a batch, sample, list or objection; people call it by its day. */
const NAME_OF_MACHINE = /(^|\s)(batch|sample|list)\.|\.bezwaar/;

/** Paths that differ in a number only are one screen. */
const screenOf = (path: string): string =>
  path
    .split('?')[0]
    ?.split('/')
    .map((part, at, parts) => (/[\d.@]|^[A-Z]/.test(part) || isFile(part, parts[at - 1]) ? '_' : part))
    .join('/') ?? path;

/** The name of a file is thirteen letters, and may have no digit among them. */
const isFile = (part: string, before: string | undefined): boolean => before === 'dossiers' && part.length === 13;

withDemonstration('every page', (at) => {
  /** Screens looked at already, by whoever saw them first. */
  const seen = new Set<string>();

  test.each([...PEOPLE, 'a client'])(
    'what %s can open has no fault axe knows of in either language, loses nothing on a small screen and asks no other host',
    async (somebody) => {
      const person = somebody === 'a client' ? await aClient(at.url) : somebody;
      const visitor = await at.signedIn(person);
      const faults = await walk(visitor, somebody.replace(' ', '-'), seen);
      await visitor.close();
      expect(faults).toEqual([]);
    },
    TOUR_MS,
  );

  test('that were screens of every kind', () => {
    console.log(`${seen.size} screens: ${[...seen].toSorted().join(' ')}`);
    expect(seen.size).toBeGreaterThan(PEOPLE.length);
  });

  test.each(['nl', 'en'] as const)(
    'signing in, a page that does not exist and one for another role are fine too (%s)',
    async (language) => {
      const visitor = await at.visitor(language);
      await visitor.go('/');
      expect(await visitor.faults()).toEqual([]);
      await visitor.signIn('werkplein-1');
      for (const path of ['/bestaat-niet', '/werkvoorraad']) {
        await visitor.go(path);
        expect(await visitor.faults()).toEqual([]);
      }
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
  );
});

/** Walks from link to link and looks at each screen once, in both languages. */
async function walk(visitor: Visitor, person: string, seen: Set<string>): Promise<string[]> {
  const faults: string[] = [];
  const waiting = ['/'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await visitor.go(path);
    if (path !== '/') {
      const found = await visitor.faults();
      const heading = await visitor.page.locator('h1').first().innerText();
      if (NAME_OF_MACHINE.test(heading)) faults.push(`${path}: a stored id in the heading, ${heading}`);
      await visitor.picture(`${screenOf(path).slice(1)}/${person}`);
      await visitor.speak('English');
      found.push(...(await visitor.faults()));
      await visitor.speak('Nederlands');
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    for (const link of await linksOn(visitor)) {
      if (seen.has(screenOf(link))) continue;
      seen.add(screenOf(link));
      waiting.push(link);
    }
  }
  return [...faults, ...visitor.complaints];
}

const linksOn = async ({ page }: Visitor): Promise<string[]> => {
  const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  return links.flatMap((path) => (path === null || /^\/(docs|v1|sessie)\b/.test(path) ? [] : [path]));
};

/** Somebody a client's file is about; whoever it is, the screens are the same. */
async function aClient(url: string): Promise<string> {
  const { people } = (await (await fetch(`${url}/sessie`)).json()) as {
    readonly people: readonly { readonly key: string; readonly role: string }[];
  };
  return people.find(({ role }) => role === 'CLIENT')?.key ?? '';
}

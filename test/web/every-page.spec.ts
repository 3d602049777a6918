import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ServerProcess } from '../e2e/server-process.js';
import { BROWSER_LIMIT, openBrowser, Visitor, withBrowser } from './visitor.js';

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

/** Paths that differ in a number only are one screen. */
const screenOf = (path: string): string =>
  path
    .split('?')[0]
    ?.split('/')
    .map((part) => (/[\d.@]|^[A-Z]/.test(part) ? '_' : part))
    .join('/') ?? path;

withBrowser('every page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-pages-'));
  let server: ServerProcess;
  let browser: Browser;
  beforeAll(async () => {
    server = await ServerProcess.start(folder, { DEMONSTRATION: 'on' });
    browser = await openBrowser();
  }, BROWSER_LIMIT);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['nl', 'en'] as const)(
    'no screen has a fault axe knows of, loses anything on a small screen or asks another host (%s)',
    async (language) => {
      const seen = new Set<string>();
      const faults: string[] = [];
      for (const person of [...PEOPLE, await aClient(server.url)]) {
        const visitor = await Visitor.open({ browser, url: server.url, language });
        await visitor.signIn(person);
        faults.push(...(await walk(visitor, person, seen)));
        await visitor.close();
      }
      console.log(`${seen.size} screens in ${language}: ${[...seen].toSorted().join(' ')}`);
      expect(faults).toEqual([]);
      expect(seen.size).toBeGreaterThan(1);
    },
    2 * BROWSER_LIMIT,
  );

  test.each(['nl', 'en'] as const)(
    'signing in, a page that does not exist and one for another role are fine too (%s)',
    async (language) => {
      const visitor = await Visitor.open({ browser, url: server.url, language });
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
    BROWSER_LIMIT,
  );
});

/** Walks from link to link and looks at each screen once; what somebody else was shown already is not looked at again. */
async function walk(visitor: Visitor, person: string, seen: Set<string>): Promise<string[]> {
  const faults: string[] = [];
  const waiting = ['/'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await visitor.go(path);
    if (path !== '/') {
      faults.push(...(await visitor.faults()).map((fault) => `${person} on ${path}: ${fault}`));
      if (visitor.language === 'nl') await visitor.picture(`${screenOf(path).slice(1)}/${person}`);
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

/// <reference lib="dom" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDemonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

interface People {
  readonly people: readonly {
    readonly key: string;
    readonly client?: string;
    readonly label: { readonly nl: string };
  }[];
}
interface Rows {
  readonly results: readonly { readonly claimId: string }[];
}

/** Two of the demonstration's providers claim on the same client. */
const PROVIDER = 'alexander-calder-1';
const SOURCE = 'apps/web/src';
const OTHERS = /FOURSTAR|RANDSTAD|SAGENN|PASWERK|WERKPLEIN|SALLCON|AGENS|betaalfunctionaris-\d|approver2-\d/;

withDemonstration('a provider behind a browser', (at) => {
  let visitor: Visitor;
  /** Everything the server answered in the session of the provider, by path. */
  const answers = new Map<string, string>();
  let people: People['people'];
  let own: string;
  let rivals: string;

  beforeAll(async () => {
    ({ people } = await ask<People>('/sessie'));
    own = await firstClaimOf(PROVIDER);
    rivals = await firstClaimOf('fourstar-1');
    visitor = await at.signedIn(PROVIDER);
    visitor.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/^\/(v1|sessie)\b/.test(pathname))
        void response.text().then(
          (text) => answers.set(pathname, text),
          () => undefined,
        );
    });
  });

  const ask = async <T>(path: string, cookie = ''): Promise<T> =>
    (await (await fetch(at.url + path, { headers: { cookie } })).json()) as T;

  const firstClaimOf = async (person: string): Promise<string> => {
    const signedIn = await fetch(`${at.url}/sessie`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-uitkomst': 'pagina' },
      body: JSON.stringify({ person }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return (await ask<Rows>('/v1/claims', cookie)).results[0]?.claimId ?? '';
  };

  /** Every path that the pages know, their own areas and all others, filled in with what belongs to others. */
  const everyScreen = (): string[] =>
    readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('-area.ts'))
      .flatMap((path) => {
        const area = /path: '([^']+)'/.exec(readFileSync(join(SOURCE, path), 'utf8'))?.[1] ?? '';
        const routes = readFileSync(join(SOURCE, path.replace(/-area\.ts$/, '-routes.tsx')), 'utf8');
        const below = Array.from(routes.matchAll(/path="([^"*]+)"/g), ([, route = '']) => route);
        return ['', ...below].map((route) => `/${area}/${filledIn(route)}`.replace(/\/$/, ''));
      });

  const filledIn = (route: string): string => {
    const [file = ''] = rivals.split('.');
    const theirs: Readonly<Record<string, string>> = {
      claimId: rivals,
      dossierRef: file,
      batchId: 'B-2009-05-1',
      providerId: 'FOURSTAR',
      contractId: 'K-FOURSTAR',
      clawbackId: `${file}.terugvordering`,
      objectionId: `${file}.bezwaar`,
    };
    return route.replace(/:(\w+)/g, (_whole, name: string) => theirs[name] ?? '00000000-0000-4000-8000-000000000001');
  };

  test('who types the addresses of officers, auditors, finance and clients sees nothing of others, in page and answers', async () => {
    expect([own, rivals].map((claimId) => claimId.split('.')[0])).toEqual(Array(2).fill(own.split('.')[0]));
    const clients = people.filter(({ client }) => client !== undefined);
    const names = new RegExp(clients.map(({ label }) => label.nl).join('|'));
    const screens = everyScreen();
    expect(screens.length).toBeGreaterThan(20);
    for (const path of screens) {
      await visitor.go(path);
      const shown = await visitor.page.locator('main').innerText();
      expect([path, shown]).toEqual([path, expect.not.stringMatching(OTHERS)]);
      expect([path, shown]).toEqual([path, expect.not.stringMatching(names)]);
    }
    for (const [path, text] of answers) expect([path, text]).toEqual([path, expect.not.stringMatching(OTHERS)]);
    expect(answers.size).toBeGreaterThan(3);
  });

  test('its own screens tell of nobody else either', async () => {
    for (const path of ['/mijn-declaraties', `/mijn-declaraties/${own}`, '/mijn-brieven', '/mijn-betalingen']) {
      await visitor.go(path);
      const shown = await visitor.page.locator('main').innerText();
      expect([path, shown]).toEqual([path, expect.not.stringMatching(OTHERS)]);
    }
    expect(answers.get('/v1/claims')).toContain(own);
    for (const [path, text] of answers) expect([path, text]).toEqual([path, expect.not.stringMatching(OTHERS)]);
  });

  test('the files of the pages hold no data', () => {
    const web = 'dist/apps/web';
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(js|css|html)$/.test(path),
    );
    const [file = ''] = rivals.split('.');
    for (const path of files) {
      const text = readFileSync(join(web, path), 'utf8');
      for (const secret of [OTHERS, new RegExp(file), /ALEXANDER-CALDER/, /999990019/])
        expect([path, secret.test(text)]).toEqual([path, false]);
    }
    expect(files.length).toBeGreaterThan(5);
  });
});

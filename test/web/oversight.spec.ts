import { readFileSync } from 'node:fs';
import type { Route } from 'playwright-core';
import { withDemonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

interface Proof {
  readonly leaf: string;
  readonly parts: Record<string, { readonly salt: string; readonly text: string }>;
  readonly inclusion: { readonly leafIndex: number; readonly checkpoint: string; readonly hashes: readonly string[] };
}

const BEFORE = '2009-04-10';
const AFTER = '2009-06-01';

/** The server's answer with what links two seals replaced. */
const withoutLink = async (route: Route): Promise<void> => {
  const answer = await route.fetch();
  const seal = (await answer.json()) as { readonly consistency?: readonly string[] };
  await route.fulfill({ response: answer, json: { ...seal, consistency: ['00'.repeat(32)] } });
};

withDemonstration('an auditor', (at) => {
  let auditor: Visitor;
  let claimId: string;

  beforeAll(async () => {
    auditor = await at.signedIn('auditor-1');
    claimId = await auditor.page.evaluate(async () => {
      const { results } = (await (await fetch('/v1/claims?pageSize=100')).json()) as {
        readonly results: readonly { readonly claimId: string; readonly providerId: string }[];
      };
      return results.find(({ providerId }) => providerId === 'RANDSTAD')?.claimId ?? '';
    });
  });

  /** A new event, sealed before this goes on. */
  async function recordSomething(): Promise<void> {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await at.server.token('REGISTRY', { organisation: 'UWV' })}`,
    };
    const body = JSON.stringify({ system: 'UWV_POLIS', completeThrough: '2026-10-31' });
    const recorded = await fetch(`${at.url}/v1/watermerken`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': 'later' },
      body,
    });
    const { receipt } = (await recorded.json()) as { readonly receipt: { readonly eventId: string } };
    const proof = await fetch(`${at.url}/v1/gebeurtenissen/${receipt.eventId}/bewijs`, { headers });
    expect(proof.status).toBe(200);
  }

  const rowOf = async (name: string | RegExp): Promise<string[]> =>
    auditor.page.getByRole('row', { name }).first().locator('th, td').allInnerTexts();

  /** Each step of the check with its result. */
  const steps = async (): Promise<Record<string, string>> => {
    await auditor.page.getByText(/Het bewijs klopt( niet)?\./).waitFor();
    const rows = await auditor.page.locator('table').last().locator('tbody tr').all();
    const told = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
    return Object.fromEntries(told.map(([step = '', result = '']) => [step.slice(0, 12), result]));
  };

  /** From the rule that decided down to the event it rests on. */
  const openEvidence = async (): Promise<void> => {
    await auditor.go(`/verantwoording/tijdreis/declaraties/${claimId}?asOf=${AFTER}&knownAsOf=${AFTER}`);
    await auditor.page.getByRole('row', { name: /^R30/ }).getByRole('link').first().click();
  };

  test('replays the contested claim of Anja at two dates and sees what made the difference', async () => {
    const { page } = auditor;
    await auditor.go('/verantwoording/tijdreis');
    await page.getByRole('link', { name: claimId }).click();
    await page.getByLabel('Vergelijk met een tweede stand').check();
    for (const [field, day] of [
      ['asOf', BEFORE],
      ['knownAsOf', BEFORE],
      ['asOf2', AFTER],
      ['knownAsOf2', AFTER],
    ] as const)
      await page.locator(`[name="/${field}"]`).fill(day);
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.getByRole('heading', { name: 'Verschil tussen de twee standen' }).waitFor();
    await page.getByRole('row', { name: /^Uitkomst/ }).waitFor();
    expect(await rowOf(/^Uitkomst/)).toEqual(['Uitkomst', 'nog niet te beslissen', 'afgewezen']);
    expect(await rowOf('Regel R30')).toEqual([
      'Regel R30',
      'open: De sollicitatiedatum is niet bekend.',
      'niet voldaan: De sollicitatie begon op 18-08-2008, vóór de intake op 01-09-2008.',
    ]);
    await page.getByRole('row', { name: /^Sollicitatie begonnen/ }).waitFor();
    expect(await rowOf(/^Sollicitatie begonnen/)).toContain('alleen de tweede stand');
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/waarom-op-twee-datums');
  });

  test('sees the whole file as it stood, drawn and as a table', async () => {
    const { page } = auditor;
    await page.getByRole('link', { name: 'Het hele dossier op deze datums' }).click();
    await page
      .getByRole('row', { name: /wacht op registers/ })
      .first()
      .waitFor();
    expect(await page.locator('.timeline svg').count()).toBe(1);
    expect(await page.getByRole('row', { name: /Verklaring van de cliënt/ }).count()).toBe(1); // Only in the difference.
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/dossier-op-twee-datums');
  });

  test('has the first and the last assessment computed again: byte for byte the same', async () => {
    const { page } = auditor;
    for (const [number, outcome] of [
      [1, 'nog niet te beslissen'],
      [5, 'afgewezen'],
    ] as const) {
      await auditor.go(`/verantwoording/tijdreis/declaraties/${claimId}`);
      await page.getByRole('link', { name: `Beoordeling ${number}` }).click();
      await page.getByText('byte voor byte gelijk aan wat is vastgelegd').waitFor();
      expect(await page.locator('dl.facts').first().innerText()).toContain(outcome);
    }
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/opnieuw-berekend');
  });

  describe('follows the decision down to an event, and the browser checks its proof', () => {
    const HOLDS = '✓\u00A0klopt';
    const FAILS = '✕\u00A0klopt niet';

    test('it holds as the server sent it', async () => {
      await openEvidence();
      expect(new Set(Object.values(await steps()))).toEqual(new Set([HOLDS]));
      await auditor.page.getByText('Het bewijs klopt.', { exact: true }).waitFor();
      expect(await auditor.page.getByRole('heading', { level: 1 }).innerText()).toBe('Sollicitatie begonnen');
      expect(await auditor.faults()).toEqual([]);
      await auditor.picture('auditor/bewijs');
    });

    const changes: readonly (readonly [string, string, (proof: Proof) => unknown])[] = [
      [
        'another day in what was recorded',
        'Wat u leest ',
        ({ parts, ...proof }) => ({
          ...proof,
          parts: Object.fromEntries(
            Object.entries(parts).map(([name, { salt, text }]) => [
              name,
              { salt, text: text.replace('2008-08-18', '2008-09-18') },
            ]),
          ),
        }),
      ],
      [
        'a part that was left out',
        'Wat u leest ',
        ({ parts: { actor, ...parts }, ...proof }) => ({ ...proof, parts: actor && parts }),
      ],
      [
        'another place in the ledger',
        'Het blad sta',
        ({ inclusion, ...proof }) => ({ ...proof, inclusion: { ...inclusion, leafIndex: inclusion.leafIndex + 1 } }),
      ],
      [
        'a seal that was not signed',
        'Het zegel is',
        ({ inclusion, ...proof }) => ({
          ...proof,
          inclusion: {
            ...inclusion,
            checkpoint: inclusion.checkpoint.replace(/(— \S+ .{10})(.)/, (_all, start: string, one: string) =>
              start.concat(one === 'A' ? 'B' : 'A'),
            ),
          },
        }),
      ],
    ];

    test.each(changes)('an answer with %s is shown as failed', async (_what, failing, change) => {
      const tamper = async (route: Route): Promise<void> => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: change((await answer.json()) as Proof) });
      };
      await auditor.page.route('**/v1/gebeurtenissen/*/bewijs', tamper);
      await openEvidence();
      const told = await steps();
      await auditor.page.unroute('**/v1/gebeurtenissen/*/bewijs', tamper);
      expect(told[failing]).toBe(FAILS);
      expect(Object.values(told).filter((result) => result === HOLDS)).toHaveLength(4);
      await auditor.page.getByText('Het bewijs klopt niet.').waitFor();
    });

    test('a failed proof reads as well as one that holds', async () => {
      expect(await auditor.faults()).toEqual([]);
      await auditor.picture('auditor/bewijs-klopt-niet');
    });
  });

  test('keeps a seal, and sees that the ledger only grew since; a changed link is shown as broken', async () => {
    const { page } = auditor;
    await auditor.go('/verantwoording/grootboek/zegels');
    await page.getByRole('button', { name: 'Bewaar het laatste zegel' }).click();
    await page.getByText(/^Bewaard: een zegel over/).waitFor();
    await recordSomething();
    await auditor.go('/verantwoording/grootboek');
    await auditor.picture('auditor/grootboek');
    await auditor.go('/verantwoording/grootboek/zegels');
    await page.getByText('Het grootboek is alleen gegroeid.').first().waitFor();
    await auditor.picture('auditor/zegels');
    await page.route('**/v1/zegels/*?*', withoutLink);
    await auditor.go('/verantwoording/grootboek/zegels');
    await page.getByText('Deze twee zegels passen niet bij elkaar.').first().waitFor();
    await page.unroute('**/v1/zegels/*?*', withoutLink);
    expect(await auditor.faults()).toEqual([]);
  });

  test('asks what another definition set would come to: two totals side by side, drawn and as a table', async () => {
    const { page } = auditor;
    await auditor.go('/verantwoording/proefberekening');
    await page.getByLabel('Normenkader B').selectOption('AMS-D7@1');
    await page.getByLabel('Peildatum').fill(AFTER);
    await page.getByLabel('Kennisdatum').fill(AFTER);
    await page.getByRole('button', { name: 'Berekenen' }).click();
    await page.getByText('Totalen naast elkaar').waitFor();
    const drawn = await page.locator('svg.bars g g text').allTextContents();
    const table = page.getByRole('table', { name: 'Totalen naast elkaar' });
    const rows = await table.locator('tbody tr').all();
    const told = await Promise.all(rows.slice(1).map((row) => row.locator('td').allInnerTexts()));
    expect(drawn).toEqual(told.flatMap(([a, b]) => [`A: ${a}`, `B: ${b}`]));
    expect(told.length).toBeGreaterThan(1);
    expect(await page.getByRole('table', { name: 'Welke regel het verschil maakt' }).count()).toBe(1);
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/proefberekening');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
    const [head = '', ...saved] = readFileSync(await (await saving).path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(head).toBe('\uFEFFDeclaratie;Aanbieder;Uitkomst A;Bedrag A;Uitkomst B;Bedrag B;Verschil;Regel');
    const different = page.getByRole('table', { name: 'Declaraties die anders uitvallen' }).locator('tbody tr');
    expect(saved).toHaveLength(await different.count());
  });

  test('sees the totals of all claims on two days, and what was decided differently in between', async () => {
    const { page } = auditor;
    await auditor.go('/verantwoording/tijdreis/momenten');
    await page.getByLabel('Eerste dag').fill(AFTER);
    await page.getByLabel('Tweede dag').fill(BEFORE);
    await page.getByRole('button', { name: 'Vergelijken' }).click();
    await page.getByRole('alert').getByText('De tweede dag moet na de eerste liggen.').waitFor();
    await page.getByLabel('Eerste dag').fill(BEFORE);
    await page.getByLabel('Tweede dag').fill(AFTER);
    await page.getByRole('button', { name: 'Vergelijken' }).click();
    await page.getByRole('row', { name: claimId }).waitFor();
    expect((await rowOf(claimId)).slice(1, 4).join('; ')).toMatch(
      /^RANDSTAD; nog niet te beslissen, €.0,00; afgewezen, €.0,00$/,
    );
    const totals = page.getByRole('table', { name: 'Totalen naast elkaar' });
    await totals.waitFor();
    expect(await totals.locator('thead th').allInnerTexts()).toEqual(['Wat', 'Eerste dag', 'Tweede dag', 'Verschil']);
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/twee-momenten');
  });

  test('draws a sample, records a finding and reads the interval', async () => {
    const { page } = auditor;
    await auditor.go('/verantwoording/steekproeven');
    await page.getByRole('button', { name: 'Aankondigen en trekken' }).click();
    await page.getByRole('alert').getByText('Vul in: Aantal declaraties.').waitFor();
    await page.getByLabel('Aantal declaraties').fill('3');
    await page.getByRole('button', { name: 'Aankondigen en trekken' }).click();
    await page.getByRole('heading', { name: /^Steekproef van \d\d-\d\d-\d{4}$/, level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Bevinding vastleggen' }).waitFor();
    for (const [finding, reason] of [['terecht'], ['onterecht', 'bewijs ontbreekt'], ['terecht']]) {
      await page.getByLabel('Bevinding', { exact: true }).selectOption(finding ?? '');
      if (reason !== undefined) await page.getByLabel('Reden', { exact: true }).selectOption(reason);
      await page.getByRole('button', { name: 'Vastleggen' }).click();
      await page.getByText('De bevinding is vastgelegd.').waitFor({ state: 'attached' });
      await auditor.settled();
    }
    await page.getByText('Alles is gecontroleerd.').waitFor();
    expect(await page.locator('p', { hasText: 'Foutpercentage' }).innerText()).toMatch(
      /33,33.%; met 95 % zekerheid tussen/,
    );
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/steekproef');
  });

  test('sees who looked at which file, and meets nothing but our own server', async () => {
    const { page } = auditor;
    await auditor.go(`/verantwoording/tijdreis/declaraties/${claimId}`);
    await page.getByRole('row', { name: /Beoordeling 1/ }).waitFor();
    await auditor.go('/verantwoording/toezicht/verwerkingen');
    await page.locator('[name="/dossierRef"]').fill(claimId.split('.')[0] ?? '');
    await page.getByLabel('Vanaf', { exact: true }).fill('01-02-2009');
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.waitForURL(/from=2009-02-01/);
    await page
      .getByRole('row', { name: /uitleg van een beoordeling gelezen/ })
      .first()
      .waitFor();
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/wie-inzag');
    expect(auditor.complaints).toEqual([]);
  });
});

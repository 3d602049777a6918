import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { withDemonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

const APRIL = '2009-04-30';
const JUNE = '2009-06-30';
const PAST = 'U kijkt naar een stand van toen. Stand op 30-04-2009, met wat op 30-04-2009 bekend was.';

const rows = (within: Locator): Locator => within.locator('tbody tr');

withDemonstration('an auditor looks back at lists', (at) => {
  let auditor: Visitor;

  beforeAll(async () => {
    auditor = await at.signedIn('auditor-1');
  });

  /** Chooses the two dates as people do, and waits for the past. */
  async function choose(dates: Readonly<Record<string, string>>): Promise<void> {
    const { page } = auditor;
    if (!(await page.locator('form.cuts').isVisible())) await page.getByText(/^Kijk terug/).click();
    for (const [field, day] of Object.entries(dates)) await page.locator(`[name="/${field}"]`).fill(day);
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.locator('output.past').waitFor();
    await auditor.settled();
  }

  const listed = async (): Promise<number> => rows(auditor.page.locator('main table').last()).count();

  test('opens the work list from the navigation, and at an earlier day with what was known then', async () => {
    const { page } = auditor;
    await page.getByRole('navigation').getByRole('link', { name: 'Werkvoorraad' }).click();
    await auditor.settled();
    const now = await page.getByText(/^\d+ declaraties?$/).innerText();
    await choose({ asOf: APRIL, knownAsOf: APRIL });
    expect(await page.locator('output.past').innerText()).toContain(PAST);
    expect(await page.getByText(/^\d+ declaraties?$/).innerText()).not.toBe(now);
    const link = page.locator('main table a').first();
    expect(await link.getAttribute('href')).toMatch(
      /^\/verantwoording\/tijdreis\/declaraties\/.+\?asOf=2009-04-30&knownAsOf=2009-04-30$/,
    );
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/werkvoorraad-van-toen');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download als spreadsheet (CSV)' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`werkvoorraad-${APRIL}.csv`);
    expect(readFileSync(await file.path(), 'utf8')).toContain(`;${APRIL};`);
    await page.getByLabel('Welk werk').selectOption('all'); // A filter stays in the same past.
    await auditor.settled();
    expect(page.url()).toContain(`knownAsOf=${APRIL}`);
    await page.getByRole('button', { name: 'Terug naar nu' }).click();
    await page.waitForURL((url) => !url.searchParams.has('knownAsOf'));
    await auditor.settled();
    expect([page.url().includes('knownAsOf'), page.url().includes('scope=all')]).toEqual([false, true]);
    expect(await page.getByText('U kijkt naar een stand van toen.').count()).toBe(0);
  });

  test('sees in what the work list of two days differs, in figures, claims and the events behind them', async () => {
    const { page } = auditor;
    await auditor.go('/werkvoorraad');
    await page.getByText(/^Kijk terug/).click();
    await page.getByLabel('Vergelijk met een tweede stand').check();
    await choose({ asOf: APRIL, knownAsOf: APRIL, asOf2: JUNE, knownAsOf2: JUNE });
    const figures = page.getByRole('table', { name: 'De hele werkvoorraad in twee standen' });
    const all = await figures
      .getByRole('row', { name: /^Alle declaraties/ })
      .locator('td')
      .allInnerTexts();
    const [first = 0, second = 0, change = 0] = all.map(Number);
    expect(change).toBe(second - first);
    expect(await figures.getByRole('row', { name: /^Betaling opgedragen/ }).count()).toBe(1);
    const claims = page.getByRole('table', { name: 'Declaraties die anders staan' });
    const [told = ''] = await page.getByText(/declaraties? sta/).allInnerTexts();
    expect(await rows(claims).count()).toBe(Number(told.split(' ')[0]));
    await claims.getByRole('link', { name: 'Betaling opgedragen' }).first().waitFor();
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/werkvoorraad-verschil');
    await claims.getByRole('link', { name: 'Betaling opgedragen' }).first().click();
    await page.waitForURL('**/verantwoording/gebeurtenissen/**');
  });

  test('finds the batches and the journal of the same past, and in it nothing to act on', async () => {
    const { page } = auditor;
    await page.getByRole('navigation').getByRole('link', { name: 'Betaalbatches' }).click();
    await page.getByRole('heading', { level: 1, name: 'Betaalbatches' }).waitFor(); // Until then it is the page before.
    await auditor.settled();
    const batches = await listed();
    await choose({ asOf: APRIL, knownAsOf: APRIL });
    expect([batches > 1, await listed()]).toEqual([true, 1]);
    await page.getByText('B-2009-04').waitFor();
    await page.getByText(/^Betaalbatch van \d\d-04-2009$/).waitFor();
    expect(await page.locator('main table a').count()).toBe(0); // A batch's own page knows the present only.
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/betaalbatches-van-toen');
    await auditor.go('/financien/journaal?jaar=2009');
    const lines = await rows(page.locator('main table').first()).count();
    await choose({ asOf: APRIL, knownAsOf: APRIL });
    expect(lines).toBeGreaterThan(1);
    expect(await rows(page.locator('main table').first()).count()).toBe(1);
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/journaal-van-toen');
  });

  test('points at a day in the calendar instead of writing it', async () => {
    const { page } = auditor;
    await auditor.go('/werkvoorraad');
    await page.getByText(/^Kijk terug/).click();
    await page.getByRole('button', { name: 'Kalender' }).first().click();
    // The calendar itself is drawn outside the page: what it gives comes by its field.
    await page.locator('.day-picker input').first().fill(APRIL, { force: true });
    expect(await page.getByLabel('Peildatum').inputValue()).toBe('30-04-2009');
  });

  test('finds clawbacks, objections and silent trajects in the past, in English too', async () => {
    for (const path of ['/terugvorderingen', '/bezwaren', '/dossiers/stil']) {
      await auditor.go(`${path}?asOf=${APRIL}&knownAsOf=${APRIL}`);
      expect(await auditor.page.locator('output.past').innerText()).toContain(PAST);
      expect(await auditor.faults()).toEqual([]);
    }
    await auditor.speak('English');
    expect(await auditor.page.locator('output.past').innerText()).toContain('You are looking at a past state.');
    await auditor.speak('Nederlands');
  });

  test('a day that nobody knows yet is refused at the list itself', async () => {
    await auditor.go('/werkvoorraad?knownAsOf=2199-01-01');
    await auditor.page.getByRole('alert').waitFor();
    expect(await auditor.page.locator('main table').count()).toBe(0);
  });

  test('an officer in the past is offered nothing to do, and no dates to choose', async () => {
    const officer = await at.signedIn('betaalfunctionaris-1');
    await officer.go('/betaalbatches');
    expect(await officer.page.getByRole('link', { name: /batch/ }).count()).toBeGreaterThan(0);
    expect(await officer.page.locator('form.cuts').count()).toBe(0);
    await officer.go(`/betaalbatches?knownAsOf=${APRIL}`);
    expect(await officer.page.locator('main a').count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });
});

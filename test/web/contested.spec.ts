import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ServerProcess } from '../e2e/server-process.js';
import { BROWSER_LIMIT, openBrowser, Visitor, withBrowser } from './visitor.js';

withBrowser('Anja, whom two companies claim', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-contested-'));
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

  test(
    'an officer finds her claim and reads side by side why neither company earned the bonus',
    async () => {
      const officer = await Visitor.open({ browser, url: server.url });
      await officer.signIn('betaalfunctionaris-1');
      await officer.go('/werkvoorraad?scope=all&providerId=RANDSTAD');
      await officer.page.getByRole('row', { name: 'RANDSTAD' }).getByRole('link').first().click();
      await officer.settled();
      await officer.page.getByRole('link', { name: 'Alle declaraties van deze cliënt naast elkaar' }).click();
      await officer.page.getByRole('columnheader', { name: 'UWV-RIB' }).waitFor();
      await officer.settled();
      const row = officer.page.getByRole('row');
      const [randstad = '', uwv = ''] = await row.filter({ hasText: 'Status' }).first().locator('td').allInnerTexts();
      expect(randstad).toContain('De sollicitatie begon op 18-08-2008, vóór de intake op 01-09-2008. (R30)');
      expect(uwv).toContain('De gemeente heeft deze cliënt niet bij deze aanbieder geplaatst. (R2)');
      expect(uwv).not.toContain('R30');
      const intake = await row.filter({ hasText: 'Intake' }).last().locator('td').allInnerTexts();
      expect(intake).toEqual(['01-09-2008', '–']);
      await officer.page.getByText('Melding van andere financier').first().waitFor();
      expect(await officer.faults()).toEqual([]);
      await officer.picture('officer/anja-side-by-side');
      expect(officer.complaints).toEqual([]);
      await officer.close();
    },
    BROWSER_LIMIT,
  );
});

import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { runApp, type RunningApp } from '../e2e/running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from '../e2e/story.js';
import { BROWSER_LIMIT, openBrowser, Visitor, withBrowser } from './visitor.js';

withBrowser('what changes under someone’s eyes', () => {
  const clock = storyClock('2004-01-05');
  let running: RunningApp;
  let browser: Browser;
  let url: string;
  let file: string;
  beforeAll(async () => {
    running = await runApp({ clock });
    await setOut(running, ['SAGENN']);
    clock.moveTo('2008-10-10');
    file = await clientWithJob(running, BSNS[0], ['SAGENN']);
    await running.app.http.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(running.app.http.getHttpServer().address() as AddressInfo).port}`;
    browser = await openBrowser();
  }, BROWSER_LIMIT);
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });

  test('a claim that comes in appears on the desk of who is looking, and the page of the claim follows what is recorded', async () => {
    const officer = await Visitor.open({ browser, url });
    await officer.signIn('betaalfunctionaris-1');
    const listens = officer.page.waitForResponse(/wijzigingen/);
    await officer.go('/werkvoorraad');
    expect((await listens).status()).toBe(200);
    const provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
    const { claimId } = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file)));
    await officer.page.locator(`a[href*="${claimId}"]`).first().waitFor();
    await officer.go(`/declaraties/${claimId}`);
    const before = await officer.page.locator('main').innerText();
    const withdrawn = { reason: 'MISTAKE' };
    must(await provider.post(`/claims/${claimId}/intrekkingen`, withdrawn, { ifMatch: '"r1"' }));
    await officer.page.getByText('ingetrokken', { exact: false }).first().waitFor();
    expect(before).not.toMatch(/ingetrokken/i);
    expect(officer.complaints).toEqual([]);
    await officer.close();
  });
});

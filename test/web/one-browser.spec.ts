/// <reference lib="dom" />
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from '../e2e/story.js';
import { withStory } from './story-app.js';

const clock = storyClock('2004-01-05');

withStory('people who share one browser', clock, (at) => {
  let claimId: string;
  beforeAll(async () => {
    await setOut(at.running, ['SAGENN', 'AGENS']);
    clock.moveTo('2008-10-10');
    const file = await clientWithJob(at.running, BSNS[0], ['SAGENN']);
    const provider = await at.running.as('PROVIDER', { organisation: 'SAGENN' });
    claimId = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file))).claimId;
  });

  test('who signs in after a session ended sees nothing that was read in it', async () => {
    const visitor = await at.signedIn('sagenn-1');
    const { page } = visitor;
    await visitor.go('/mijn-declaraties');
    await page.getByRole('link', { name: claimId }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Brieven' }).click();
    await page.locator('button[value="agens-1"]').waitFor();
    await page.route(/\/v1\/claims/, () => undefined); // The answer stays away.
    await page.locator('button[value="agens-1"]').click();
    await page.getByRole('link', { name: 'Mijn declaraties' }).first().click();
    await page.getByRole('heading', { name: 'Mijn declaraties' }).waitFor();
    expect(await page.getByRole('link', { name: claimId }).count()).toBe(0);
  });

  test('a second page follows who signed in on the first, and shows nothing of who was there before', async () => {
    const { page } = await at.signedIn('sagenn-1');
    const second = await page.context().newPage();
    await second.goto(`${at.url}/mijn-declaraties`);
    await second.getByRole('link', { name: claimId }).waitFor();
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await second.locator('button[value="agens-1"]').waitFor();
    await page.locator('button[value="agens-1"]').click();
    await second.locator('.signed-in').getByText('AGENS').waitFor();
    expect(await second.locator('.signed-in strong').innerText()).toBe('Aanbieder AGENS'); // Said once.
    expect(await second.getByRole('link', { name: claimId }).count()).toBe(0);
  });

  test('a page that heard nothing asks who is signed in once it is looked at again', async () => {
    const { page } = await at.signedIn('sagenn-1');
    const body = { data: { person: 'agens-1' }, headers: { 'x-uitkomst': 'pagina' } };
    expect((await page.request.post(`${at.url}/sessie`, body)).status()).toBe(201);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await page.locator('.signed-in').getByText('AGENS').waitFor();
  });

  test('what was filled in when a session ended is still there after signing in again, and is then recorded', async () => {
    const visitor = await at.signedIn('contracts-1');
    const { page } = visitor;
    await visitor.go('/voorwaarden/aanbieders/nieuw');
    await page.getByLabel(/^Aanbieder/).fill('NIEUW-BV');
    await page.getByLabel(/^Eigendom/).selectOption({ index: 1 });
    await page.getByLabel(/^Geldt vanaf/).fill('01-01-2009');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Vastleggen' }).click();
    await page.getByText('Uw sessie is afgelopen').waitFor();
    expect(await page.getByLabel(/^Aanbieder/).isVisible()).toBe(false);
    await page.locator('button[value="contracts-1"]').click();
    await page.getByText('Uw sessie was afgelopen').waitFor();
    expect(await page.getByLabel(/^Aanbieder/).inputValue()).toBe('NIEUW-BV');
  });

  test('no page complained in the console or asked another host', () => expect(at.complaints).toEqual([]));
});

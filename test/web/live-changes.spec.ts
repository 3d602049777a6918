import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from '../e2e/story.js';
import { withStory } from './story-app.js';

const clock = storyClock('2004-01-05');

withStory('what changes under someone’s eyes', clock, (at) => {
  let file: string;
  beforeAll(async () => {
    await setOut(at.running, ['SAGENN']);
    clock.moveTo('2008-10-10');
    file = await clientWithJob(at.running, BSNS[0], ['SAGENN']);
  });

  test('a claim that comes in appears on the desk of who is looking, and the page of the claim follows what is recorded', async () => {
    const officer = await at.signedIn('betaalfunctionaris-1');
    const listens = officer.page.waitForResponse(/wijzigingen/);
    await officer.go('/werkvoorraad');
    expect((await listens).status()).toBe(200);
    const provider = await at.running.as('PROVIDER', { organisation: 'SAGENN' });
    const { claimId } = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file)));
    await officer.page.locator(`a[href*="${claimId}"]`).first().waitFor();
    await officer.go(`/declaraties/${claimId}`);
    const before = await officer.page.locator('main').innerText();
    const withdrawn = { reason: 'MISTAKE' };
    must(await provider.post(`/claims/${claimId}/intrekkingen`, withdrawn, { ifMatch: '"r1"' }));
    await officer.page.getByText('ingetrokken', { exact: false }).first().waitFor();
    expect(before).not.toMatch(/ingetrokken/i);
    expect(officer.complaints).toEqual([]);
  });
});

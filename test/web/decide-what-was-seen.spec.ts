import { approvedByTwo, BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks } from '../e2e/story.js';
import type { ClaimBody } from '../e2e/story.js';
import { withStory } from './story-app.js';

const clock = storyClock('2004-01-05');
const OFFICER = { subject: 'betaalfunctionaris-1' };

withStory('deciding on what was seen', clock, (at) => {
  let claimId: string;
  let batchId: string;
  beforeAll(async () => {
    await setOut(at.running, ['SAGENN']);
    clock.moveTo('2008-10-10');
    const file = await clientWithJob(at.running, BSNS[0], ['SAGENN']);
    clock.moveTo('2009-04-10');
    await watermarks(at.running, '2009-04-09');
    const provider = await at.running.as('PROVIDER', { organisation: 'SAGENN' });
    claimId = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file))).claimId;
    await approvedByTwo(at.running, [claimId]);
    const officer = await at.running.as('OFFICER', OFFICER);
    batchId = must(await officer.post<{ readonly batchId: string }>('/betaalbatches', { claimIds: [claimId] })).batchId;
  });

  /** What a colleague does with the line, while somebody else looks. */
  async function colleague(does: 'aanhoudingen' | 'vrijgaven', body: object): Promise<void> {
    const officer = await at.running.as('OFFICER', OFFICER);
    const ifMatch = String((await officer.get(`/betaalbatches/${batchId}`)).headers['etag']);
    must(await officer.post(`/betaalbatches/${batchId}/regels/${claimId}/${does}`, body, { ifMatch }));
  }

  test('a batch that changes while somebody is about to decide on it is looked at again first', async () => {
    const payer = await at.signedIn('betaalfunctionaris-2');
    const button = (name: string) => payer.page.getByRole('button', { name, exact: true });
    const dialog = payer.page.getByRole('dialog');
    const decides = dialog.getByRole('button', { name: 'Vrijgeven' });
    await payer.go(`/betaalbatches/${batchId}`);
    await button('Vrijgeven').click();
    await decides.waitFor();
    await colleague('aanhoudingen', { reason: 'MISTAKE' });
    await dialog.getByText('Dit is veranderd terwijl u keek').waitFor();
    expect(await decides.count()).toBe(0);
    expect(await payer.faults()).toEqual([]);
    await payer.picture('officer/batch-overtaken');
    await button('Verder met hoe het nu is').click();
    await decides.waitFor();
    await payer.page.keyboard.press('Escape');

    await button('Batch annuleren').click();
    const cancels = dialog.getByRole('button', { name: 'Batch annuleren' });
    await cancels.waitFor();
    await colleague('vrijgaven', {});
    await dialog.getByText('Dit is veranderd terwijl u keek').waitFor();
    expect(await cancels.count()).toBe(0);
    expect(payer.complaints).toEqual([]);
  });
});

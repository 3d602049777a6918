import { memoryLedger } from '@uitkomst/ledger';
import { ALL_PROJECTIONS } from './all-projections.js';
import { ProjectingElsewhere } from './projecting-elsewhere.js';
import { ProjectionRunner } from './runner.js';
import { invited, record, temporaryFolder } from './testing/index.js';

const folder = temporaryFolder();
afterAll(folder.remove);

test('who does not keep the read models sees when another has brought them as far', async () => {
  const [ledger, reads] = [memoryLedger(), folder.reads()];
  const elsewhere = new ProjectingElsewhere(ledger, reads, ALL_PROJECTIONS);
  await elsewhere.start();
  await record(ledger, 'client-0392-aaaaaaaaaaaaa', invited('Y2026'), invited('Y2027'));
  const head = await ledger.head();
  expect(await elsewhere.lag()).toBe(2);
  expect(await elsewhere.waitUntil(head, 30)).toBe(false);
  const runner = new ProjectionRunner({ ledger, reads, projections: ALL_PROJECTIONS });
  const waiting = elsewhere.waitUntil(head, 60_000);
  await runner.catchUp();
  expect([await waiting, await elsewhere.lag()]).toEqual([true, 0]);
});

import { join } from 'node:path';
import { openLedger, type Ledger, type Position } from '@uitkomst/ledger';
import { threadOfSources } from '@uitkomst/ledger/testing';
import { openReadStore } from '../adapters/open-read-store.js';
import { ALL_PROJECTIONS } from '../all-projections.js';
import { CLIENT_INDEX } from '../client-index/client-index.projection.js';
import { ProjectionRunner } from '../runner.js';
import { invited, record } from '../testing/recording.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { ProjectionThread, ThreadEnded } from './projection-thread.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const client = (n: number): string => `client-0363-aaaaaaaaaaaa${'abcdefgh'[n % 8] ?? 'a'}`;
const write = async (ledger: Ledger, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await record(ledger, client(n * 5), invited('SPRING'));
};

const mainWith = (first: string): URL => threadOfSources('libs/projections/src/thread/thread-main.ts', first);

async function stores(name: string) {
  const [ledgerUrl, readsUrl] = [`${name}-ledger.db`, `${name}-reads.db`].map(
    (file) => `sqlite:${join(folder.path, file)}`,
  );
  const urls = { ledgerUrl: ledgerUrl ?? '', readsUrl: readsUrl ?? '' };
  return { ...urls, ledger: await openLedger(urls.ledgerUrl), store: await openReadStore(urls.readsUrl) };
}

test('what is recorded is read beside the thread that records, with the same rows as in one thread', async () => {
  const { ledger, store, ...urls } = await stores('same');
  await write(ledger, 30);
  const errors: unknown[] = [];
  const thread = new ProjectionThread({ ...urls, ledger, onError: (error) => errors.push(error), main: mainWith('') });
  await thread.start();
  await write(ledger, 20);
  const head = await ledger.head();
  expect(await thread.waitUntil(head, 60_000)).toBe(true);
  expect(await thread.lag()).toBe(0);
  expect(await thread.waitUntil((head + 1) as Position, 20)).toBe(false);
  await thread.stop();
  const { reads } = await openReadStore('memory:');
  await new ProjectionRunner({ ledger, reads, projections: ALL_PROJECTIONS }).catchUp();
  expect(await store.reads.count(CLIENT_INDEX)).toBe(8);
  expect(await store.reads.hash(CLIENT_INDEX)).toBe(await reads.hash(CLIENT_INDEX));
  expect(errors).toEqual([]);
  await store.close();
  await ledger.close();
});

test('a thread that ends by itself is told of and begun again, and nothing is skipped', async () => {
  const { ledger, store, ...urls } = await stores('again');
  const died = join(folder.path, 'died');
  const die = `{ writeFileSync('${died}', ''); process.exit(1); }`;
  const dies = `if (!existsSync('${died}')) parentPort.once('message', () => ${die});`;
  const errors: unknown[] = [];
  const thread = new ProjectionThread({
    ...urls,
    ledger,
    onError: (error) => errors.push(error),
    main: mainWith(dies),
  });
  await thread.start();
  await write(ledger, 16);
  expect(await thread.waitUntil(await ledger.head(), 60_000)).toBe(true);
  expect(errors).toEqual([expect.any(ThreadEnded)]);
  const files = await store.reads.select(CLIENT_INDEX);
  expect(files.reduce((sum, { events }) => sum + events, 0)).toBe((await ledger.head()) + 1);
  await thread.stop();
  await store.close();
  await ledger.close();
});

test('a thread that cannot begin is an error of the start', async () => {
  const { ledger, store, ...urls } = await stores('never');
  const main = mainWith("throw new Error('no room');");
  const thread = new ProjectionThread({ ...urls, ledger, onError: () => undefined, main });
  await expect(thread.start()).rejects.toThrow('no room');
  await thread.stop();
  await store.close();
  await ledger.close();
});

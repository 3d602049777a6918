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

const letters = (n: number): string => n.toString(8).replaceAll(/\d/g, (digit) => 'abcdefgh'[Number(digit)] ?? '');
/** Many files of one event each: so many rows are written in a thread of their own. */
async function manyFiles(ledger: Ledger): Promise<void> {
  const names = Array.from({ length: 300 }, (_, n) => `client-0363-${letters(n).padStart(13, 'a')}`);
  await Promise.all(names.map((stream) => record(ledger, stream, invited('SPRING'))));
}
const rowsMain = threadOfSources('libs/projections/src/adapters/writing/rows-main.ts');

test.each([
  ['many rows are written in a third thread', ''],
  [
    'who writes many rows ends what it writes when the thread that folds is gone, and the next goes on from there',
    `parentPort.on('message', ({ kind }) => { if (kind === 'rows' && !existsSync(DIED)) setTimeout(() => { writeFileSync(DIED, ''); process.exit(1); }, 5); });`,
  ],
])('%s', async (name, happens) => {
  const { ledger, store, ...urls } = await stores(`many-${happens.length}`);
  await manyFiles(ledger);
  const errors: unknown[] = [];
  const main = mainWith(happens.replaceAll('DIED', `'${join(folder.path, 'died-writing')}'`));
  const thread = new ProjectionThread({ ...urls, ledger, onError: (error) => errors.push(error), main, rowsMain });
  await thread.start();
  expect(await thread.waitUntil(await ledger.head(), 60_000)).toBe(true);
  await thread.stop();
  expect([name, errors.length]).toEqual([name, happens === '' ? 0 : 1]);
  const { reads } = await openReadStore('memory:');
  await new ProjectionRunner({ ledger, reads, projections: ALL_PROJECTIONS }).catchUp();
  expect(await store.reads.hash(CLIENT_INDEX)).toBe(await reads.hash(CLIENT_INDEX));
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

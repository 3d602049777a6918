import { join } from 'node:path';
import { dayOf } from '@uitkomst/domain';
import { openLedger, type Position } from '@uitkomst/ledger';
import { threadOfSources } from '@uitkomst/ledger/testing';
import { openReadStore, openScratchReads } from '../adapters/open-read-store.js';
import { CLIENT_INDEX } from '../client-index/client-index.projection.js';
import { invited, record } from '../testing/recording.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { buildCut } from './build-cut.js';
import { buildInThread, hasCutThread } from './cut-thread.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const main = threadOfSources('libs/projections/src/cuts/cut-main.ts');

async function place() {
  const ledgerUrl = `sqlite:${join(folder.path, 'ledger.db')}`;
  const ledger = await openLedger(ledgerUrl);
  for (const letter of 'abcdef') await record(ledger, `client-0392-aaaaaaaaaaaa${letter}`, invited('SPRING'));
  return { ledgerUrl, ledger, cut: { position: ((await ledger.head()) - 2) as Position, day: dayOf('2026-05-01') } };
}

const stop = (): never => {
  throw new RangeError('enough');
};

test('a thread makes the same past state beside the requests; what stops it is told', async () => {
  const { ledgerUrl, ledger, cut } = await place();
  const [path, broken] = ['cut.db', 'broken.db'].map((name) => join(folder.path, name)) as [string, string];
  const reached: Position[] = [];
  await buildInThread({ ledgerUrl, path, cut }, (position) => reached.push(position), main);
  expect(reached.at(-1)).toBe(cut.position);
  const made = openScratchReads(path);
  const { reads } = await openReadStore('memory:');
  await buildCut({ ledger, reads, batchMax: 2, onReached: () => undefined }, cut);
  expect(await made.hash(CLIENT_INDEX)).toBe(await reads.hash(CLIENT_INDEX));
  expect(await made.count(CLIENT_INDEX)).toBe(4);
  await made.close();
  await expect(buildInThread({ ledgerUrl, path: broken, cut }, stop, main)).rejects.toThrow('enough');
  await expect(buildInThread({ ledgerUrl: 'elsewhere:', path: broken, cut }, stop, main)).rejects.toThrow('LEDGER_URL');
  await ledger.close();
});

test('what is in memory stays in its own thread', () => {
  expect(hasCutThread('memory:')).toBe(false);
});

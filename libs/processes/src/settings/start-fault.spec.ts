import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@uitkomst/ledger';
import { startFault } from './start-fault.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => undefined).catch((error: unknown) => error);

test('a database that does not answer is told in a line, without its password', async () => {
  const error = await failing(openLedger('postgres://uitkomst:secret@127.0.0.1:1/ledger'));
  expect(startFault(error)).toMatch(/^PostgreSQL at postgres:\/\/\*\*\*@127\.0\.0\.1:1\/ledger cannot be reached: .+$/);
});

test('a ledger that another process writes is told in a line', async () => {
  const url = `sqlite:${join(folder, 'ledger.db')}`;
  const first = await openLedger(url);
  expect(startFault(await failing(openLedger(url)))).toMatch(/^Another process writes the ledger at /);
  await first.close();
});

test('a port that is taken is told by its setting', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const error = await failing(once(createServer().listen(port, '127.0.0.1'), 'listening'));
  taken.close();
  const own = Object.assign(new Error(), error); // The engine's errors are none of the classes that a spec knows.
  expect(startFault(own)).toBe(`PORT: ${port} at 127.0.0.1 is taken by another program`);
});

test('a bug is told with all there is to know of it', () => {
  expect(startFault(new RangeError('Not a calendar date'))).toBeUndefined();
  expect(startFault('thrown as a text')).toBeUndefined();
});

import { EventEmitter, once } from 'node:events';
import { LedgerUnavailable, memoryLedger, type Ledger } from '@uitkomst/ledger';
import { anEvent } from '@uitkomst/ledger/testing';
import type { Principal } from '../shell/auth/principal.js';
import { openLog } from '../shell/log.js';
import type { Change } from './change.js';
import { ChangeHub, type Listener } from './hub.js';

const OFFICER = {
  subject: 'officer-1',
  roles: ['OFFICER'],
  municipality: '0392',
  orgId: '0392',
} as unknown as Principal;

let ledger: Ledger;
let away = false;
let hub: ChangeHub;
beforeEach(() => {
  ledger = memoryLedger();
  away = false;
  hub = new ChangeHub({
    ledger: {
      readAll: (options) => ledger.readAll(options),
      readStream: (stream, options) => ledger.readStream(stream, options),
      subscribe: (options) => ledger.subscribe(options),
      head: () => (away ? Promise.reject(new LedgerUnavailable('No answer')) : ledger.head()),
    },
    projecting: { waitUntil: async () => true },
    log: openLog('silent'),
  });
});
afterEach(() => ledger.close());

const page = (tell: Listener['tell'] = () => undefined): Listener => ({ principal: OFFICER, tell });

test('a page that comes while the ledger is away is told so, takes no place, and may go again', async () => {
  const listener = page();
  away = true;
  await expect(hub.add(listener)).rejects.toThrow(LedgerUnavailable);
  expect(hub.countOf('officer-1')).toEqual({ all: 0, own: 0 });
  await hub.remove(listener);
});

test('a page that leaves before the ledger answered leaves without a word', async () => {
  const listener = page();
  away = true;
  const [added, removed] = await Promise.allSettled([hub.add(listener), hub.remove(listener)]);
  expect(removed.status).toBe('fulfilled');
  expect(added).toMatchObject({ status: 'rejected', reason: expect.any(LedgerUnavailable) });
});

test('once the ledger is back, who comes is told of changes, whoever came before', async () => {
  away = true;
  await expect(hub.add(page())).rejects.toThrow(LedgerUnavailable);
  away = false;
  const told = new EventEmitter();
  const first = once(told, 'changes') as Promise<readonly (readonly Change[])[]>;
  const late = page((changes) => told.emit('changes', changes));
  await hub.add(late);
  await ledger.append('client-0392-aaaaaaaaaaaaa', 'none', [anEvent()]);
  expect((await first)[0]).toContainEqual({ resource: 'dossiers', id: 'aaaaaaaaaaaaa' });
  await hub.remove(late);
});

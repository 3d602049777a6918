import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryLedger } from '@uitkomst/ledger';
import type { Parts } from './open-parts.js';
import { whenRead } from './when-read.js';

test('an empty ledger is not read before there are tables to ask', async () => {
  const ledger = memoryLedger();
  const projecting = { waitUntil: async () => true } as unknown as Parts['projecting'];
  const tables = new EventEmitter();
  const reading = once(tables, 'made').then(() => undefined);
  let read = false;
  const waiting = whenRead(
    { ledger, projecting, reading },
    { signal: new AbortController().signal, onError: (error) => expect(error).toBeUndefined() },
  ).then(() => (read = true));
  await sleep(20);
  expect(read).toBe(false);
  tables.emit('made');
  await waiting;
  await ledger.close();
});

import { memoryLedger } from '../adapters/memory.ledger.js';
import type { RecordedEvent, StoredEvent } from '../ledger.js';
import { aLargeEvent, anEvent } from '../testing/events.js';
import { isIntact } from './is-intact.js';
import { verifyBytes } from './verify-bytes.js';

async function stored(): Promise<readonly RecordedEvent[]> {
  const ledger = memoryLedger();
  for (const [index, event] of [anEvent(), anEvent({ commandId: 'a "quoted" é' }), aLargeEvent(20_000)].entries())
    await ledger.append(`client-é"-${index}`, 'none', [event, anEvent()]);
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readAll()) events.push(event);
  return events;
}

test('an event as it was recorded is intact, or so unusual that the slow way must tell', async () => {
  const events = await stored();
  expect(events.map(isIntact)).toEqual([true, true, false, true, true, true]);
  expect(events.flatMap(verifyBytes)).toEqual([]);
});

test('no event that the slow way finds a fault in is intact', async () => {
  for (const event of await stored()) {
    const { bytes, stream, revision, id, type, recordedAt, leafHash, position } = event;
    const plain: StoredEvent = { bytes, stream, revision, id, type, recordedAt, leafHash, position };
    const changed: readonly StoredEvent[] = [
      { ...plain, stream: `${stream}x` },
      { ...plain, revision: revision + 1 },
      { ...plain, id: id.replace(/.$/, 'f').replace(/^./, 'f') },
      { ...plain, type: `${type}x` },
      { ...plain, recordedAt: recordedAt.replace('2', '3') },
      { ...plain, leafHash: leafHash.replace(/^./, (first) => (first === '0' ? '1' : '0')) },
      { ...plain, bytes: { ...bytes, leaf: bytes.leaf.replace('"v":1', '"v":2') } },
      { ...plain, bytes: { ...bytes, leaf: `${bytes.leaf} ` } },
      { ...plain, bytes: { ...bytes, open: '{"a":1}' } },
      { ...plain, bytes: { ...bytes, actor: bytes.actor.replace('p-1', 'p-2') } },
      { ...plain, bytes: { ...bytes, salt: bytes.salt.toUpperCase() } },
      { ...plain, bytes: { leaf: bytes.leaf, actor: bytes.actor, salt: bytes.salt } },
    ];
    for (const one of changed) {
      expect(verifyBytes(one)).not.toEqual([]);
      expect(isIntact(one)).toBe(false);
    }
  }
});

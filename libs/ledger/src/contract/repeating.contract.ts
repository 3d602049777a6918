import { verifyBytes } from '../codec/verify-bytes.js';
import { anEvent, aLargeEvent } from '../testing/events.js';
import { accepted, gathered, ledgersFor, type OpenLedger } from './bench-of-ledgers.js';

const HOSTILE = [
  `client-'; DROP TABLE event; --`,
  'client-"x"',
  'client-%_\\*?[a-z]',
  'client-\u0001\u007f',
  'client-é\u0301\u{1f600}\u202e',
  'client-\r\n\t',
  ' ',
  'x'.repeat(2_000),
];

/** An append that is repeated. */
export function repeatingContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test('the same append again gives the earlier result, also after the stream moved on', async () => {
    const ledger = await opened();
    const events = [anEvent(), anEvent()];
    const first = accepted(await ledger.append('a', 'none', events));
    accepted(await ledger.append('a', 1, [anEvent()]));
    const again = accepted(await ledger.append('a', 'none', events));
    expect(again).toMatchObject({ duplicate: true, position: first.position, revision: 1 });
    expect(again.events.map(({ bytes }) => bytes)).toEqual(first.events.map(({ bytes }) => bytes));
    // Also when the caller believes the stream to be where it is by now.
    expect(accepted(await ledger.append('a', 2, events)).duplicate).toBe(true);
    expect(await gathered(ledger.readStream('a'))).toHaveLength(3);
  });

  test('an id that was used for other bytes is a mismatch, whatever differs', async () => {
    const ledger = await opened();
    const event = anEvent();
    accepted(await ledger.append('a', 'none', [event]));
    const others = [
      { ...event, payload: anEvent({ claim: 'c' }).payload },
      { ...event, actor: { ...event.actor, id: 'someone-else' } },
      { ...event, commandId: 'another' },
      { ...event, commandHash: 'e'.repeat(64) },
    ];
    const mismatch = { ok: false, idempotencyMismatch: { eventId: event.id } };
    for (const other of others) expect(await ledger.append('a', 'none', [other])).toEqual(mismatch);
    expect(await ledger.append('b', 'none', [event])).toEqual(mismatch);
    const fresh = anEvent();
    expect(await ledger.append('a', 'none', [event, fresh])).toMatchObject({
      idempotencyMismatch: { eventId: fresh.id },
    });
    expect(await ledger.append('a', 0, [fresh, event])).toMatchObject({ ok: false });
    expect(await gathered(ledger.readAll())).toHaveLength(1);
  });
}

/** What is stored of an append, and what is not. */
export function bytesContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test('an event of no known type, with a wrong payload, too large, absent or given twice is a bug and records nothing', async () => {
    const ledger = await opened();
    await expect(ledger.append('a', 'none', [anEvent({ type: 'Nonsense' })])).rejects.toThrow(
      'No event is called Nonsense',
    );
    await expect(ledger.append('a', 'none', [anEvent(), anEvent({ payload: { claimId: 1 } })])).rejects.toThrow();
    await expect(ledger.append('a', 'none', [aLargeEvent(1_100_000)])).rejects.toThrow(RangeError);
    await expect(ledger.append('a', 'none', [])).rejects.toThrow(RangeError);
    await expect(ledger.append('', 'none', [anEvent()])).rejects.toThrow(RangeError);
    await expect(ledger.append('client-\0', 'none', [anEvent()])).rejects.toThrow(RangeError);
    await expect(ledger.append('a', 'none', [anEvent({ id: 'first' })])).rejects.toThrow(RangeError);
    const twice = anEvent();
    await expect(ledger.append('a', 'none', [twice, twice])).rejects.toThrow(RangeError);
    expect(await gathered(ledger.readAll())).toEqual([]);
  });

  test('every stream name keeps its events to itself, byte for byte', async () => {
    const ledger = await opened();
    for (const stream of HOSTILE) accepted(await ledger.append(stream, 'none', [anEvent()]));
    for (const stream of HOSTILE) {
      const [event, ...more] = await gathered(ledger.readStream(stream));
      expect({ stream: event?.stream, more, faults: event && verifyBytes(event) }).toEqual({
        stream,
        more: [],
        faults: [],
      });
    }
  });

  test('large and small events come back as they were', async () => {
    const ledger = await opened();
    const events = [aLargeEvent(900_000), anEvent(), aLargeEvent(10)];
    const { events: stored } = accepted(await ledger.append('a', 'none', events));
    const read = await gathered(ledger.readStream('a'));
    expect(read.map(({ payload }) => payload)).toEqual(events.map(({ payload }) => payload));
    expect(read.map(({ bytes }) => bytes)).toEqual(stored.map(({ bytes }) => bytes));
    expect(read.flatMap(verifyBytes)).toEqual([]);
    expect(read.map(({ commandId, commandHash, actor }) => ({ commandId, commandHash, actor }))).toEqual(
      events.map(({ commandId, commandHash, actor }) => ({ commandId, commandHash, actor })),
    );
  });
}

import { ClockRefused, START, type Ledger, type Position } from '../ledger.js';
import { anEvent } from '../testing/events.js';
import { manualClock } from '../testing/manual-clock.js';
import { accepted, gathered, ledgersFor, type OpenLedger } from './bench-of-ledgers.js';

const MINUTE = 60_000;

/** One order, read from anywhere. */
export function orderContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test('an empty ledger has no head and no events', async () => {
    const ledger = await opened();
    expect(await ledger.head()).toBe(START);
    expect(await gathered(ledger.readAll())).toEqual([]);
    expect(await gathered(ledger.readStream('none', { backwards: true }))).toEqual([]);
  });

  test('all events come in one order, from after any position up to any other', async () => {
    const ledger = await opened();
    await fill(ledger);
    const all = await gathered(ledger.readAll());
    expect(all).toHaveLength(30);
    expect(await ledger.head()).toBe(all.at(-1)?.position);
    expect(all.map(({ position }) => position)).toEqual(all.map(({ position }) => position).toSorted((a, b) => a - b));
    for (const [index, { position }] of all.entries()) {
      const ids = all.map(({ id }) => id);
      expect((await gathered(ledger.readAll({ after: position }))).map(({ id }) => id)).toEqual(ids.slice(index + 1));
      expect((await gathered(ledger.readAll({ until: position }))).map(({ id }) => id)).toEqual(
        ids.slice(0, index + 1),
      );
    }
    const [first] = all;
    expect(await gathered(ledger.readAll({ after: START, max: 1 }))).toMatchObject([{ id: first?.id }]);
    expect(await gathered(ledger.readAll({ max: 0 }))).toEqual([]);
    expect(await gathered(ledger.readAll({ after: 1_000_000 as Position }))).toEqual([]);
  });
}

/** Streams: by name, and each by itself. */
export function streamsContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test('streams are found by how their name begins, and nothing else is', async () => {
    const ledger = await opened();
    const names = [
      'contract-1-a',
      'contract-10-a',
      'contract-',
      'Contract-1-b',
      'contract_1-a',
      'client-1',
      'contrac%',
      'rules-1',
    ];
    for (const name of names) accepted(await ledger.append(name, 'none', [anEvent()]));
    accepted(await ledger.append('contract-1-a', 0, [anEvent()]));
    const found = async (options: Parameters<Ledger['readAll']>[0]) =>
      (await gathered(ledger.readAll(options))).map(({ stream }) => stream);
    expect(await found({ prefixes: ['contract-1-'] })).toEqual(['contract-1-a', 'contract-1-a']);
    expect(await found({ prefixes: ['contract-1', 'rules-', 'contract-10'] })).toEqual([
      'contract-1-a',
      'contract-10-a',
      'rules-1',
      'contract-1-a',
    ]);
    expect(await found({ prefixes: ['contract-'], max: 3 })).toEqual(['contract-1-a', 'contract-10-a', 'contract-']);
    expect(await found({ prefixes: [] })).toEqual([]);
    const [, second] = await gathered(ledger.readAll());
    const place = second?.position ?? START;
    expect(await found({ prefixes: ['contract-1'], after: place })).toEqual(['contract-1-a']);
    expect(await found({ prefixes: ['contract-1'], until: place })).toEqual(['contract-1-a', 'contract-10-a']);
  });

  test('a stream is read forwards and backwards, from any revision, as far as asked', async () => {
    const ledger = await opened();
    await fill(ledger);
    const revisions = async (options: Parameters<Ledger['readStream']>[1]) =>
      (await gathered(ledger.readStream('client-1', options))).map(({ revision }) => revision);
    expect(await revisions({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await revisions({ from: 7 })).toEqual([7, 8, 9]);
    expect(await revisions({ from: 10 })).toEqual([]);
    expect(await revisions({ from: 2, max: 3 })).toEqual([2, 3, 4]);
    expect(await revisions({ backwards: true, max: 2 })).toEqual([9, 8]);
    expect(await revisions({ backwards: true, from: 1 })).toEqual([1, 0]);
    expect(await revisions({ backwards: true, from: 99, max: 1 })).toEqual([9]);
  });
}

/** The ledger's own time. */
export function timeContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test('one append has one recordedAt, and it never goes back', async () => {
    const clock = manualClock('2025-03-01T09:00:00.000Z');
    const ledger = await opened(clock);
    accepted(await ledger.append('a', 'none', [anEvent(), anEvent()]));
    clock.jump(-4 * MINUTE);
    accepted(await ledger.append('a', 1, [anEvent()]));
    clock.jump(4 * MINUTE);
    clock.advance(1);
    accepted(await ledger.append('a', 2, [anEvent()]));
    expect((await gathered(ledger.readAll())).map(({ recordedAt }) => recordedAt)).toEqual([
      '2025-03-01T09:00:00.000Z',
      '2025-03-01T09:00:00.000Z',
      '2025-03-01T09:00:00.000Z',
      '2025-03-01T09:00:00.001Z',
    ]);
  });

  test('a clock that ran more than five minutes ahead or behind is refused until it is mended', async () => {
    const clock = manualClock('2025-03-01T09:00:00.000Z');
    const ledger = await opened(clock);
    accepted(await ledger.append('a', 'none', [anEvent()]));
    clock.jump(5 * MINUTE + 1);
    await expect(ledger.append('a', 0, [anEvent()])).rejects.toThrow(ClockRefused);
    clock.jump(-10 * MINUTE - 2);
    await expect(ledger.append('a', 0, [anEvent()])).rejects.toThrow(ClockRefused);
    clock.jump(5 * MINUTE + 1);
    clock.advance(60 * MINUTE);
    accepted(await ledger.append('a', 0, [anEvent()]));
    clock.jump(5 * MINUTE);
    accepted(await ledger.append('a', 1, [anEvent()]));
    expect(await gathered(ledger.readAll())).toHaveLength(3);
  });

  test('an unused ledger still knows that its clock ran away', async () => {
    const clock = manualClock('2025-03-01T09:00:00.000Z');
    const ledger = await opened(clock);
    clock.jump(6 * MINUTE);
    await expect(ledger.append('a', 'none', [anEvent()])).rejects.toThrow(ClockRefused);
  });
}

/** Three streams of ten, one event of each in turn. */
async function fill(ledger: Ledger): Promise<void> {
  for (let revision = 0; revision < 10; revision += 1)
    for (const stream of ['client-0', 'client-1', 'client-2'])
      accepted(await ledger.append(stream, revision === 0 ? 'none' : revision - 1, [anEvent()]));
}

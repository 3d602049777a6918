import { verifyBytes } from '../codec/verify-bytes.js';
import { RestoreRefused, START, type RecordedEvent } from '../ledger.js';
import { aLargeEvent, anEvent } from '../testing/events.js';
import { manualClock } from '../testing/manual-clock.js';
import { accepted, gathered, ledgersFor, until, type OpenLedger } from './bench-of-ledgers.js';

/** Copied from ledger to ledger. */
export function restoringContract(open: OpenLedger): void {
  const opened = ledgersFor(open);
  const written = async () => {
    const ledger = await opened(manualClock('2024-01-01T09:00:00.000Z'));
    for (let revision = 0; revision < 4; revision += 1)
      for (const stream of ['client-a', 'client-é', 'contract-1'])
        accepted(await ledger.append(stream, revision === 0 ? 'none' : revision - 1, [anEvent()]));
    accepted(await ledger.append('client-a', 3, [aLargeEvent(200_000), anEvent()]));
    return gathered(ledger.readAll());
  };
  test('what another ledger stored is copied byte for byte and in its order, and goes on from there', async () => {
    const source = await written();
    const copy = await opened(manualClock('2025-03-01T09:00:00.000Z'));
    const seen: string[] = [];
    copy.subscribe({
      after: START,
      handler: async (batch) => {
        seen.push(...batch.map(({ id }) => id));
      },
    });
    await copy.restore(source.slice(0, 7));
    await copy.restore(source.slice(7));
    const restored = await gathered(copy.readAll());
    expect(bytesOf(restored)).toEqual(bytesOf(source));
    expect(restored.flatMap(verifyBytes)).toEqual([]);
    const next = accepted(await copy.append('client-a', 5, [anEvent()]));
    expect(next.events[0]?.recordedAt).toBe('2025-03-01T09:00:00.000Z');
    await until(() => seen.length === source.length + 1);
    expect(seen).toEqual([...source.map(({ id }) => id), next.events[0]?.id]);
  });

  test('copied twice, or again after a part, nothing is stored twice', async () => {
    const source = await written();
    const copy = await opened();
    await copy.restore(source.slice(0, 6));
    await copy.restore(source);
    await copy.restore(source);
    await copy.restore([]);
    expect(bytesOf(await gathered(copy.readAll()))).toEqual(bytesOf(source));
  });

  test('what leaves a gap, stands here otherwise, or is not what was hashed is refused, and nothing of it is stored', async () => {
    const source = await written();
    const [first, ...rest] = source;
    if (first === undefined) throw new Error('Nothing was written');
    const copy = await opened();
    accepted(await copy.append('contract-1', 'none', [anEvent()]));
    const own = bytesOf(await gathered(copy.readAll()));
    await expect(copy.restore(rest.filter(({ stream }) => stream !== 'contract-1'))).rejects.toThrow(
      'does not follow revision -1',
    );
    await expect(copy.restore(source)).rejects.toThrow('stands here with other bytes');
    const changed = { ...first, bytes: { ...first.bytes, actor: first.bytes.actor.replace('p-1', 'p-2') } };
    await expect(copy.restore([changed])).rejects.toThrow('is not what was hashed: actor');
    await expect(copy.restore([{ ...first, revision: 1 }])).rejects.toThrow(RestoreRefused);
    await expect(copy.restore([{ ...first, stream: 'client-b' }])).rejects.toThrow('stream');
    expect(bytesOf(await gathered(copy.readAll()))).toEqual(own);
  });
}

/** All of them but their positions, which are each ledger's own. */
const bytesOf = (events: readonly RecordedEvent[]) =>
  events.map(({ stream, revision, id, type, recordedAt, bytes, leafHash }) => ({
    stream,
    revision,
    id,
    type,
    recordedAt,
    bytes,
    leafHash,
  }));

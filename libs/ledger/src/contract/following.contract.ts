import { START, type Ledger, type Position, type RecordedEvent } from '../ledger.js';
import { anEvent } from '../testing/events.js';
import { randomFrom, type Random } from '../testing/random.js';
import { accepted, gathered, ledgersFor, seedFor, until, type OpenLedger } from './bench-of-ledgers.js';

/** Readers while others write. */
export function stormContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test('no reader misses an event or sees one twice while several write', async () => {
    const ledger = await opened();
    const random = randomFrom(seedFor('no-skip storm'));
    let writing = true;
    const readers = Array.from({ length: 4 }, () => reads(ledger, random, () => writing));
    const followers = Array.from({ length: 3 }, (_, index) => follows(ledger, (index * 7 - 1) as Position));
    await Promise.all(Array.from({ length: 6 }, (_, writer) => writes(ledger, random, `client-${writer}`)));
    writing = false;
    const all = (await gathered(ledger.readAll())).map(({ position }) => position);
    expect(all).toHaveLength(6 * 40);
    for (const { after, seen } of await Promise.all(readers))
      expect(seen).toEqual(all.filter((position) => position > after));
    for (const { after, seen } of followers) {
      const expected = all.filter((position) => position > after);
      await until(() => seen.length >= expected.length);
      expect(seen.map(({ position }) => position)).toEqual(expected);
    }
  });
}

/** Subscriptions: from anywhere, dropped, resumed, failing. */
export function followingContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test('a subscription begins after any position, and goes on with what is recorded later', async () => {
    const ledger = await opened();
    for (let index = 0; index < 5; index += 1) accepted(await ledger.append(`client-${index}`, 'none', [anEvent()]));
    const all = await gathered(ledger.readAll());
    const followed = [START, ...all.map(({ position }) => position)].map((after) => follows(ledger, after));
    accepted(await ledger.append('client-9', 'none', [anEvent()]));
    const last = (await gathered(ledger.readAll())).map(({ id }) => id);
    for (const [index, { seen }] of followed.entries()) {
      await until(() => seen.length >= 6 - index);
      expect(seen.map(({ id }) => id)).toEqual(last.slice(index));
    }
    await Promise.all(followed.map(({ subscription }) => subscription.close()));
    accepted(await ledger.append('client-10', 'none', [anEvent()]));
    expect(followed.map(({ seen }) => seen.length)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test('a dropped subscription is resumed from where it was', async () => {
    const ledger = await opened();
    for (let index = 0; index < 4; index += 1) accepted(await ledger.append(`client-${index}`, 'none', [anEvent()]));
    const first = follows(ledger, START);
    await until(() => first.seen.length === 4);
    await first.subscription.close();
    accepted(await ledger.append('client-4', 'none', [anEvent()]));
    const second = follows(ledger, first.seen.at(-1)?.position ?? START);
    await until(() => second.seen.length === 1);
    expect(second.seen.map(({ stream }) => stream)).toEqual(['client-4']);
  });

  test('a handler that fails is offered the same events again, and it is told', async () => {
    const ledger = await opened();
    accepted(await ledger.append('a', 'none', [anEvent(), anEvent()]));
    const errors: unknown[] = [];
    const offered: number[][] = [];
    const subscription = ledger.subscribe({
      after: START,
      handler: async (batch) => {
        offered.push(batch.map(({ revision }) => revision));
        if (offered.length <= 2) throw new Error('the read store is away');
      },
      onError: (error) => errors.push(error),
    });
    expect(await subscription.lag()).toBe(2);
    await until(() => offered.length === 3);
    accepted(await ledger.append('a', 1, [anEvent()]));
    await until(() => offered.length === 4);
    expect(offered).toEqual([[0, 1], [0, 1], [0, 1], [2]]);
    expect(errors.map(String)).toEqual(['Error: the read store is away', 'Error: the read store is away']);
    await subscription.close();
    expect(await subscription.lag()).toBe(0);
  });
}

function follows(ledger: Ledger, after: Position) {
  const seen: RecordedEvent[] = [];
  const subscription = ledger.subscribe({
    after,
    handler: async (batch) => {
      seen.push(...batch);
    },
  });
  return { after, seen, subscription };
}

async function writes(ledger: Ledger, random: Random, stream: string): Promise<void> {
  for (let revision = 0; revision < 40;) {
    const events = Array.from({ length: Math.min(1 + random.below(3), 40 - revision) }, () => anEvent());
    accepted(await ledger.append(stream, revision === 0 ? 'none' : revision - 1, events));
    revision += events.length;
    if (random.below(3) === 0) await new Promise((resolve) => setTimeout(resolve, random.below(4)));
  }
}

/** Reads page by page from somewhere near the start, until nothing is written any more and nothing is left. */
async function reads(ledger: Ledger, random: Random, writing: () => boolean) {
  const after = (random.below(12) - 1) as Position;
  const seen: Position[] = [];
  for (let idle = false; !idle;) {
    const stopped = !writing();
    const before = seen.length;
    const from = seen.at(-1) ?? after;
    for await (const { position } of ledger.readAll({ after: from, max: 1 + random.below(20) })) seen.push(position);
    idle = stopped && seen.length === before;
    await new Promise((resolve) => setTimeout(resolve, random.below(3)));
  }
  return { after, seen };
}

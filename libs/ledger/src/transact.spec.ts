import { accept, refuse, type Recorded } from '@uitkomst/domain';
import { memoryLedger } from './adapters/memory.ledger.js';
import { accepted, gathered } from './contract/bench-of-ledgers.js';
import { FoldCache, type Fold } from './fold-cache.js';
import { LedgerUnavailable, type AppendResult, type Ledger } from './ledger.js';
import { anEvent, PROVIDER } from './testing/events.js';
import { transact, type Transaction, type TransactResult } from './transact.js';

/** A file that holds the claims withdrawn, each once. */
type Withdrawn = readonly string[];
const FOLD: Fold<Withdrawn> = {
  initial: [],
  evolve: (state, { payload }: Recorded) => [...state, (payload as { readonly claimId: string }).claimId],
};
const claim = (name: string) => `aaaaaaaaaaaaa.${name}`;
const withdrawn = (name: string) => ({
  type: 'ClaimWithdrawn',
  payload: { claimId: claim(name), reason: 'OTHER', withdrawnOn: '2025-03-01' },
});
const withdraw =
  (name: string): Transaction<Withdrawn>['decide'] =>
  (state) =>
    state.includes(claim(name)) ? refuse('STATE_FORBIDS') : accept(withdrawn(name));

let commands = 0;
function asking(ledger: Ledger, name: string, more: Partial<Transaction<Withdrawn>> = {}) {
  const command = { commandId: `command-${(commands += 1)}`, commandHash: 'a'.repeat(64), actor: PROVIDER };
  return transact({ ledger, stream: 'client-1', fold: FOLD, decide: withdraw(name), command, ...more });
}
const eventsOf = (result: TransactResult<Withdrawn>) => ('events' in result ? result.events.map(({ id }) => id) : []);

/** A ledger whose append goes wrong in a chosen way before it does what it should. */
function ledgerWith(append: (ledger: Ledger, ...args: Parameters<Ledger['append']>) => Promise<AppendResult>) {
  const ledger = memoryLedger();
  const wrapped: Ledger = Object.create(ledger) as Ledger;
  wrapped.append = (...args) => append(ledger, ...args);
  return { ledger, wrapped };
}

test('a command is decided on the file as it is and recorded after it', async () => {
  const ledger = memoryLedger();
  expect(await asking(ledger, 'b')).toMatchObject({ ok: true, state: [claim('b')], revision: 0, heard: false });
  expect(await asking(ledger, 'c')).toMatchObject({ ok: true, state: [claim('b'), claim('c')], revision: 1 });
  expect(await gathered(ledger.readAll())).toMatchObject([{ actor: PROVIDER }, { actor: PROVIDER }]);
});

test('a refused command records nothing', async () => {
  const ledger = memoryLedger();
  await asking(ledger, 'b');
  expect(await asking(ledger, 'b')).toEqual({
    ok: false,
    refusal: { code: 'STATE_FORBIDS' },
    state: [claim('b')],
    revision: 0,
    events: [],
  });
  expect(await gathered(ledger.readAll())).toHaveLength(1);
});

const both = () => accept(withdrawn('b'), withdrawn('c'));
test('a command heard before gets its earlier events, however much happened since', async () => {
  const ledger = memoryLedger();
  const command = { commandId: 'once', commandHash: 'a'.repeat(64), actor: PROVIDER };
  const first = await asking(ledger, 'b', { command, decide: both });
  await asking(ledger, 'd');
  const again = await asking(ledger, 'b', { command, decide: both });
  expect(again).toMatchObject({ ok: true, heard: true, revision: 2 });
  expect(eventsOf(again)).toEqual(eventsOf(first));
  expect(await gathered(ledger.readAll())).toHaveLength(3);
});

test('the same command id with another command is a mismatch', async () => {
  const ledger = memoryLedger();
  const command = { commandId: 'once', commandHash: 'a'.repeat(64), actor: PROVIDER };
  await asking(ledger, 'b', { command });
  const other = await asking(ledger, 'c', { command: { ...command, commandHash: 'b'.repeat(64) } });
  expect(other).toEqual({ ok: false, idempotencyMismatch: { commandId: 'once' } });
});

const refusedStale: Transaction<Withdrawn>['decide'] = (state) =>
  state.length > 0 ? refuse('DECISION_STALE') : { events: [withdrawn('b')], refusal: { code: 'DECISION_STALE' } };
test('a refusal may record, and is refused again when asked again', async () => {
  const ledger = memoryLedger();
  const command = { commandId: 'stale', commandHash: 'a'.repeat(64), actor: PROVIDER };
  const first = await asking(ledger, 'b', { command, decide: refusedStale });
  expect(first).toMatchObject({ ok: false, refusal: { code: 'DECISION_STALE' }, revision: 0 });
  expect(eventsOf(first)).toHaveLength(1);
  expect(await asking(ledger, 'b', { command, decide: refusedStale })).toMatchObject({
    ok: false,
    refusal: { code: 'DECISION_STALE' },
    events: [],
  });
  expect(await gathered(ledger.readAll())).toHaveLength(1);
});

test('who comes second decides again on what the first recorded', async () => {
  const ledger = memoryLedger();
  const results = await Promise.all(Array.from({ length: 16 }, () => asking(ledger, 'b')));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await gathered(ledger.readAll())).toHaveLength(1);
});

test('a decision knows the ids its events will have, and keeps them over a conflict', async () => {
  const ledger = memoryLedger();
  const ids: string[][] = [];
  const decide: Transaction<Withdrawn>['decide'] = async (_, { idOf, revision }) => {
    ids.push([idOf(0), idOf(1)]);
    if (revision < 0) accepted(await ledger.append('client-1', 'none', [anEvent()]));
    return accept(withdrawn('b'), withdrawn('c'));
  };
  const result = await asking(ledger, 'b', { decide });
  expect(ids).toHaveLength(2);
  expect(ids).toEqual([eventsOf(result), eventsOf(result)]);
});

test('an unknown outcome is asked again with the same ids: recorded once, whether or not it had been', async () => {
  let lost = 0;
  const { ledger, wrapped } = ledgerWith(async (real, ...args) => {
    lost += 1;
    if (lost === 1) throw new LedgerUnavailable('before it was stored');
    const result = await real.append(...args);
    if (lost === 2) throw new LedgerUnavailable('after it was stored');
    return result;
  });
  expect(await asking(wrapped, 'b')).toMatchObject({ ok: true, revision: 0, state: [claim('b')] });
  expect(await gathered(ledger.readAll())).toHaveLength(1);
  expect(lost).toBe(3);
});

test('after a bounded number of conflicts or failures the caller hears that the ledger is not available', async () => {
  let tries = 0;
  const busy = ledgerWith(async () => {
    tries += 1;
    return { ok: false, conflict: { actual: 99 } };
  });
  await expect(asking(busy.wrapped, 'b')).rejects.toThrow(LedgerUnavailable);
  expect(tries).toBe(51);
  const gone = ledgerWith(() => Promise.reject(new LedgerUnavailable('gone')));
  await expect(asking(gone.wrapped, 'b')).rejects.toThrow('gone');
});

test('with a cache only newer events are read, and the answers are the same', async () => {
  const ledger = memoryLedger();
  const cache = new FoldCache<Withdrawn>();
  const read: number[] = [];
  const wrapped: Ledger = Object.create(ledger) as Ledger;
  wrapped.readStream = (stream, options) => {
    read.push(options?.from ?? 0);
    return ledger.readStream(stream, options);
  };
  await asking(wrapped, 'b', { cache });
  accepted(await ledger.append('client-1', 0, [anEvent({ claim: 'z' })]));
  expect(await asking(wrapped, 'c', { cache })).toMatchObject({ state: [claim('b'), claim('z'), claim('c')] });
  expect(await asking(wrapped, 'z', { cache })).toMatchObject({ ok: false });
  expect(read).toEqual([0, 1, 3]);
});

const folded = (state: string, revision: number) => ({ state, revision, heard: new Map() });
test('the cache holds so many events and forgets the stream used longest ago', () => {
  const cache = new FoldCache<string>(10);
  cache.keep('a', folded('a', 3));
  cache.keep('b', folded('b', 3));
  expect(cache.get('a')?.state).toBe('a');
  cache.keep('c', folded('c', 3));
  expect([cache.get('a'), cache.get('b'), cache.get('c')].map((kept) => kept?.state)).toEqual(['a', undefined, 'c']);
  cache.keep('a', folded('older', 1));
  expect(cache.get('a')?.state).toBe('a');
  cache.keep('huge', folded('huge', 50));
  expect([cache.get('huge'), cache.get('a')?.state]).toEqual([undefined, 'a']);
});

import type { Clock } from '../clock.js';
import { LedgerUnavailable, type AppendResult, type Ledger } from '../ledger.js';
import { anEvent } from '../testing/events.js';
import { manualClock } from '../testing/manual-clock.js';
import { accepted, gathered } from './bench-of-ledgers.js';

/** A ledger whose engine is reached over a connection, which can be cut. */
export interface Cuttable {
  readonly ledger: Ledger;
  /** The next append is lost on its way, or it is stored and its answer is lost. */
  cutNext(when: 'BEFORE' | 'AFTER'): void;
  close(): Promise<void>;
}
export type OpenCuttable = (options: { readonly clock: Clock }) => Promise<Cuttable>;

const ROUNDS = 10;

/** What a caller can rely on when it does not know what became of its append. */
export function unknownOutcomeContract(open: OpenCuttable): void {
  let behind: Cuttable | undefined;
  afterEach(() => behind?.close());

  test.each(['BEFORE', 'AFTER'] as const)(
    'an append cut %s it was stored is unknown, and asked again with the same ids it is stored once',
    async (when) => {
      behind = await open({ clock: manualClock('2025-03-01T09:00:00.000Z') });
      const { ledger } = behind;
      for (let round = 0; round < ROUNDS; round += 1) {
        const expected = round === 0 ? 'none' : 2 * round - 1;
        const events = [anEvent(), anEvent()];
        behind.cutNext(when);
        await expect(ledger.append('client-a', expected, events)).rejects.toThrow(LedgerUnavailable);
        const again = accepted(await untilKnown(() => ledger.append('client-a', expected, events)));
        expect({ revision: again.revision, duplicate: again.duplicate }).toEqual({
          revision: 2 * round + 1,
          duplicate: when === 'AFTER',
        });
      }
      const stored = await gathered(ledger.readAll());
      expect(stored).toHaveLength(2 * ROUNDS);
      expect(new Set(stored.map(({ id }) => id)).size).toBe(2 * ROUNDS);
    },
    60_000,
  );

  test('a rival who came in between makes the lost append a conflict, and the stored one a repeat', async () => {
    behind = await open({ clock: manualClock('2025-03-01T09:00:00.000Z') });
    const { ledger } = behind;
    for (const when of ['BEFORE', 'AFTER'] as const) {
      const events = [anEvent()];
      behind.cutNext(when);
      await expect(ledger.append(when, 'none', events)).rejects.toThrow(LedgerUnavailable);
      const rival = await untilKnown(() => ledger.append(when, when === 'AFTER' ? 0 : 'none', [anEvent()]));
      expect(rival.ok).toBe(true);
      const again = await ledger.append(when, 'none', events);
      expect(again).toMatchObject(when === 'AFTER' ? { ok: true, duplicate: true } : { conflict: { actual: 0 } });
    }
  });
}

/** As a caller does: asks until there is an answer; a connection may take a moment to come back. */
async function untilKnown(ask: () => Promise<AppendResult>): Promise<AppendResult> {
  for (let tries = 0; ; tries += 1)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LedgerUnavailable) || tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

import { type Ledger, openLedger, type SigningKey } from '@uitkomst/ledger';
import { anEvent, manualClock, sealAll } from '@uitkomst/ledger/testing';

const CLAIMS = 'bcdefgh';

/** Fills a ledger with events on a few streams, so many at a time, each time a second later; after each time but the last all is sealed. */
export async function sealedLedger(url: string, key: SigningKey, counts: readonly number[]): Promise<string> {
  const clock = manualClock('2024-01-01T09:00:00.000Z');
  const ledger = await openLedger(url, { clock });
  await recordOn(ledger, key, { counts, between: () => clock.advance(1_000) });
  await ledger.close();
  return url;
}

/** The same on a ledger that is open; `between` is called after each event. */
export async function recordOn(
  ledger: Ledger,
  key: SigningKey,
  { counts, between = () => undefined }: { readonly counts: readonly number[]; readonly between?: () => void },
): Promise<void> {
  const revisions = new Map<string, number>();
  for await (const { stream, revision } of ledger.readAll()) revisions.set(stream, revision);
  for (const [part, count] of counts.entries()) {
    for (let index = 0; index < count; index += 1) {
      const stream = `client-0000-${index % CLAIMS.length}`;
      const revision = revisions.get(stream) ?? -1;
      const event = anEvent({ claim: CLAIMS[index % CLAIMS.length] ?? 'b' });
      const result = await ledger.append(stream, revision < 0 ? 'none' : revision, [event]);
      if (!result.ok) throw new Error(`${stream} was not taken`);
      revisions.set(stream, result.revision);
      between();
    }
    if (part < counts.length - 1) await sealAll(ledger, key);
    between();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { OnError } from '../ports.js';
import type { Parts } from './open-parts.js';

const WAIT_MS = 60_000;
const AGAIN_MS = 1_000;

/**
 * Resolves once what is read has come as far as the ledger is now: read models that are made anew show days long past as if they
 * were due, and thousands of files would be decided again for nothing. An empty ledger is read to its end before there is a table to
 * ask, so the reading must have begun too. Never, once the signal is given.
 */
export async function whenRead(
  { ledger, projecting, reading }: Pick<Parts, 'ledger' | 'projecting' | 'reading'>,
  { signal, onError }: { readonly signal: AbortSignal; readonly onError: OnError },
): Promise<void> {
  while (!signal.aborted) {
    try {
      await reading;
      if (await projecting.waitUntil(await ledger.head(), WAIT_MS)) return;
    } catch (error) {
      onError(error);
    }
    await sleep(AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

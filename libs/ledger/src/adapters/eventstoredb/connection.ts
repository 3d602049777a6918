import { setTimeout as sleep } from 'node:timers/promises';
import {
  AccessDeniedError,
  EventStoreDBClient,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { inTime } from '../../in-time.js';
import { LedgerUnavailable } from '../../ledger.js';
import { UnknownEngine } from '../refused/unknown-engine.js';

const clients = new Map<string, { readonly client: EventStoreDBClient; users: number }>();

/** One client a process for each server: what goes wrong in the client's batch path goes wrong for all clients of a process. */
export function borrowClient(url: string): EventStoreDBClient {
  const known = clients.get(url) ?? { client: clientAt(url), users: 0 };
  known.users += 1;
  clients.set(url, known);
  return known.client;
}

/** What the client cannot read is told without what stands there: it may be a piece of a password. */
function clientAt(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    const { message } = error as Error;
    throw new UnknownEngine(`LEDGER_URL: ${message.replace(/^Unexpected ".*" at/s, 'unexpected text at')}`);
  }
}

/** Who gives it back last ends its streams. */
export async function giveBackClient(url: string): Promise<void> {
  const known = clients.get(url);
  if (known === undefined || (known.users -= 1) > 0) return;
  clients.delete(url);
  await known.client.dispose();
}

/** The answer, or {@link LedgerUnavailable} when it takes too long: the client has no deadline of its own on several paths. */
export const answeredWithin = <T>(asked: Promise<T>, timeoutMs: number): Promise<T> =>
  inTime(asked, timeoutMs, () => new LedgerUnavailable(`No answer within ${timeoutMs} ms`));

const REFUSALS = [
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
];
/** gRPC: INVALID_ARGUMENT, PERMISSION_DENIED, FAILED_PRECONDITION, UNIMPLEMENTED, UNAUTHENTICATED. */
const REFUSAL_CODES = new Set<unknown>([3, 7, 9, 12, 16]);

/** Whether the server said no, so that nothing was done. After anything else, whatever it is called, the outcome is unknown. */
export const isRefusal = (error: unknown): boolean =>
  REFUSALS.some((refusal) => error instanceof refusal) ||
  (error instanceof Error && 'code' in error && REFUSAL_CODES.has(error.code));

const PAUSES_MS = [0, 50, 250];

/** What gRPC wraps around the reason: its code, how it tried, and a note that mostly says nothing. */
const WRAPPING = /^\d+ [A-Z_]+: |No connection established\. Last error: (Error: )?|\. Resolution note:.*$/gs;
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(WRAPPING, '');

/** Asks again while the answer is unknown, a bounded number of times; then {@link LedgerUnavailable}. Safe where repeating is. */
export async function patiently<T>(ask: () => Promise<T>, pauses: readonly number[] = PAUSES_MS): Promise<T> {
  let last: unknown;
  for (const pause of pauses) {
    if (pause > 0) await sleep(pause);
    try {
      return await ask();
    } catch (error) {
      if (isRefusal(error)) throw error;
      last = error;
    }
  }
  throw new LedgerUnavailable(`EventStoreDB gives no answer: ${reasonOf(last)}`, { cause: last });
}

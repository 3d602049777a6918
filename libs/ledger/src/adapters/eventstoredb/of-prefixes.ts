import { START as BEGINNING, streamNameFilter, UnknownError } from '@eventstore/db-client';
import { LedgerUnavailable, START, type Position, type ReadAllOptions, type RecordedEvent } from '../../ledger.js';
import { letGo } from './collect.js';
import { isRefusal } from './connection.js';
import type { ReadingOptions, Reading } from './reading.js';

type From = Pick<ReadingOptions, 'client' | 'address' | 'names'> & { readonly reading: Reading };
type Asked = ReadAllOptions & { readonly prefixes: readonly string[] };

/**
 * Events of streams whose name begins with one of these. A read takes no filter in this client, a subscription does: one that ends
 * at the last event there was when it began, which it is sure to meet because that event's stream is let through too.
 */
export async function* ofPrefixes(from: From, asked: Asked): AsyncIterable<RecordedEvent> {
  const { after = START, until, max = Number.POSITIVE_INFINITY, prefixes } = asked;
  const last = prefixes.length > 0 && max > 0 ? await from.reading.last() : undefined;
  if (last === undefined || last.position <= after) return;
  const end = Math.min(until ?? last.position, last.position);
  const names = [...prefixes, last.stream].map((name) => from.names.outward(name));
  let left = max;
  for await (const event of received(from, { after, names })) {
    if (event.position > end) return;
    if (event.position > after && prefixes.some((prefix) => event.stream.startsWith(prefix))) {
      yield event;
      if ((left -= 1) <= 0) return;
    }
    if (event.position === last.position) return;
  }
}

const FAILURES_MAX = 3;

/** What the server lets through, in order and without end; resumed a few times where it breaks off or ends. */
async function* received(
  from: From,
  { after, names }: { readonly after: Position; readonly names: readonly string[] },
) {
  let position = after;
  for (let failures = 0; ;) {
    const { subscription, refresh, done } = subscribed(from, position, names);
    try {
      for await (const each of subscription) {
        refresh();
        const event = from.reading.own(each);
        if (event === undefined || event.position <= position) continue;
        yield event;
        position = event.position;
        failures = 0;
      }
      throw new LedgerUnavailable('The subscription ended before the last event');
    } catch (error) {
      failures += 1;
      if (isRefusal(error) || failures > FAILURES_MAX) throw error;
      // The server begins only at places where an event stands.
      if (error instanceof UnknownError) position = START;
    } finally {
      done();
    }
  }
}

function subscribed({ client, address }: From, position: Position, prefixes: readonly string[]) {
  const late = () => subscription.destroy(new LedgerUnavailable(`Nothing came for ${address.timeoutMs} ms`));
  const timer = setTimeout(late, address.timeoutMs);
  const refresh = (): void => void timer.refresh();
  const place = BigInt(Math.max(position, 0));
  const subscription = client.subscribeToAll({
    fromPosition: position === START ? BEGINNING : { commit: place, prepare: place },
    // Checkpoints come where nothing is let through, too.
    filter: streamNameFilter({ prefixes: [...prefixes], checkpointReached: async () => refresh() }),
    credentials: address.credentials,
  });
  const done = (): void => {
    clearTimeout(timer);
    letGo(subscription);
  };
  return { subscription, refresh, done };
}

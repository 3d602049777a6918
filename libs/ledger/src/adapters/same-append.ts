import type { PreparedEvent } from '../codec/codec.js';
import type { AppendResult, RecordedEvent } from '../ledger.js';

/**
 * What a repeated append gets, once any of its ids is already stored: the earlier result if all of it is there with the same bytes,
 * one after the other; else a mismatch naming the first event that differs. Time and salt are the ledger's own and not compared.
 */
export function repeated(
  events: readonly PreparedEvent[],
  stored: readonly (RecordedEvent | undefined)[],
): Extract<AppendResult, { ok: true } | { idempotencyMismatch: unknown }> {
  const earlier: RecordedEvent[] = [];
  for (const [index, event] of events.entries()) {
    const known = stored[index];
    const follows = known?.revision === (earlier.at(-1)?.revision ?? (known?.revision ?? 0) - 1) + 1;
    if (known === undefined || !follows || !sameEvent(event, known))
      return { ok: false, idempotencyMismatch: { eventId: event.id } };
    earlier.push(known);
  }
  return acknowledged(earlier, true);
}

/** The answer to an append that is in the ledger. */
export function acknowledged(
  events: readonly RecordedEvent[],
  duplicate: boolean,
): Extract<AppendResult, { ok: true }> {
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('An append holds at least one event');
  return { ok: true, events, position: last.position, revision: last.revision, duplicate };
}

const sameEvent = (asked: PreparedEvent, known: RecordedEvent): boolean =>
  asked.stream === known.stream &&
  asked.type === known.type &&
  asked.commandId === known.commandId &&
  asked.commandHash === known.commandHash &&
  asked.bytes.actor === known.bytes.actor &&
  asked.bytes.open === known.bytes.open &&
  asked.bytes.provider === known.bytes.provider &&
  asked.bytes.municipality === known.bytes.municipality;

import type { Clock } from './clock.js';
import { START, type AppendResult, type Ledger, type NewEvent, type RecordedEvent } from './ledger.js';

type Rehearsing = Pick<Ledger, 'append' | 'readStream'>;

/**
 * A ledger in which everything can be recorded and nothing is: streams read as they are, with what was recorded here behind them.
 * Decisions on it come out as they would, one after the other; it is thrown away afterwards. What it gives back of its own events is
 * what deciders see of them: they were never stored, so there are no bytes and no proof.
 */
export function rehearsalOn(ledger: Rehearsing, clock: Clock): Ledger {
  const added = new Map<string, RecordedEvent[]>();
  const own = (stream: string): RecordedEvent[] => {
    const events = added.get(stream) ?? [];
    added.set(stream, events);
    return events;
  };
  async function* readStream(stream: string, options: { readonly from?: number } = {}): AsyncGenerator<RecordedEvent> {
    const { from = 0 } = options;
    yield* ledger.readStream(stream, { from });
    for (const event of own(stream)) if (event.revision >= from) yield event;
  }
  async function append(stream: string, expected: 'none' | number, events: readonly NewEvent[]): Promise<AppendResult> {
    const revision = expected === 'none' ? -1 : expected;
    const recordedAt = new Date(clock.now()).toISOString();
    const recorded = events.map((event, index) =>
      Object.assign({ ...event }, { stream, recordedAt, revision: revision + 1 + index }),
    ) as unknown as RecordedEvent[];
    own(stream).push(...recorded);
    return { ok: true, events: recorded, revision: revision + events.length, duplicate: false, position: START };
  }
  return { append, readStream } as unknown as Ledger; // The write path of files asks nothing else of a ledger.
}

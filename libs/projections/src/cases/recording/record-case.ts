import { type Day, dayOf, type Role } from '@uitkomst/domain';
import { type Clock, memoryLedger, type NewEvent, type RecordedEvent } from '@uitkomst/ledger';
import { CaseEvents, type CaseTerms, type NumberedEvent } from './case-events.js';
import { byDay, inOrder } from './case-order.js';
import type { CaseToRun } from '../files/read-case-file.js';

/** A case as the ledger gives it back. */
export interface RecordedCase {
  /** Recorded before all else: a case asks about a claim whatever day it was submitted (rules 3.6). */
  readonly claims: readonly RecordedEvent[];
  readonly facts: readonly RecordedEvent[];
  /** From which day on an event is hidden; the ledger of a client says so itself, reference streams cannot. */
  readonly hiddenFrom: ReadonlyMap<string, Day>;
}

/** Records a case in a ledger of its own, each fact on the day it was recorded, and reads it back. */
export async function recordCase(file: CaseToRun, terms: CaseTerms): Promise<RecordedCase> {
  const facts = inOrder(file.facts);
  const clock = new CaseClock(dayOf(facts[0]?.rec ?? BEFORE_ALL));
  const ledger = memoryLedger({ clock });
  const revisions = new Map<string, number>();
  const append = async (stream: string, events: readonly NumberedEvent[], commandId: string) => {
    const offers = events.map((event) => offered(event, commandId));
    const result = await ledger.append(stream, revisions.get(stream) ?? 'none', offers);
    if (!result.ok) throw new Error(`The ledger did not take ${stream} of ${file.case}: ${JSON.stringify(result)}`);
    revisions.set(stream, result.revision);
  };
  const events = new CaseEvents(file, terms);
  const claims = events.submissions();
  for (const [stream, together] of byStream(claims)) await append(stream, together, 'claims');
  for (const [day, ofDay] of byDay(facts)) {
    clock.turnTo(dayOf(day));
    for (const [stream, together] of byStream(ofDay.flatMap((fact) => events.eventsOf(fact))))
      await append(stream, together, day);
  }
  const recorded: RecordedEvent[] = [];
  for await (const event of ledger.readAll()) recorded.push(event);
  await ledger.close();
  const { hiddenFrom } = events;
  return { claims: recorded.slice(0, claims.length), facts: recorded.slice(claims.length), hiddenFrom };
}

/** A case without facts is recorded on this day. */
const BEFORE_ALL = '2000-01-01';
const DAY_MS = 86_400_000;

/** Shows noon (UTC) of the day it was turned to: the same day in Amsterdam. */
class CaseClock implements Clock {
  constructor(private day: Day) {}

  turnTo(day: Day): void {
    this.day = day;
  }
  now(): number {
    return (this.day + 0.5) * DAY_MS;
  }
  elapsed(): number {
    return this.now();
  }
}

/** The day on which a case's event was recorded, as {@link CaseClock} showed it. */
export const recordedOn = ({ recordedAt }: RecordedEvent): Day => dayOf(recordedAt.slice(0, 10));

function byStream(events: readonly NumberedEvent[]): ReadonlyMap<string, readonly NumberedEvent[]> {
  const streams = new Map<string, NumberedEvent[]>();
  for (const event of events) {
    const together = streams.get(event.stream);
    if (together) together.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
}

const actorOf = (role: Role) => ({ id: role.toLowerCase(), role, orgId: 'case' });

/** What is recorded on one day comes from one command: nothing of it is earlier than the rest. */
const offered = ({ id, type, payload, role }: NumberedEvent, commandId: string): NewEvent => ({
  id,
  type,
  payload,
  actor: actorOf(role),
  commandId,
  commandHash: commandId,
});

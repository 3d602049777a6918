import type { EventId } from '../../values/ids.js';
import type { Day } from '../../values/calendar-date.js';

/** When something ended, and who said so: an end event, or the last day a start named. */
export interface End {
  readonly on: Day;
  readonly recordedAt: string;
  readonly eventId: EventId;
  readonly reason: string | undefined;
}

/** The end that holds of each thing; an end without a start stays unread. */
export type Ends = Map<string, End>;

/** Two ends of the same thing: the later recorded one holds, recorded at the same time the later date. */
export function noteEnd(ends: Ends, id: string, end: End): void {
  const held = ends.get(id);
  if (!held || holdsOver(end, held)) ends.set(id, end);
}

function holdsOver(end: End, held: End): boolean {
  if (end.recordedAt !== held.recordedAt) return end.recordedAt > held.recordedAt;
  if (end.on !== held.on) return end.on > held.on;
  // Only the reason differs: any fixed choice will do, as long as the order of telling does not decide it.
  return (end.reason ?? '') > (held.reason ?? '');
}

/** The end that holds, once its day has come. */
export function endBy(ends: Ends, id: string, at: Day): End | undefined {
  const end = ends.get(id);
  return end && end.on <= at ? end : undefined;
}

import type { RecordedFileEvent } from '../events.js';

/**
 * Events in recorded order, of which a later append is later also where the clock showed the same instant: in the ledger, position
 * decides (rulings §6.4). What one append recorded stays at one time. So a decision made before its own append has an instant says
 * the same when it is replayed.
 */
export function positionDecides<E extends RecordedFileEvent>(events: readonly E[]): readonly E[] {
  let [instant, commandId] = ['', ''];
  let told = false;
  const later = events.map((event) => {
    const tied = event.recordedAt <= instant;
    if (!tied) instant = event.recordedAt;
    else if (event.commandId !== commandId) instant += LATER;
    commandId = event.commandId;
    if (event.recordedAt === instant) return event;
    told = true;
    return { ...event, recordedAt: instant };
  });
  return told ? later : events;
}

/** Sorts after the same instant without it, and before every later one. */
export const LATER = '+';

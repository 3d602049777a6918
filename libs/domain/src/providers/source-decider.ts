import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { EventOf, RecordedOf, Role } from '../event.js';
import { dayOf, latest, type Day } from '../values/calendar-date.js';
import type { SourceEvent, SourceWatermark } from './events.js';

/** `ifMatch` is the count of watermarks the asker saw (412). */
export interface RecordWatermark {
  readonly type: 'RecordWatermark';
  readonly watermark: EventOf<typeof SourceWatermark>['payload'];
  readonly ifMatch?: number;
}
export type SourceCommand = RecordWatermark;

export const SOURCE_COMMANDS: Readonly<Record<SourceCommand['type'], readonly Role[]>> = {
  RecordWatermark: ['BENEFITS', 'REGISTRY'],
};

export interface SourceState {
  readonly completeThrough?: Day;
  readonly version: number;
}

function decide(state: SourceState, command: SourceCommand, { actor, today }: Asking): Decision<SourceEvent> {
  if (!SOURCE_COMMANDS[command.type].includes(actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  const through = dayOf(command.watermark.completeThrough);
  // What was complete stays complete: an earlier day says nothing new.
  if (state.completeThrough !== undefined && through <= state.completeThrough) return accept();
  if (command.ifMatch !== undefined && command.ifMatch !== state.version) return refuse('VERSION_STALE');
  // No register is complete through tomorrow, and a watermark never goes back.
  if (through > today) return refuse('INVALID_PERIOD', { field: 'completeThrough' });
  return accept({ type: 'SourceWatermark', payload: command.watermark });
}

/** Register (stream `source-…`): through which day it is complete. Without it a decision waits, it never passes (L8). */
export const sourceDecider: Decider<SourceState, SourceCommand, SourceEvent, Asking, RecordedOf<SourceEvent>> = {
  initial: { version: 0 },
  evolve: ({ completeThrough, version }, { payload }) => {
    const through = dayOf(payload.completeThrough);
    return {
      completeThrough: completeThrough === undefined ? through : latest(completeThrough, through),
      version: version + 1,
    };
  },
  decide,
};

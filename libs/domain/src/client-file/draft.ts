import type { DecidedFileEvent, FileAsking } from './asking.js';
import { LATER } from './determination/position-decides.js';
import { evolveClientFile, type ClientFile } from './client-file.js';
import type { RecordedFileEvent } from './events.js';

/** A decision in the making: what will be appended, and the file as it will be then. */
export interface Draft {
  readonly file: ClientFile;
  readonly events: readonly DecidedFileEvent[];
}

export const draftOn = (file: ClientFile): Draft => ({ file, events: [] });

/** Adds events to the decision and to its file, with the ids and revisions they will have. */
export function drafted(draft: Draft, asking: FileAsking, ...events: readonly DecidedFileEvent[]): Draft {
  let { file } = draft;
  for (const [index, event] of events.entries())
    file = evolveClientFile(file, asRecorded(event, { asking, file, index: draft.events.length + index }));
  return { file, events: events.length === 0 ? draft.events : [...draft.events, ...events] };
}

interface Place {
  readonly asking: FileAsking;
  readonly file: ClientFile;
  readonly index: number;
}

/** The event as the ledger will give it back, but for the instant: of that it only matters that it is later than what is there. */
function asRecorded(event: DecidedFileEvent, { asking, file, index }: Place): RecordedFileEvent {
  return {
    id: asking.idOf(index),
    type: event.type,
    payload: event.payload,
    revision: file.revision + 1,
    recordedAt: file.commandId === DRAFT ? file.recordedAt : `${file.recordedAt}${LATER}`,
    actor: event.actor ?? asking.actor,
    commandId: DRAFT,
    commandHash: DRAFT,
  } as RecordedFileEvent;
}

/** Differs from every recorded command id, so that the draft counts as an append of its own. */
const DRAFT = '';

/** Whether the file's last event is part of a decision that is still being made. */
export const isBeingDecided = ({ commandId }: ClientFile): boolean => commandId === DRAFT;

import {
  decideClientFile,
  evolveClientFile,
  SYSTEM,
  textOf,
  type ClientFile,
  type ClientFileCommand,
  type Day,
  type RecordedFileEvent,
  type Terms,
} from '@uitkomst/domain';
import { appointments } from '../agenda/agenda.projection.js';
import { whatADayBrings } from '../agenda/what-a-day-brings.js';
import type { ReadFile } from '../client-file-fold.js';

/** What the id of a decision begins with that nobody recorded: it only says what a day would bring. */
export const RECKONED = '00000000-0000-8000-8000-';

interface Asked {
  readonly day: Day;
  readonly terms: Terms;
}

/**
 * The file as the clock would leave it on a day, with what is known of it and of the terms, and nothing more: terms that are over end
 * what they end, and every claim is decided again as of that day.
 */
export function onDay(read: ReadFile, { day, terms }: Asked): ReadFile {
  const on = textOf(day);
  let { file } = read;
  let count = 0;
  const idOf = (index: number): string => `${RECKONED}${String(count + index).padStart(12, '0')}`;
  const due = [...file.claims.values()].flatMap((claim) =>
    [...appointments(read, claim, terms)].flatMap(([kind, dueOn]) =>
      dueOn <= on ? [{ kind, claimId: claim.claimId }] : [],
    ),
  );
  for (const command of whatADayBrings(due)) {
    // A refusal (something else came first) is an answer too, as it is to the clock.
    const { events } = decideClientFile(file, command, { actor: SYSTEM, today: day, terms, idOf });
    for (const event of events) {
      file = evolveClientFile(file, asIfRecorded(file, event, { id: idOf(0), on, command }));
      count += 1;
    }
  }
  return { ...read, file, lastRecordedAt: noonOf(on) };
}

type Decided = ReturnType<typeof decideClientFile>['events'][number];

interface As {
  readonly id: string;
  readonly on: string;
  readonly command: ClientFileCommand;
}

const asIfRecorded = ({ revision }: ClientFile, event: Decided, { id, on, command }: As): RecordedFileEvent =>
  ({
    id,
    type: event.type,
    payload: event.payload,
    revision: revision + 1,
    recordedAt: noonOf(on),
    actor: event.actor ?? SYSTEM,
    commandId: `${RECKONED} ${command.type}`,
    commandHash: RECKONED,
  }) as RecordedFileEvent;

/** An instant that is that day in Amsterdam, whatever the time of year. */
const noonOf = (on: string): string => `${on}T12:00:00.000Z`;

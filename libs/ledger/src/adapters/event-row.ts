import type { MadeBytes } from '../codec/leaf-around.js';
import type { Position, StoredEvent } from '../ledger.js';

/** The columns of the table of events that say what was stored, in the order of {@link EventRow}. */
export const EVENT_COLUMNS =
  'position, stream, revision, id, type, recorded_at, leaf, open, provider, municipality, actor, salt, leaf_hash';

/**
 * One event as it stands in the table; every column follows from the leaf or is a part it digests. Rows are lists: to give each value its
 * name again costs more than to read it.
 */
export type EventRow = [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  recordedAt: string,
  leaf: string,
  open: string | null,
  provider: string | null,
  municipality: string | null,
  actor: string,
  salt: string,
  leafHash: string,
];

export function storedEvent(row: Readonly<EventRow> | readonly [...EventRow, unknown]): StoredEvent {
  const bytes: MadeBytes = { leaf: row[6], actor: row[10], salt: row[11] };
  if (row[7] !== null) bytes.open = row[7];
  if (row[8] !== null) bytes.provider = row[8];
  if (row[9] !== null) bytes.municipality = row[9];
  return {
    position: row[0] as Position,
    stream: row[1],
    revision: row[2],
    id: row[3],
    type: row[4],
    recordedAt: row[5],
    leafHash: row[12],
    bytes,
  };
}

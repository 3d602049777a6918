// Plain transactions of the bytes the ledger writes, which are made beforehand: what everything else is compared with.
import type { Database, RecordedEvent } from '@uitkomst/ledger';
import { openSqlite, sqliteLedger, verifyBytes } from '@uitkomst/ledger';
import { CLIENTS, row, STREAMS } from '../claim-rows.js';
import type { Place } from './place.js';

const BARE = `CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes TEXT NOT NULL) STRICT`;
const BATCH = 64;

type Rows = readonly (readonly RecordedEvent[])[];
type Put = (event: RecordedEvent, position: number) => void;

/** What the ledger wrote for some rows, to write the same again without it. */
export async function sample(place: Place): Promise<Rows> {
  const ledger = sqliteLedger({ path: place.fresh() });
  const rows: (readonly RecordedEvent[])[] = [];
  for (let client = 0; client < CLIENTS; client += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, CLIENTS - client) }, (_, index) => client + index);
    const results = await Promise.all(batch.map((each) => ledger.append(STREAMS[each] ?? '', 'none', row(each))));
    for (const result of results) if (result.ok) rows.push(result.events);
  }
  await ledger.close();
  if (rows.flat().some((event) => verifyBytes(event).length > 0)) throw new Error('What was written does not verify');
  return rows;
}

/** Rows per second of transactions of so many rows each: in the table of the ledger, or in one without its indexes. */
export async function rawRate(
  place: Place,
  { rows, size, table, milliseconds }: { rows: Rows; size: number; table: 'event' | 'bare'; milliseconds: number },
): Promise<number> {
  const path = place.fresh();
  if (table === 'event') await sqliteLedger({ path }).close();
  const database = openSqlite(path);
  const put = table === 'event' ? intoEvents(database) : intoBare(database);
  let done = 0;
  let position = 0;
  const start = performance.now();
  while (performance.now() < start + milliseconds) {
    database.exec('BEGIN IMMEDIATE');
    for (let index = 0; index < size; index += 1, done += 1)
      for (const event of rows[done % rows.length] ?? []) put(event, position++);
    database.exec('COMMIT');
  }
  const rate = (done * 1000) / (performance.now() - start);
  database.close();
  place.remove(path);
  return rate;
}

/** The sample is written again and again, each time with ids and revisions of its own. */
function intoEvents(database: Database): Put {
  const insert = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return ({ stream, type, recordedAt, bytes, leafHash, id, revision }, position) =>
    insert.run(
      position,
      stream,
      position < 2 * CLIENTS ? revision : position,
      position < 2 * CLIENTS ? id : `0196${id.slice(4, 24)}${position.toString(16).padStart(12, '0')}`,
      type,
      recordedAt,
      bytes.leaf,
      bytes.open ?? null,
      bytes.provider ?? null,
      bytes.municipality ?? null,
      bytes.actor,
      bytes.salt,
      leafHash,
    );
}

function intoBare(database: Database): Put {
  database.exec(BARE);
  const insert = database.prepare('INSERT INTO bare VALUES (?, ?)');
  return ({ bytes }, position) =>
    insert.run(
      position,
      bytes.leaf + bytes.salt + bytes.actor + (bytes.open ?? '') + (bytes.provider ?? '') + (bytes.municipality ?? ''),
    );
}

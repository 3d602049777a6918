import type { PreparedEvent } from '../../codec/codec.js';
import type { Asked } from '../commit-queue.js';
import { integerArray, textArray, uuidArray } from './binary-array.js';
import type { PostgresConnection } from './open-postgres.js';
import { tagOf } from './postgres-events.js';

/** What became of the appends of one batch. */
export interface Appended {
  /** Position of the first event stored. */
  readonly first: number;
  /** recordedAt of all of them. */
  readonly stamp: string;
  /** The last revision each append found; where that is the one it expected, it was stored. */
  readonly seen: readonly number[];
  /** Whether an event of an append that was not stored is in the ledger: then it may be a repeat. */
  readonly repeats: boolean;
}

const APPEND = {
  name: 'append_batch',
  text: 'select first, stamp, seen, repeats from append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)',
};

/** Stores a batch in one statement, which is one transaction. */
export async function appendBatch(
  connection: PostgresConnection,
  batch: readonly Asked[],
  told: string,
): Promise<Appended> {
  const { rows } = await connection.query<Appended>({ ...APPEND, values: valuesOf(batch, told) });
  const [row] = rows;
  if (row === undefined) throw new Error('append_batch gave no answer');
  return row;
}

function valuesOf(batch: readonly Asked[], told: string): unknown[] {
  const places = new Map<string, number>();
  for (const { stream } of batch) if (!places.has(stream)) places.set(stream, places.size + 1);
  const streams = [...places.keys()];
  const events = batch.flatMap((asked) => asked.events);
  const lost = lostIn(batch);
  const texts = (text: (event: PreparedEvent) => string | undefined) =>
    textArray(events.map((event) => (lost.has(event) ? null : (text(event) ?? null))));
  return [
    told,
    uuidArray(streams.map(tagOf)),
    textArray(streams),
    integerArray(batch.map(({ stream }) => places.get(stream) ?? 0)),
    integerArray(batch.map(({ expected }) => expected)),
    integerArray(batch.map((asked) => asked.events.length)),
    integerArray(batch.flatMap((asked, index) => asked.events.map(() => index + 1))),
    integerArray(batch.flatMap((asked) => asked.events.map((_, place) => place))),
    uuidArray(events.map(({ id }) => id)),
    texts(({ type }) => type),
    texts(({ leafAround }) => leafAround[0]),
    texts(({ leafAround }) => leafAround[2]),
    texts(({ bytes }) => bytes.open),
    texts(({ bytes }) => bytes.provider),
    texts(({ bytes }) => bytes.municipality),
    texts(({ bytes }) => bytes.actor),
    texts(({ bytes }) => bytes.salt),
  ];
}

/**
 * Events of appends that expect what an earlier one of the batch expects of the same stream: whether that one is stored or not, they
 * are not. Of a rival only the ids are sent, which tell a repeat.
 */
function lostIn(batch: readonly Asked[]): ReadonlySet<PreparedEvent> {
  const expected = new Set<string>();
  const lost = new Set<PreparedEvent>();
  for (const asked of batch) {
    const place = `${asked.expected} ${asked.stream}`;
    if (expected.has(place)) for (const event of asked.events) lost.add(event);
    expected.add(place);
  }
  return lost;
}

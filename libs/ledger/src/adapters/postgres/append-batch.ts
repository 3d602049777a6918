import type { Asked } from '../commit-queue.js';
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
}

const APPEND = {
  name: 'append_batch',
  text: `select first, stamp, seen from append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
};

/** Stores a batch in one statement, which is one transaction. */
export async function appendBatch(
  connection: PostgresConnection,
  batch: readonly Asked[],
  told: string,
): Promise<Appended> {
  const places = new Map<string, number>();
  for (const { stream } of batch) if (!places.has(stream)) places.set(stream, places.size + 1);
  const streams = [...places.keys()];
  const events = batch.flatMap(({ events: asked }, ask) => asked.map((event, place) => ({ event, ask, place })));
  const of = (text: (event: (typeof events)[number]['event']) => string | null) =>
    events.map(({ event }) => text(event));
  const values = [
    told,
    streams.map(tagOf),
    streams,
    batch.map(({ stream }) => places.get(stream)),
    batch.map(({ expected }) => expected),
    batch.map(({ events: asked }) => asked.length),
    events.map(({ ask }) => ask + 1),
    events.map(({ place }) => place),
    of(({ id }) => id),
    of(({ type }) => type),
    of(({ leafAround }) => leafAround[0]),
    of(({ leafAround }) => leafAround[2]),
    of(({ bytes }) => bytes.open ?? null),
    of(({ bytes }) => bytes.provider ?? null),
    of(({ bytes }) => bytes.municipality ?? null),
    of(({ bytes }) => bytes.actor),
    of(({ bytes }) => bytes.salt),
  ];
  const { rows } = await connection.query<{ first: number; stamp: string; seen: number[] }>({ ...APPEND, values });
  const [row] = rows;
  if (row === undefined) throw new Error('append_batch gave no answer');
  return row;
}

// The same claims work on Emmett's event store: two rivals at once on a new stream, each expecting it to be new. Prints what it counted,
// once it has run for a while uncounted: the compared ledger is measured warm too.
import { createRequire } from 'node:module';
import { CLIENTS, row } from '../claim-rows.ts';

const [installed = '', connection = '', pairs = '8', warming = '1000', milliseconds = '1000'] = process.argv.slice(2);
const load = createRequire(installed);
const { STREAM_DOES_NOT_EXIST } = load('@event-driven-io/emmett');
const { getPostgreSQLEventStore } = load('@event-driven-io/emmett-postgresql');
const { Pool } = load('pg');
// As many connections as there are callers, so that none waits for another's.
const pool = new Pool({ connectionString: connection, max: 2 * Number(pairs) });
const store = getPostgreSQLEventStore(connection, { connectionOptions: { pooled: true, pool } });
await store.appendToStream('first', [{ type: 'Warmed', data: {} }]); // Makes the tables.

const outcome = async (client, stream) => {
  const claims = async () => {
    const events = row(client % CLIENTS).map(({ type, payload }) => ({ type, data: payload }));
    try {
      await store.appendToStream(stream, events, { expectedStreamVersion: STREAM_DOES_NOT_EXIST });
      return 1;
    } catch {
      return 0; // The other came first.
    }
  };
  const [first, second] = await Promise.all([claims(), claims()]);
  return first + second;
};

/** What all pairs bring about in so long, on streams of their own. */
async function work(name, lasting) {
  const counted = { outcomes: 0, doubles: 0, none: 0 };
  const start = performance.now();
  await Promise.all(
    Array.from({ length: Number(pairs) }, async (_, pair) => {
      for (let client = pair; performance.now() < start + lasting; client += Number(pairs)) {
        const accepted = await outcome(client, `${name}-${client}`);
        counted.outcomes += 1;
        if (accepted > 1) counted.doubles += 1;
        if (accepted === 0) counted.none += 1;
      }
    }),
  );
  return { ...counted, seconds: (performance.now() - start) / 1_000 };
}

await work('warm', Number(warming));
console.log(JSON.stringify(await work('client', Number(milliseconds))));
process.exit();

// The same claims work on Emmett's event store: two rivals at once on a new stream, each expecting it to be new. Prints what it counted,
// once it has run for a while uncounted: the compared ledger is measured warm too.
import { createRequire } from 'node:module';
import { rivalsFor } from '../callers.ts';
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

/** What all pairs bring about in so long, on streams of their own. */
const work = (name, lasting) =>
  rivalsFor({ pairs: Number(pairs), milliseconds: lasting }, async (client) => {
    const events = row(client % CLIENTS).map(({ type, payload }) => ({ type, data: payload }));
    try {
      await store.appendToStream(`${name}-${client}`, events, { expectedStreamVersion: STREAM_DOES_NOT_EXIST });
      return true;
    } catch {
      return false; // The other came first.
    }
  });

await work('warm', Number(warming));
console.log(JSON.stringify(await work('client', Number(milliseconds))));
process.exit();

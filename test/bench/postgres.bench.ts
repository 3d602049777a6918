// PostgreSQL: the ledger against raw multi-row inserts of the same bytes, and against another event store on the same claims work.
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  CODEC,
  openLedger,
  openPostgres,
  postgresLedger,
  type Codec,
  type PostgresConnection,
  type RecordedEvent,
} from '@uitkomst/ledger';
import { postgresPrograms, PostgresServer } from '@uitkomst/ledger/testing';
import { appendingTo, askedBy, rivalsFor, type Rivalry } from './callers.js';
import { CLIENTS, row, STREAMS, UNCHECKED } from './claim-rows.js';
import { median } from './subject.js';

const ROUNDS = 7;
const ROUND_MS = 1_500;
const CALLERS = 64;
/** Sixteen callers: eight outcomes at a time, with two rivals each. */
const PAIRS = 8;
/** Both event stores work for so long before they are counted: a compiler that has seen nothing yet slows either by a fifth. */
const WARMING_MS = 3_000;
const COUNTED_MS = 3_000;
const EMMETT = '.cache/emmett';

if (postgresPrograms() === undefined) {
  console.log('PostgreSQL is not installed: skipped');
  process.exit();
}
const server = await PostgresServer.start();
const admin = openPostgres(server.url(), { max: 1 });
let schemas = 0;
async function freshUrl(): Promise<string> {
  await admin.query(`create schema b${(schemas += 1)}`);
  return server.url(`b${schemas}`);
}

/** Rows per second of the ledger with so many callers, each waiting for its answer. */
async function ledgerRate(codec: Codec): Promise<number> {
  const ledger = await postgresLedger({ url: await freshUrl(), codec });
  const { answered, seconds } = await askedBy({ callers: CALLERS, milliseconds: ROUND_MS }, appendingTo(ledger));
  await ledger.close();
  return answered / seconds;
}

/** What the ledger wrote for some rows, to write the same again without it. */
async function sample(): Promise<readonly RecordedEvent[]> {
  const ledger = await openLedger(await freshUrl());
  const events: RecordedEvent[] = [];
  const batch = Array.from({ length: CALLERS }, (_, client) =>
    ledger.append(STREAMS[client] ?? '', 'none', row(client)),
  );
  for (const result of await Promise.all(batch)) if (result.ok) events.push(...result.events);
  await ledger.close();
  return events;
}

const INSERT = `insert into event (position, tag, revision, stream, id, type, recorded_at, leaf, open, provider, municipality, actor, salt, leaf_hash)
  select * from unnest($1::bigint[], $2::uuid[], $3::integer[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])`;

const hex = (number: number): string => number.toString(16).padStart(12, '0');

/** Rows per second of plain transactions of so many rows each, with what is written already made. */
async function rawRate(events: readonly RecordedEvent[]): Promise<number> {
  const url = await freshUrl();
  await (await openLedger(url)).close();
  const pool = openPostgres(url, { max: 1 });
  const connection: PostgresConnection = await pool.connect();
  const columns = [
    events.map(({ stream }) => stream),
    events.map(({ type }) => type),
    events.map(({ recordedAt }) => recordedAt),
    events.map(({ bytes }) => bytes.leaf),
    events.map(({ bytes }) => bytes.open ?? null),
    events.map(({ bytes }) => bytes.provider ?? null),
    events.map(({ bytes }) => bytes.municipality ?? null),
    events.map(({ bytes }) => bytes.actor),
    events.map(({ bytes }) => bytes.salt),
    events.map(({ leafHash }) => leafHash),
  ] as const;
  const [stream, type, ...texts] = columns;
  let position = 0;
  let rows = 0;
  const start = performance.now();
  while (performance.now() < start + ROUND_MS) {
    const places = events.map((_, index) => position + index);
    const ids = places.map((place) => `0195a000-0000-7000-8000-${hex(place)}`);
    const tags = places.map((place) => `${hex(place % 5_000)}-0000-4000-8000-${hex(place)}`.slice(4));
    const values = [places, tags, events.map(({ revision }) => revision), stream, ids, type, ...texts];
    await connection.query({ name: 'raw', text: INSERT, values });
    position += events.length;
    rows += CALLERS;
  }
  const rate = (rows * 1_000) / (performance.now() - start);
  connection.release();
  await pool.end();
  return rate;
}

/** Two rivals at once on a new stream, each expecting it to be new. */
async function ours(codec: Codec): Promise<Rivalry> {
  const ledger = await postgresLedger({ url: await freshUrl(), codec });
  const work = (name: string, milliseconds: number): Promise<Rivalry> =>
    rivalsFor(
      { pairs: PAIRS, milliseconds },
      async (client) => (await ledger.append(`${name}-${client}`, 'none', row(client % CLIENTS))).ok,
    );
  await work('warm', WARMING_MS);
  const counted = await work('client', COUNTED_MS);
  await ledger.close();
  return counted;
}

/** The other event store is installed by this benchmark only, from a lock of its own. Not waited for by standing still: the server's own messages come here too. */
async function emmett(url: string): Promise<Rivalry> {
  const program = 'test/bench/emmett/claims.mjs';
  const options = [
    '--import',
    './test/typescript.mjs',
    program,
    resolve(EMMETT, 'package.json'),
    url,
    ...[PAIRS, WARMING_MS, COUNTED_MS].map(String),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return JSON.parse(stdout) as Rivalry;
}

function installed(): boolean {
  if (existsSync(join(EMMETT, 'node_modules'))) return true;
  cpSync('test/bench/emmett', EMMETT, { recursive: true });
  return spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: EMMETT, stdio: 'ignore' }).status === 0;
}

const events = await sample();
const rates: { readonly raw: number; readonly alone: number; readonly checked: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1)
  rates.push({ raw: await rawRate(events), alone: await ledgerRate(UNCHECKED), checked: await ledgerRate(CODEC) });
const ratio = (of: 'alone' | 'checked'): string => median(rates.map((rate) => rate[of] / rate.raw)).toFixed(2);
const perSecond = (of: 'raw' | 'alone' | 'checked'): number => Math.round(median(rates.map((rate) => rate[of])));
console.log(
  `${CALLERS} callers: ledger alone ${ratio('alone')} × raw multi-row insert (target ≥ 0.3), payloads checked too ${ratio('checked')} ×`,
);
console.log(`  rows: raw ${perSecond('raw')}/s, alone ${perSecond('alone')}/s, checked ${perSecond('checked')}/s`);

if (installed()) {
  const alone: number[] = [];
  const checked: number[] = [];
  const doubles = { ours: 0, theirs: 0, outcomes: 0, theirOutcomes: 0 };
  for (let round = 0; round < 3; round += 1) {
    await admin.query(`create database emmett${round}`);
    const theirs = await emmett(server.url().replace(/\/postgres$/, `/emmett${round}`));
    const theirRate = theirs.outcomes / theirs.seconds;
    for (const [ratios, codec] of [
      [alone, UNCHECKED],
      [checked, CODEC],
    ] as const) {
      const own = await ours(codec);
      ratios.push(own.outcomes / own.seconds / theirRate);
      doubles.ours += own.doubles;
      doubles.outcomes += own.outcomes;
    }
    doubles.theirs += theirs.doubles;
    doubles.theirOutcomes += theirs.outcomes;
  }
  console.log(
    `${2 * PAIRS} callers, two rivals for each outcome, Emmett-PostgreSQL checking no payload: ledger alone ${median(alone).toFixed(1)} × ` +
      `(target ≥ 5), payloads checked too ${median(checked).toFixed(1)} ×; accepted twice: ours ${doubles.ours} of ` +
      `${doubles.outcomes}, Emmett ${doubles.theirs} of ${doubles.theirOutcomes}`,
  );
} else console.log('Emmett-PostgreSQL cannot be installed here: not compared');
await admin.end();
await server.stop();

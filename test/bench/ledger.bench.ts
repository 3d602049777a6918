// The ledger alone and the full command against raw SQLite transactions of the same bytes (rulings §8).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '@uitkomst/domain';
import {
  ClientFiles,
  CODEC,
  openSqlite,
  verifyBytes,
  sqliteLedger,
  TermsBook,
  type ClientFileTask,
  type Codec,
  type RecordedEvent,
} from '@uitkomst/ledger';
import { CLIENTS, COMMAND_HASH, nextId, payloadsOf, PROVIDER, refOf, row, STREAMS, UNCHECKED } from './claim-rows.js';

const ROUNDS = 9;
const ROUND_MS = 1_000;
const BARE = `CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes TEXT NOT NULL) STRICT`;

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));

let files = 0;
const freshPath = () => join(folder, `${(files += 1)}.db`);

/** Gone before the next round begins: else that one waits while the disk still writes what this one left. */
function remove(path: string): void {
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(path + end, { force: true });
}

/** Rows per second of the ledger with so many callers, each waiting for its answer. */
async function ledgerRate(callers: number, codec: Codec): Promise<number> {
  const path = freshPath();
  const ledger = sqliteLedger({ path, codec });
  const revisions = Array.from({ length: CLIENTS }, () => -1);
  let rows = 0;
  const end = performance.now() + ROUND_MS;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let client = caller; performance.now() < end; client = (client + callers) % CLIENTS) {
        const revision = revisions[client] ?? -1;
        const result = await ledger.append(STREAMS[client] ?? '', revision < 0 ? 'none' : revision, row(client));
        if (!result.ok) throw new Error('A caller was refused');
        revisions[client] = result.revision;
        rows += 1;
      }
    }),
  );
  const rate = (rows * 1000) / (performance.now() - start);
  await ledger.close();
  remove(path);
  return rate;
}

/** What the ledger wrote for some rows, to write the same again without it. */
async function sample(): Promise<readonly (readonly RecordedEvent[])[]> {
  const ledger = sqliteLedger({ path: freshPath() });
  const rows: (readonly RecordedEvent[])[] = [];
  for (let client = 0; client < CLIENTS; client += 64) {
    const batch = Array.from({ length: Math.min(64, CLIENTS - client) }, (_, index) => client + index);
    const results = await Promise.all(batch.map((each) => ledger.append(STREAMS[each] ?? '', 'none', row(each))));
    for (const result of results) if (result.ok) rows.push(result.events);
  }
  await ledger.close();
  return rows;
}

type Rows = readonly (readonly RecordedEvent[])[];
type Write = (event: RecordedEvent, position: number) => void;

/** Rows per second of plain transactions of so many rows each, with what is written already made. */
function rawRate(rows: Rows, size: number, table: 'event' | 'bare'): number {
  const path = freshPath();
  if (table === 'event') void sqliteLedger({ path }).close();
  const database = openSqlite(path);
  if (table === 'bare') database.exec(BARE);
  const insert = database.prepare(
    table === 'bare'
      ? 'INSERT INTO bare VALUES (?, ?)'
      : 'INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const put: Write =
    table === 'bare'
      ? ({ bytes }, position) =>
          insert.run(
            position,
            bytes.leaf +
              bytes.salt +
              bytes.actor +
              (bytes.open ?? '') +
              (bytes.provider ?? '') +
              (bytes.municipality ?? ''),
          )
      : ({ stream, type, recordedAt, bytes, leafHash, id, revision }, position) =>
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
  let done = 0;
  let position = 0;
  const start = performance.now();
  while (performance.now() < start + ROUND_MS) {
    database.exec('BEGIN IMMEDIATE');
    for (let index = 0; index < size; index += 1, done += 1)
      for (const event of rows[done % rows.length] ?? []) put(event, position++);
    database.exec('COMMIT');
  }
  const rate = (done * 1000) / (performance.now() - start);
  database.close();
  remove(path);
  return rate;
}

const median = (values: readonly number[]) => values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;

const per = (rates: readonly number[]) => `${Math.round(median(rates))}/s`;

/** What a caller asks for. */
function claimOf(client: number): Pick<ClientFileTask, 'personRef' | 'command'> {
  const { submittedOn: _on, ...claim } = payloadsOf(client).submitted;
  return {
    personRef: refOf(client),
    command: { type: 'SubmitClaim', claim: { ...claim, outcomeType: 'WORK', evidence: [] } },
  };
}

/** More than a round gets to; making them is the caller's work. */
const CLAIMS = Array.from({ length: 10_000 }, (_, client) => claimOf(client));

/** Claims per second through everything but HTTP: fold, decide, assess, check, append; each on a file of its own. */
async function commandRate(callers: number): Promise<number> {
  const path = freshPath();
  const ledger = sqliteLedger({ path });
  const terms = await TermsBook.open(ledger);
  const clientFiles = new ClientFiles(ledger, terms);
  const start = performance.now();
  const end = start + ROUND_MS;
  let rows = 0;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let client = caller; performance.now() < end; client += callers) {
        const { personRef, command } = CLAIMS[client] ?? claimOf(client);
        const result = await clientFiles.handle({
          municipality: '0363',
          personRef,
          command,
          actor: PROVIDER,
          today: dayOf('2025-03-01'),
          commandId: nextId(),
          commandHash: COMMAND_HASH,
        });
        if (!result.ok) throw new Error('A claim was refused');
        rows += 1;
      }
    }),
  );
  const rate = (rows * 1000) / (performance.now() - start);
  await terms.close();
  await ledger.close();
  remove(path);
  return rate;
}

/** Prints how the ledger and the full command compare with raw transactions. */
async function compare(rows: Rows, callers: number, target: number): Promise<void> {
  const raw: number[] = [];
  const command: number[] = [];
  const alone: number[] = [];
  const checked: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push(rawRate(rows, callers, 'event'));
    alone.push(await ledgerRate(callers, UNCHECKED));
    checked.push(await ledgerRate(callers, CODEC));
    bare.push(rawRate(rows, callers, 'bare'));
  }
  const beside: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    beside.push(rawRate(rows, callers, 'event'));
    command.push(await commandRate(callers));
  }
  const ratio = (rates: readonly number[]) =>
    median(rates.map((rate, round) => rate / ((rates === command ? beside : raw)[round] ?? 1)));
  console.log(
    `${callers} caller(s): ledger alone ${ratio(alone).toFixed(2)} × raw (target ≥ ${target}), payloads checked too ${ratio(checked).toFixed(2)} ×, full command ${ratio(command).toFixed(2)} × (target ≥ 0.2 at 64)`,
  );
  console.log(
    `  rows: raw ${per(raw)}, alone ${per(alone)}, checked ${per(checked)}, command ${per(command)}, raw without indexes ${per(bare)}`,
  );
}

const rows = await sample();
if (rows.flat().some((event) => verifyBytes(event).length > 0)) throw new Error('What was written does not verify');
await compare(rows, 64, 0.5);
await compare(rows, 1, 0.7);
rmSync(folder, { recursive: true });

// The ledger alone and the full command against raw SQLite transactions of the same bytes (rulings §8).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, EVENT_CATALOGUE, type Actor, type EventDefinition } from '@uitkomst/domain';
import {
  ClientFiles,
  CODEC,
  codecFor,
  openSqlite,
  verifyBytes,
  sqliteLedger,
  TermsBook,
  type Codec,
  type NewEvent,
  type RecordedEvent,
} from '@uitkomst/ledger';

const ROUNDS = 9;
const ROUND_MS = 1_000;
const CLIENTS = 5_000;
const PROVIDER: Actor = { id: 'p-1', role: 'PROVIDER', orgId: 'WERKPLUS' };
const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', orgId: 'uitkomst' };
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BARE = `CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes TEXT NOT NULL) STRICT`;

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
const refOf = (client: number) =>
  Array.from({ length: 13 }, (_, place) => ALPHABET[Math.floor(client / 32 ** (12 - place)) % 32]).join('');

/** Ordered in time like the real ones, but made for nothing: making ids is the caller's work. */
let ids = 0;
const nextId = () => `0195a000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`;

/** One claim with its outcome: 600 bytes and at most 2 kB. */
function payloadsOf(client: number) {
  const claimId = `${refOf(client)}.${'c'.repeat(10)}`;
  const proof = { id: nextId(), kind: 'PAYSLIP', sha256: 'a'.repeat(64), obtainedOn: '2025-02-01' };
  const submitted = {
    outcomeType: 'WORK',
    milestone: 'SUSTAINED',
    claimId,
    providerId: 'WERKPLUS',
    submittedOn: '2025-03-01',
    contractId: 'C-2025-1',
    trajectId: 'T-1001',
    jobId: 'J-1001',
    assertedOutflowOn: '2024-08-01',
    cents: 300_000,
    evidence: [proof, proof],
    providerReference: 'WP-2025-000123',
  };
  const rule = {
    rule: 'R16',
    result: 'UNKNOWN',
    code: 'WAITING_PERIOD',
    untilOn: '2025-08-01',
    evidence: [proof.id, proof.id],
  };
  const determined = {
    claimId,
    number: 1,
    outcome: 'PENDING',
    fail: [],
    open: ['WAITING_PERIOD', 'NO_WATERMARK'],
    untilOn: '2025-08-01',
    nextChangeOn: '2025-08-01',
    cents: 0,
    tariffCents: 300_000,
    episodeOn: '2024-08-01',
    maturityOn: '2025-02-01',
    definition: 'NL-STD@1',
    ruleSet: 'NL-RULES@1',
    decisionHash: 'd'.repeat(64),
    passed: Array.from({ length: 30 }, (_, index) => `R${index + 1}`),
    rules: [rule, { ...rule, rule: 'R22' }, { ...rule, rule: 'R37' }],
    basis: {
      fileRevision: 12,
      terms: [
        'contract-0363-C-2025-1',
        'definition-0363-NL-STD',
        'provider-0363-WERKPLUS',
        'source-0363-UWV_POLIS',
      ].map((stream) => ({ stream, revision: 3 })),
      definition: 'NL-STD@1',
      ruleSet: 'NL-RULES@1',
      asOf: '2025-03-01',
    },
  };
  return { submitted, determined };
}
const PAYLOADS = Array.from({ length: CLIENTS }, (_, client) => payloadsOf(client));
const STREAMS = PAYLOADS.map((_, client) => `client-0363-${refOf(client)}`);

const COMMAND_HASH = 'c'.repeat(64);

/** What a caller hands over: the ledger's work begins here. */
function row(client: number): readonly NewEvent[] {
  const command = { commandId: nextId(), commandHash: COMMAND_HASH };
  const { submitted, determined } = PAYLOADS[client] ?? payloadsOf(client);
  return [
    { id: nextId(), type: 'ClaimSubmitted', payload: submitted, actor: PROVIDER, ...command },
    { id: nextId(), type: 'ClaimDetermined', payload: determined, actor: SYSTEM, ...command },
  ];
}

/** Bytes, digests and leaf alone: the check of the payload belongs to the full command (rulings §8). */
const UNCHECKED = codecFor(
  Object.fromEntries(
    Object.values(EVENT_CATALOGUE).map((definition) => [
      definition.type,
      { ...definition, payload: { parse: (payload: unknown) => payload } } as unknown as EventDefinition,
    ]),
  ),
);

let files = 0;
const freshPath = () => join(folder, `${(files += 1)}.db`);

/** Rows per second of the ledger with so many callers, each waiting for its answer. */
async function ledgerRate(callers: number, codec: Codec): Promise<number> {
  const ledger = sqliteLedger({ path: freshPath(), codec });
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
  return rate;
}

const median = (values: readonly number[]) => values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;

const per = (rates: readonly number[]) => `${Math.round(median(rates))}/s`;

/** Claims per second through everything but HTTP: fold, decide, assess, check, append; each on a file of its own. */
async function commandRate(callers: number): Promise<number> {
  const ledger = sqliteLedger({ path: freshPath() });
  const terms = await TermsBook.open(ledger);
  const clientFiles = new ClientFiles(ledger, terms);
  const start = performance.now();
  const end = start + ROUND_MS;
  let rows = 0;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let client = caller; performance.now() < end; client += callers) {
        const personRef = refOf(client);
        const { submitted } = payloadsOf(client);
        const { submittedOn: _on, ...claim } = submitted;
        const result = await clientFiles.handle({
          municipality: '0363',
          personRef,
          command: { type: 'SubmitClaim', claim: { ...claim, outcomeType: 'WORK', evidence: [] } },
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

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_CATALOGUE, SYSTEM } from '@uitkomst/domain';
import {
  continueAfter,
  leavesInFolder,
  newSigningKey,
  openLedger,
  openPostgres,
  openSealKeys,
  openSqlite,
  SEAL_STREAM,
  type Ledger,
} from '@uitkomst/ledger';
import { anEvent, manualClock, randomFrom, sealAll, type Random } from '@uitkomst/ledger/testing';
import { parseCheckpoint, parseNote, verifierKeyText } from '@uitkomst/ledger/verify';
import { Sealer, systemTimers } from '@uitkomst/processes';
import { uuidv7 } from 'uuidv7';
import { runAudit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import { recordOn, sealedLedger } from '../../apps/audit/src/testing/sealed-ledger.js';
import { onSqlEngines, type SqlEngine } from './engines.js';

jest.setTimeout(180_000);

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** Rows in which each column is changed. */
const ROWS = Number(process.env['TAMPERED_ROWS'] ?? 2);
const key = newSigningKey('test/log');
const PUBLIC = verifierKeyText(key.verifier);
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-tampering-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit([...argv, '--quiet'], { out, err });
  return { exitCode, out: [...out.lines(), ...err.lines()].join('\n') };
}
const verified = (url: string, ...argv: readonly string[]) =>
  audit('verify', '--ledger', url, '--key', PUBLIC, ...argv);

/** An event of every kind there is, on a few streams, sealed three times over. */
async function everyKind(ledger: Ledger, advance: () => void): Promise<void> {
  const types = Object.keys(EVENT_CATALOGUE).filter((type) => type !== 'TreeHeadSigned');
  const revisions = new Map<string, number>();
  for (const [index, type] of types.entries()) {
    const stream = `client-0000-${'abcde'.charAt(index % 5)}`;
    const revision = revisions.get(stream) ?? -1;
    const payload = JSON.parse(readFileSync(`test/golden/${type}.v1.json`, 'utf8')) as unknown;
    const event = { id: uuidv7(), type, payload, actor: SYSTEM, commandId: `c-${index}`, commandHash: 'c'.repeat(64) };
    const result = await ledger.append(stream, revision < 0 ? 'none' : revision, [event]);
    if (!result.ok) throw new Error(`${type} was not taken`);
    revisions.set(stream, result.revision);
    advance();
    if (index % 25 === 24) await sealAll(ledger, key);
  }
}

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** The tables behind a ledger, for somebody who may write to them. */
interface Tables {
  ask(sql: string, ...values: readonly Value[]): Promise<readonly Row[]>;
  /** Every column of every table there is: one that comes later is changed too. */
  columns(): Promise<readonly { readonly table: string; readonly column: string }[]>;
  close(): Promise<void>;
}

async function tablesOf(url: string): Promise<Tables> {
  if (url.startsWith('sqlite:')) {
    const database = openSqlite(url.slice('sqlite:'.length));
    const ask: Tables['ask'] = async (sql, ...values) =>
      database.prepare(sql.replaceAll('$', '?')).all(...values) as readonly Row[];
    const columns = `select t.name as "table", c.name as "column" from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table'`;
    return {
      ask,
      columns: () => ask(columns) as ReturnType<Tables['columns']>,
      close: async () => database.close(),
    };
  }
  const pool = openPostgres(url, { max: 1 });
  const ask: Tables['ask'] = async (sql, ...values) => (await pool.query<Row>(sql, [...values])).rows;
  const columns = `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema()`;
  return { ask, columns: () => ask(columns) as ReturnType<Tables['columns']>, close: () => pool.end() };
}

/** Which steps the tables have had: no evidence of anything; changed, the program refuses to open them. */
const NO_EVIDENCE = new Set(['uitkomst_schema']);

function flipped(value: string | number, chance: Random): string | number {
  if (typeof value === 'number') return value ^ (1 << chance.below(12));
  const place = chance.below(value.length);
  const bit = 1 << chance.below(7);
  return value.slice(0, place) + String.fromCharCode(value.charCodeAt(place) ^ bit) + value.slice(place + 1);
}

const ANY_COLUMN = { codes: [10], seal: [10, 11, 12] };
/** A place among all events is no part of what was hashed: the order, and the number left out, tell. */
const POSITION = { codes: [11, 12, 13], seal: [11, 12, 13] };

/** Gives how many columns were changed, each in some rows. */
async function drill({ fresh, name }: SqlEngine): Promise<number> {
  const chance = randomFrom(SEED);
  const url = await fresh();
  const clock = manualClock('2024-01-01T09:00:00.000Z');
  const ledger = await openLedger(url, { clock });
  await everyKind(ledger, () => clock.advance(1_000));
  await ledger.close();
  const tables = await tablesOf(url);
  const columns = (await tables.columns()).filter(({ table }) => !NO_EVIDENCE.has(table));
  for (const { table, column } of columns) {
    const rows = await tables.ask(
      `select position, stream, id, ${column} as value from ${table} where ${column} is not null order by position`,
    );
    const some = Array.from({ length: ROWS }, () => rows[chance.below(rows.length)]);
    const seal = rows.findLast(({ stream }) => stream === SEAL_STREAM);
    for (const row of [...some, seal]) if (row !== undefined) await drillColumn({ tables, url, column, row }, chance);
    expect(rows.length).toBeGreaterThan(0);
  }
  expect(await verified(url)).toMatchObject({ exitCode: 0 });
  console.info(`${name}: seed ${SEED}, ${columns.length} columns`);
  await tables.close();
  return columns.length;
}

async function drillColumn(
  {
    tables,
    url,
    column,
    row,
  }: { readonly tables: Tables; readonly url: string; readonly column: string; readonly row: Row },
  chance: Random,
): Promise<void> {
  const { position = null, id = null, stream = null, value = null } = row;
  if (value === null) return;
  let now: Value = value;
  for (let tries = 0; now === value; tries += 1) {
    if (tries > 200) throw new Error(`${column} cannot be changed`);
    try {
      const wanted = flipped(value, chance);
      await tables.ask(`update event set ${column} = $1 where position = $2`, wanted, position);
      const at = column === 'position' ? wanted : position;
      // A capital in a hexadecimal id is the same bits.
      now = (await tables.ask(`select ${column} as value from event where position = $1`, at))[0]?.['value'] ?? value;
    } catch {
      now = value; // The engine itself refuses: two events in one place, an id that is none.
    }
  }
  const { exitCode, out } = await verified(url);
  const at = column === 'position' ? now : position;
  await tables.ask(`update event set ${column} = $1 where position = $2`, value, at);
  const expected = column === 'position' ? POSITION : ANY_COLUMN;
  const codes = stream === SEAL_STREAM ? expected.seal : expected.codes;
  if (!codes.includes(exitCode) || !named(out, { column, id, stream, at: position }))
    throw new Error(`${column} of event ${id} at ${position}, ${value} to ${now}, ended with ${exitCode}:\n${out}`);
}

/** The finding names the event: by its id, or where that was changed by its stream; a place by its number. */
const named = (
  out: string,
  {
    column,
    id,
    stream,
    at,
  }: { readonly column: string; readonly id: Value; readonly stream: Value; readonly at: Value },
): boolean => out.includes(String(id)) || out.includes(String(column === 'id' ? stream : `position ${at}`));

/** A ledger with forty events sealed and ten that are not, whose tables can be put back as they were. */
class Victim {
  private constructor(
    readonly url: string,
    private readonly tables: Tables,
  ) {}

  static async on({ fresh }: SqlEngine): Promise<Victim> {
    const url = await sealedLedger(await fresh(), key, [25, 15, 10]);
    const tables = await tablesOf(url);
    await tables.ask('create table kept as select * from event');
    return new Victim(url, tables);
  }

  /** How `verify` ends after these statements, which are undone again. */
  async after(statements: readonly string[], ...argv: readonly string[]) {
    for (const statement of statements) await this.tables.ask(statement);
    const end = await verified(this.url, ...argv);
    await this.tables.ask('delete from event');
    await this.tables.ask('insert into event select * from kept');
    return end;
  }

  async columns(): Promise<readonly string[]> {
    return (await this.tables.columns()).filter(({ table }) => table === 'event').map(({ column }) => column);
  }

  close(): Promise<void> {
    return this.tables.close();
  }
}

const swapped = (one: number, other: number): readonly string[] => [
  `update event set position = -3 where position = ${one}`,
  `update event set position = ${one} where position = ${other}`,
  `update event set position = ${other} where position = -3`,
];

onSqlEngines((engine) => {
  test('one bit flipped in any stored column is found, and the event is named', async () => {
    expect(await drill(engine)).toBeGreaterThanOrEqual(13);
  });

  describe('of somebody who can write to the tables it is found that', () => {
    let victim: Victim;
    beforeAll(async () => {
      victim = await Victim.on(engine);
    });
    afterAll(() => victim.close());

    it('two rows changed places, of one file or of two', async () => {
      expect(await victim.after(swapped(3, 10))).toMatchObject({ exitCode: 12, out: expect.stringContaining('ORDER') });
      expect(await victim.after(swapped(30, 33))).toMatchObject({
        exitCode: 12,
        out: expect.stringContaining('ORDER'),
      });
    });

    it('two rows exchanged all they hold', async () => {
      const held = (await victim.columns()).filter(
        (column) => !['position', 'tag', 'id', 'stream', 'revision'].includes(column),
      );
      const from = (one: number, other: number) =>
        `update event set ${held.map((column) => `${column} = (select ${column} from kept where position = ${other})`).join(', ')} where position = ${one}`;
      const { exitCode, out } = await victim.after([from(5, 33), from(33, 5)]);
      expect([exitCode, out]).toEqual([12, expect.stringContaining('changed places')]);
    });

    it('a copy of a row was inserted', async () => {
      const id = '01890000-0000-7000-8000-000000000000';
      const put: Readonly<Record<string, string>> = {
        position: '(select max(position) + 1 from event)',
        id: `'${id}'`,
        stream: "'client-0000-x'",
        tag: "'01890000-0000-7000-8000-000000000001'",
        revision: '0',
      };
      const columns = await victim.columns();
      const select = columns.map((column) => put[column] ?? column).join(', ');
      const insert = `insert into event (${columns.join(', ')}) select ${select} from kept where position = 20`;
      expect(await victim.after([insert])).toMatchObject({ exitCode: 13, out: expect.stringContaining(id) });
    });

    it('the tail was cut off, or an event taken out', async () => {
      const cut = await victim.after([`delete from event where position >= 35 and stream <> '${SEAL_STREAM}'`]);
      expect([cut.exitCode, cut.out]).toEqual([11, expect.stringContaining('was signed over 40 events')]);
      const missing = await victim.after(['delete from event where position = 17']);
      expect([missing.exitCode, missing.out]).toEqual([11, expect.stringContaining('position 17')]);
    });

    it('an older backup was put back, by the checkpoint somebody holds', async () => {
      const out = join(folder, `${engine.name}-out`);
      expect(await audit('export', '--ledger', victim.url, '--out', out)).toMatchObject({ exitCode: 0 });
      const older = ['delete from event where position > 25'];
      expect(await victim.after(older)).toMatchObject({ exitCode: 0 });
      const held = await victim.after(older, '--checkpoint', join(out, 'checkpoint'));
      expect([held.exitCode, held.out]).toEqual([
        11,
        expect.stringContaining('was signed over 40 events; here are 25'),
      ]);
    });

    it('nothing was done to it', async () => {
      expect(await victim.after([])).toMatchObject({ exitCode: 0 });
    });
  });

  test('it was sealed with another key, or signed over another history', async () => {
    const other = await sealedLedger(await engine.fresh(), newSigningKey('test/log'), [10, 5]);
    expect(await verified(other)).toMatchObject({ exitCode: 15, out: expect.stringContaining('not trusted') });
    const [one, forked] = [await engine.fresh(), await engine.fresh()];
    await sealedLedger(one, key, [20, 0]);
    await sealedLedger(forked, key, [30, 0]);
    const out = join(folder, `${engine.name}-one`);
    await audit('export', '--ledger', one, '--out', out);
    expect(await verified(forked, '--checkpoint', join(out, 'checkpoint'))).toMatchObject({
      exitCode: 14,
      out: expect.stringContaining('another history'),
    });
  });

  test('a legitimate recovery is no alarm', async () => {
    const url = await engine.fresh();
    const seals = join(folder, `${engine.name}-seal`);
    const first = openSealKeys(seals).signing;
    await sealedLedger(url, first, [20, 0]);
    const tables = await tablesOf(url);
    const ledger = await openLedger(url);
    await recordOn(ledger, first, { counts: [15, 0] });
    await ledger.close();
    const out = join(folder, `${engine.name}-before`);
    await audit('export', '--ledger', url, '--out', out);
    await tables.ask('delete from event where position > 20');
    await tables.close();
    const last = parseCheckpoint(parseNote(readFileSync(join(out, 'checkpoint'), 'utf8')).text);
    const restored = await openLedger(url);
    await recordOn(restored, continueAfter(seals, last).signing, { counts: [25, 0] });
    await restored.close();
    const keys = ['--key', join(seals, 'public-keys'), '--checkpoint', join(out, 'checkpoint')];
    expect(await audit('verify', '--ledger', url, ...keys)).toMatchObject({ exitCode: 0 });
  });

  test('what the sealer of a running system sealed is exported and in order, a folder like any other', async () => {
    const url = await engine.fresh();
    const ledger = await openLedger(url);
    const leaves = leavesInFolder(join(folder, `${engine.name}-leaves`));
    if (leaves === undefined) throw new Error('The leaves are locked');
    const keys = openSealKeys(join(folder, `${engine.name}-keys`));
    const published = { read: () => undefined, write: () => undefined };
    const sealer = new Sealer({
      ledger,
      keys,
      leaves,
      published,
      timers: systemTimers,
      onError: (error) => {
        throw error;
      },
    });
    sealer.start();
    for (let index = 0; index < 300; index += 1) await ledger.append(`client-0000-${index}`, 'none', [anEvent()]);
    await sealer.sealNow();
    await sealer.stop();
    await ledger.close();
    const out = join(folder, `${engine.name}-sealed`);
    const trusted = verifierKeyText(keys.signing.verifier);
    expect(await audit('verify', '--ledger', url, '--key', trusted)).toMatchObject({ exitCode: 0 });
    expect(await audit('export', '--ledger', url, '--out', out)).toMatchObject({ exitCode: 0 });
    expect(await audit('verify', '--from', out, '--key', trusted)).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('300 event(s)'),
    });
    const copy = `sqlite:${join(folder, `${engine.name}-copy.db`)}`;
    expect(await audit('import', '--from', out, '--ledger', copy)).toMatchObject({ exitCode: 0 });
    expect(await audit('verify', '--ledger', copy, '--key', trusted)).toMatchObject({ exitCode: 0 });
  });
});

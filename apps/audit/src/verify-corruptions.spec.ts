import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey, openSqlite } from '@uitkomst/ledger';
import { randomFrom, type Random } from '@uitkomst/ledger/testing';
import { verifierKeyText } from '@uitkomst/ledger/verify';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';
import { sealedLedger } from './testing/sealed-ledger.js';

/** Random damage, half of it in a ledger's rows, half in an exported folder's bytes: every one must be found. In full: CORRUPTIONS=1000 CLEAN_LEDGERS=1000. */
const ROUNDS = Number(process.env['CORRUPTIONS'] ?? 150);
const CLEAN = Number(process.env['CLEAN_LEDGERS'] ?? Math.ceil(ROUNDS / 20));
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const work = mkdtempSync(join(tmpdir(), 'uitkomst-corruptions-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string): string => join(work, name);
const key = newSigningKey('test/log');
const PUBLIC = verifierKeyText(key.verifier);

async function verified(...argv: readonly string[]): Promise<{ readonly exitCode: number; readonly out: string }> {
  const { out, err } = capture();
  const exitCode = await runAudit(['verify', '--key', PUBLIC, '--quiet', ...argv], { out, err });
  return { exitCode, out: [...out.lines(), ...err.lines()].join('\n') };
}

beforeAll(async () => {
  await sealedLedger(`sqlite:${at('whole.db')}`, key, [11, 7, 1, 13, 0]);
  const { out, err } = capture();
  await runAudit(['export', '--ledger', `sqlite:${at('whole.db')}`, '--out', at('whole')], { out, err });
});

/** As the file itself has them: a column that comes later is damaged too. */
function columnsIn(database: ReturnType<typeof openSqlite>): readonly string[] {
  return database
    .prepare("SELECT name FROM pragma_table_info('event')")
    .all()
    .map((row) => String(row['name']));
}

/** Damages a row, swaps two, takes some out, doubles one, or changes a position. Says what it did. */
function damageLedger(path: string, chance: Random): string {
  const database = openSqlite(path);
  try {
    const count = Number(database.prepare('SELECT count(*) AS count FROM event').get()?.['count']);
    const [one, other] = [chance.below(count), chance.below(count)];
    const kind = chance.below(10);
    if (kind < 6) return flipBit(database, one, chance);
    if (kind === 6 && one !== other) {
      database.exec(`UPDATE event SET position = -5 WHERE position = ${one}`);
      database.exec(`UPDATE event SET position = ${one} WHERE position = ${other}`);
      database.exec(`UPDATE event SET position = ${other} WHERE position = -5`);
      return `swapped ${one} and ${other}`;
    }
    if (kind === 7) {
      database.exec(`DELETE FROM event WHERE position = ${one}`);
      if (one < count - 1) return `took out ${one}`;
      database.exec(`DELETE FROM event WHERE position = ${one - 1}`); // The last seal alone would leave an older ledger that is whole.
      database.exec(`UPDATE event SET type = 'ClaimWithdrawm' WHERE position = 0`);
      return 'took out the tail and changed the first';
    }
    const id = `01890000-0000-7000-8000-${String(chance.below(1e9)).padStart(12, '0')}`;
    database.exec(`INSERT INTO event SELECT ${count}, 'client-0000-z', 0, '${id}', type, recorded_at, leaf, open, provider, municipality,
      actor, salt, leaf_hash FROM event WHERE position = ${one}`);
    return `copied ${one}`;
  } finally {
    database.close();
  }
}

function flipBit(database: ReturnType<typeof openSqlite>, row: number, chance: Random): string {
  const columns = columnsIn(database);
  const column = columns[chance.below(columns.length)] ?? '';
  const value = database.prepare(`SELECT ${column} AS value FROM event WHERE position = ?`).get(row)?.['value'] ?? null;
  if (value === null) return flipBit(database, row, chance); // This event has no such part.
  const set = database.prepare(`UPDATE event SET ${column} = ? WHERE position = ?`);
  const text = String(value);
  const place = chance.below(text.length);
  const flipped =
    typeof value === 'number'
      ? value ^ (1 << (8 + chance.below(8)))
      : text.slice(0, place) +
        String.fromCharCode(text.charCodeAt(place) ^ (1 << chance.below(7)) || 1) +
        text.slice(place + 1);
  try {
    set.run(flipped, row);
  } catch {
    return flipBit(database, row, chance); // The engine itself does not let two events have one place.
  }
  return `changed ${column} of ${row} from ${text} to ${flipped}`;
}

/** Flips a bit somewhere in a folder, or cuts a file. */
function damageFolder(folder: string, chance: Random): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  const file = files[chance.below(files.length)] ?? '';
  const bytes = readFileSync(file);
  const place = chance.below(bytes.length);
  if (chance.below(8) === 0) {
    writeFileSync(file, bytes.subarray(0, place));
    return `cut ${file} at ${place}`;
  }
  const bit = chance.below(8);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
  return `flipped bit ${bit} of byte ${place} of ${file}`;
}

test(`every one of ${ROUNDS} random corruptions is found (seed ${SEED})`, async () => {
  const chance = randomFrom(SEED);
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ofLedger = round % 2 === 0;
    const place = at(`round-${round}`);
    let done: string;
    if (ofLedger) {
      const database = openSqlite(at('whole.db'));
      database.exec(`VACUUM INTO '${place}'`);
      database.close();
      done = damageLedger(place, chance);
    } else {
      cpSync(at('whole'), place, { recursive: true });
      done = damageFolder(place, chance);
    }
    const { exitCode, out } = await verified(...(ofLedger ? ['--ledger', `sqlite:${place}`] : ['--from', place]));
    // 2 is for a manifest that cannot be read at all, which is told too.
    if (![2, 10, 11, 12, 13, 14, 15, 17].includes(exitCode))
      throw new Error(`Round ${round} (${done}) ended with ${exitCode}: ${out}`);
    found += 1;
    for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${place}${suffix}`, { recursive: true, force: true });
  }
  expect(found).toBe(ROUNDS);
}, 3_600_000);

test('every file of a folder is missed when it is gone, and when its last byte is', async () => {
  const unseen: string[] = [];
  for (const file of readdirSync(at('whole'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name);
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, -1));
    if ((await verified('--from', at('whole'))).exitCode === 0) unseen.push(`${path} cut`);
    rmSync(path);
    if ((await verified('--from', at('whole'))).exitCode === 0) unseen.push(`${path} gone`);
    writeFileSync(path, whole);
  }
  expect(unseen).toEqual([]);
  expect(await verified('--from', at('whole'))).toMatchObject({ exitCode: 0 });
});

test(`none of ${CLEAN} clean ledgers, nor their folders, raises an alarm (seed ${SEED})`, async () => {
  const chance = randomFrom(SEED + 1);
  for (let round = 0; round < CLEAN; round += 1) {
    const url = `sqlite:${at(`clean-${round}.db`)}`;
    await sealedLedger(
      url,
      key,
      Array.from({ length: 1 + chance.below(4) }, () => chance.below(12)),
    );
    expect(await verified('--ledger', url)).toMatchObject({ exitCode: 0 });
    const { out, err } = capture();
    await runAudit(['export', '--ledger', url, '--out', at(`clean-${round}`)], { out, err });
    expect(await verified('--from', at(`clean-${round}`))).toMatchObject({ exitCode: 0 });
  }
}, 3_600_000);

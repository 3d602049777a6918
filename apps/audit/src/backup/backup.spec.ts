import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankVault, lastSeal, openLedger, Vault } from '@uitkomst/ledger';
import { anEvent } from '@uitkomst/ledger/testing';
import { runAudit } from '../program.js';
import { capture } from '../testing/capture.js';
import {
  ACCOUNT,
  ANJA,
  DETAILS,
  livedInFolder,
  type LivedInFolder,
  PAYMENT_FILE,
  PAYSLIP,
  WORDS,
} from '../testing/lived-in-folder.js';
import { placesOf } from './what-is-copied.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-backup-'));
const at = (name: string): string => join(work, name);
let lived: LivedInFolder;

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}
const backup = (...argv: readonly string[]) => audit('backup', '--data', lived.folder, ...argv);

beforeAll(async () => {
  lived = await livedInFolder();
  await backup('--out', at('out'));
});
afterAll(async () => {
  await lived.close();
  for (const folder of [work, lived.folder]) rmSync(folder, { recursive: true });
});

/** All three parts put back into a folder, as the instructions say. */
function restored(name: string): string {
  mkdirSync(at(name));
  for (const part of ['data', 'keys']) cpSync(join(at('out'), part), at(name), { recursive: true });
  cpSync(at('out/seal'), join(at(name), 'seal'), { recursive: true });
  return at(name);
}
const filesIn = (part: string): readonly string[] => readdirSync(join(at('out'), part)).toSorted();

test('data, keys and seal stand apart; what is of one machine, follows from the ledger or was erased is in none', () => {
  expect(filesIn('data')).toEqual([
    'bank-messages.db',
    'bank.db',
    'delivery-reports.db',
    'documents.db',
    'ledger.db',
    'persons.db',
    'traces.db',
  ]);
  expect(filesIn('keys')).toEqual([
    'hash.key',
    'kafka-keys.json',
    'letter-codes.db',
    'person-keys.db',
    'persons.key',
    'vault.db',
    'vault.key',
  ]);
  expect(filesIn('seal')).toEqual(['checkpoint', 'public-keys', 'signing-key', 'tag-key']);
  expect(filesIn('')).toEqual(['backup.json', 'data', 'keys', 'seal']);
});

test('only the owner may read it', () => {
  for (const entry of readdirSync(at('out'), { recursive: true, withFileTypes: true }))
    expect(statSync(join(entry.parentPath, entry.name)).mode & 0o077).toBe(0);
  expect(statSync(at('out')).mode & 0o777).toBe(0o700);
});

test('no key is in a file of the data, nor in what is answered', async () => {
  const { keys: ofVault } = JSON.parse(readFileSync(at('out/keys/vault.key'), 'utf8')) as { keys: object };
  const { keys: ofPersons } = JSON.parse(readFileSync(at('out/keys/persons.key'), 'utf8')) as { keys: object };
  const hexes = [...Object.values(ofVault), ...Object.values(ofPersons)].map(String);
  const signing = readFileSync(at('out/seal/signing-key'), 'utf8').trim();
  const secrets = [...hexes, ...hexes.map((hex) => Buffer.from(hex, 'hex')), signing, lived.anja.personRef, ANJA];
  expect(hexes).toHaveLength(2);
  const { out, err } = await backup('--out', at('told'), '--check', '--json');
  const bytes = filesIn('data')
    .filter((name) => !['persons.db', 'documents.db'].includes(name)) // They say whose a row is, by pseudonym.
    .map((name) => readFileSync(join(at('out/data'), name)));
  for (const secret of secrets) {
    for (const file of bytes) expect(file.includes(secret)).toBe(false);
    expect([...out, ...err, readFileSync(at('out/backup.json'), 'utf8')].join('\n')).not.toContain(String(secret));
  }
  const personal = ['persons.db', 'documents.db'].map((name) => readFileSync(join(at('out/data'), name)));
  for (const secret of secrets.filter((one) => one !== lived.anja.personRef))
    for (const file of personal) expect(file.includes(secret)).toBe(false);
});

test('put back into an empty folder every store opens, and every decision is made the same again', async () => {
  const folder = restored('restored');
  const vault = Vault.open(folder, join(folder, 'erasures.log'));
  expect(vault.identities.personRefOf(lived.anja.municipality, ANJA)).toBe(lived.anja.personRef);
  expect(vault.persons.textOf(lived.anja, WORDS.recordId)).toBe(WORDS.text);
  expect(vault.documents.bytesOf(lived.anja, lived.document.documentId)).toEqual(PAYSLIP);
  expect(vault.hashOf('POST')).toBe(lived.vault.hashOf('POST'));
  vault.close();
  const bank = BankVault.open(folder);
  expect(bank.account(ACCOUNT, lived.commitment)).toEqual(DETAILS);
  expect(bank.file(lived.paymentFile)).toEqual(PAYMENT_FILE);
  bank.close();
  const url = `sqlite:${join(folder, 'ledger.db')}`;
  const { exitCode, err } = await audit('replay', '--ledger', url);
  expect([exitCode, err.join()]).toEqual([0, expect.stringMatching(/[1-9]\d* decision.*: 0 different/)]);
  const ledger = await openLedger(url);
  expect(await ledger.append('client-after', 'none', [anEvent()])).toMatchObject({ ok: true });
  await ledger.close();
});

test('who is erased after the backup is forgotten again when it is put back beside the register of erasures', () => {
  const folder = restored('erased');
  const register = at('erasures.log');
  writeFileSync(register, `${lived.anja.municipality} ${lived.anja.personRef}\n`);
  const vault = Vault.open(folder, register);
  expect(vault.identities.personRefOf(lived.anja.municipality, ANJA)).toBeUndefined();
  expect(vault.persons.textsOf(lived.anja)).toEqual([]);
  expect(vault.documents.documentsOf(lived.anja)).toEqual([]);
  vault.close();
});

test('the checkpoint is that of the copied ledger, so that it can be sealed on where it stands', async () => {
  writeFileSync(join(lived.folder, 'seal/checkpoint'), 'of later\n');
  await backup('--out', at('later'));
  rmSync(join(lived.folder, 'seal/checkpoint'));
  const root = Buffer.from((await lastSeal(lived.ledger))?.root ?? []).toString('base64');
  expect(readFileSync(at('later/seal/checkpoint'), 'utf8')).toContain(root);
});

const leftOver = () => readdirSync(work).filter((name) => name.startsWith('.'));

describe('what is refused costs nothing and leaves nothing', () => {
  it('a folder that is there, though it were empty', async () => {
    mkdirSync(at('empty'));
    const { exitCode, out, err } = await backup('--out', at('empty'));
    expect([exitCode, out, err]).toEqual([
      2,
      [],
      [`--out ${at('empty')} is there already: a backup takes a new folder`],
    ]);
    expect([readdirSync(at('empty')), leftOver()]).toEqual([[], []]);
  });

  it.each(['vault.key', 'persons.key', 'hash.key', 'vault.db', 'ledger.db', 'seal/signing-key', 'seal/public-keys'])(
    'a data folder without %s',
    async (name) => {
      const folder = restored(`without-${name.replace('/', '-')}`);
      rmSync(join(folder, name));
      const { exitCode, err } = await audit('backup', '--data', folder, '--out', at('none'));
      expect([exitCode, err]).toEqual([
        2,
        [expect.stringContaining(name === 'seal/signing-key' ? 'signing key' : name)],
      ]);
      expect([existsSync(at('none')), leftOver()]).toEqual([false, []]);
    },
  );

  it.each([
    ['is no database', 'bank.db', 'x'.repeat(4096)],
    ['is no key file', 'vault.key', '{}'],
    ['lacks a key', 'persons.key', `{"current":"00000000","keys":{"00000000":"${'0'.repeat(64)}"}}`],
  ])('a file that %s', async (why, name, text) => {
    const folder = restored(why.replaceAll(' ', '-'));
    writeFileSync(join(folder, name), text);
    const { exitCode, err } = await audit('backup', '--data', folder, '--out', at('none'));
    expect([exitCode, err]).toEqual([2, [expect.stringContaining(join(folder, name))]]);
    expect([existsSync(at('none')), leftOver()]).toEqual([false, []]);
  });

  it('no place, two places, a ledger in memory', async () => {
    expect(await backup()).toMatchObject({ exitCode: 2, out: [] });
    expect(await backup('--out', at('none'), '--check', at('out'))).toMatchObject({ exitCode: 2, out: [] });
    expect(await backup('--out', at('none'), '--ledger', 'memory:')).toMatchObject({ exitCode: 2, out: [] });
    expect([existsSync(at('none')), leftOver()]).toEqual([false, []]);
  });
});

test('what lies in the data folder and is none of ours is told, also when nothing else is', async () => {
  writeFileSync(join(lived.folder, 'staff.json'), '{}');
  const { err } = await backup('--out', at('staff'), '--quiet');
  rmSync(join(lived.folder, 'staff.json'));
  expect(err).toEqual(['Not in the backup, for it is none of ours: staff.json']);
});

test('what the settings of the application place elsewhere is found there', () => {
  const env = {
    LEDGER_URL: 'postgres://db/uitkomst',
    SEAL_FOLDER: at('out/seal'),
    KAFKA_KEYS_FILE: at('out/keys/hash.key'),
  };
  expect(placesOf({ data: lived.folder }, { ...env, UITKOMST_DATA: ' ' })).toEqual({
    data: lived.folder,
    ledger: env.LEDGER_URL,
    seals: env.SEAL_FOLDER,
    kafkaKeys: env.KAFKA_KEYS_FILE,
  });
  expect(() => placesOf({ data: lived.folder, kafkaKeys: at('nowhere') }, {})).toThrow('nowhere does not exist');
});

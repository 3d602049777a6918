import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../apps/api/src/shell/settings.js';
import { readBrokers, readWorkerSettings } from '../../apps/worker/src/settings.js';

const SHARED = { LEDGER_URL: 'postgres://uitkomst@localhost/ledger', MUNICIPALITY: '0392' };
const KAFKA = {
  KAFKA_BROKERS: 'kafka-1:9092,kafka-2:9092',
  OIN: '00000001003214345000',
  PUBLIC_URL: 'https://u.nl/v1',
};

const OIDC = { OIDC_ISSUER: 'http://u.nl', OIDC_AUDIENCE: 'u', OIDC_JWKS_URL: 'http://u.nl/keys' };

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'a-file');
writeFileSync(file, 'neither JSON nor a key');
mkdirSync(join(folder, 'a-folder'));
const absent = join(folder, 'absent');

/** Every variable a refusal names, in its order. */
function refusedBy(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [...(error as Error).message.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name);
  }
}

test.each([
  ['a port that is none', { PORT: 'x' }, ['PORT']],
  ['a port in hexadecimal', { PORT: '0x1F' }, ['PORT']],
  [
    'days in powers of ten',
    { ACCOUNT_COOLING_DAYS: '1e2', QUIET_PERIOD_DAYS: '5 ' },
    ['QUIET_PERIOD_DAYS', 'ACCOUNT_COOLING_DAYS'],
  ],
  ['more days than a year', { ACCOUNT_COOLING_DAYS: '366' }, ['ACCOUNT_COOLING_DAYS']],
  ['an unknown engine', { LEDGER_URL: 'mysql://x' }, ['LEDGER_URL']],
  ['an engine without a place', { LEDGER_URL: 'sqlite:' }, ['LEDGER_URL']],
  ['read models in EventStoreDB', { READS_URL: 'esdb://x' }, ['READS_URL']],
  ['a municipality by name', { MUNICIPALITY: 'Haarlem' }, ['MUNICIPALITY']],
  ['a broker as an address of the web', { ...KAFKA, KAFKA_BROKERS: 'http://kafka:9092' }, ['KAFKA_BROKERS']],
  ['a broker without a port', { ...KAFKA, KAFKA_BROKERS: 'kafka' }, ['KAFKA_BROKERS']],
  ['a broker at a port that cannot be', { ...KAFKA, KAFKA_BROKERS: 'kafka:9092,kafka:99999' }, ['KAFKA_BROKERS']],
  [
    'keys by mail',
    { ...OIDC, OIDC_ISSUER: 'mailto:a@b.nl', OIDC_JWKS_URL: 'ftp://u.nl/k' },
    ['OIDC_ISSUER', 'OIDC_JWKS_URL'],
  ],
  [
    'keys over a line that anyone can read, in production',
    {
      ...OIDC,
      NODE_ENV: 'production',
      MUNICIPALITY: '0392',
      OIDC_ISSUER: 'http://u.nl',
      OIDC_JWKS_URL: 'http://u.nl/k',
    },
    ['OIDC_ISSUER', 'OIDC_JWKS_URL'],
  ],
  ['a broker alone', { KAFKA_BROKERS: 'kafka:9092' }, ['OIN', 'PUBLIC_URL']],
  ['an OIN too short', { ...KAFKA, OIN: '123' }, ['OIN']],
  ['an address without its version', { ...KAFKA, PUBLIC_URL: 'https://u.nl' }, ['PUBLIC_URL']],
  ['an address with a query', { ...KAFKA, PUBLIC_URL: 'https://u.nl/?a=/v1' }, ['PUBLIC_URL']],
  ['an address with a fragment', { ...KAFKA, PUBLIC_URL: 'https://u.nl/v1#/v1' }, ['PUBLIC_URL']],
  ['an address with a password', { ...KAFKA, PUBLIC_URL: 'https://u:p@u.nl/v1' }, ['PUBLIC_URL']],
  ['a data folder that is a file', { UITKOMST_DATA: file }, ['UITKOMST_DATA']],
  ['a data folder within a file', { UITKOMST_DATA: join(file, 'data') }, ['UITKOMST_DATA']],
  ['a staff list that is not there', { STAFF_FILE: absent }, ['STAFF_FILE']],
  ['a staff list that is a folder', { STAFF_FILE: folder }, ['STAFF_FILE']],
  [
    'every file that is not what it should be, at once',
    {
      OIDC_ISSUER: 'http://u.nl',
      OIDC_AUDIENCE: 'u',
      OIDC_JWKS_FILE: file,
      STAFF_FILE: file,
      SEAL_FOLDER: file,
      WEB_FOLDER: file,
      LEDGER_URL: `sqlite:${folder}`,
      READS_URL: `sqlite:${join(file, 'reads.db')}`,
      ERASURE_REGISTER: join(folder, 'a-folder'),
      KAFKA_KEYS_FILE: join(folder, 'a-folder'),
      PORT: 'x',
    },
    [
      'PORT',
      'LEDGER_URL',
      'READS_URL',
      'ERASURE_REGISTER',
      'KAFKA_KEYS_FILE',
      'SEAL_FOLDER',
      'WEB_FOLDER',
      'STAFF_FILE',
      'OIDC_JWKS_FILE',
    ],
  ],
  ['a name without a password', { ...KAFKA, KAFKA_USERNAME: 'u' }, ['KAFKA_USERNAME']],
  ['a switch neither on nor off', { KAFKA_TLS: 'yes' }, ['KAFKA_TLS']],
  ['workers beside a file of one process', { PROCESSES: 'worker' }, ['LEDGER_URL', 'READS_URL']],
  ['workers with read models of their own', { ...SHARED, READS_URL: 'sqlite:x', PROCESSES: 'worker' }, ['READS_URL']],
  [
    'everything at once',
    { PORT: '99999', LEDGER_URL: 'x', MUNICIPALITY: '1', KAFKA_BROKERS: 'x', LOG_LEVEL: 'loud' },
    ['LEDGER_URL', 'MUNICIPALITY', 'LOG_LEVEL', 'KAFKA_BROKERS', 'PORT', 'OIN', 'PUBLIC_URL'],
  ],
])('the API refuses %s, and names the variable', (_what, environment, names) => {
  expect(refusedBy(() => readSettings(environment))).toEqual(names);
});

test('what is wrong with a file is told with its path and the reason, never with its text', () => {
  expect(() => readSettings({ STAFF_FILE: absent })).toThrow(`STAFF_FILE: ${absent} does not exist`);
  expect(() => readSettings({ STAFF_FILE: folder })).toThrow(`STAFF_FILE: ${folder} is a folder, not a file`);
  expect(() => readSettings({ STAFF_FILE: file })).toThrow(`STAFF_FILE: ${file} is no list of staff in JSON`);
  expect(() => readSettings({ UITKOMST_DATA: file })).toThrow(`UITKOMST_DATA: ${file} is no folder`);
  const made = { UITKOMST_DATA: join(absent, 'data'), SEAL_FOLDER: absent, ERASURE_REGISTER: join(absent, 'x') };
  expect(refusedBy(() => readSettings(made))).toEqual([]);
});

test('the API takes every engine, and shares what is shared with a worker', () => {
  for (const LEDGER_URL of [
    'memory:',
    'sqlite:./x.db',
    'postgres://h/d',
    'postgresql://h/d',
    'esdb://h:2113',
    'esdb+discover://h',
  ])
    expect(refusedBy(() => readSettings({ LEDGER_URL }))).toEqual([]);
  expect(refusedBy(() => readSettings(OIDC))).toEqual([]);
  const settings = readSettings({ ...SHARED, ...KAFKA, PROCESSES: 'worker' });
  expect(settings).toMatchObject({ processes: 'worker', readsUrl: SHARED.LEDGER_URL });
  expect(settings.kafka).toMatchObject({
    access: { brokers: ['kafka-1:9092', 'kafka-2:9092'], tls: false },
    oin: KAFKA.OIN,
    publicUrl: KAFKA.PUBLIC_URL,
  });
});

test('a value of only white space is none, and switches no control off', () => {
  const blank = { ACCOUNT_COOLING_DAYS: ' ', QUIET_PERIOD_DAYS: '\t', PORT: ' ', REQUESTS_PER_MINUTE: ' ' };
  const given = { accountCoolingDays: 7, quietPeriodDays: 5, port: 3000, requestsPerMinute: 600 };
  expect(readSettings(blank)).toMatchObject(given);
  expect(readWorkerSettings({ ...SHARED, PORT: ' ' }).port).toBe(3001);
  expect(readSettings({ ACCOUNT_COOLING_DAYS: '0' }).accountCoolingDays).toBe(0);
});

test('only a municipality that does not exist has a name without being told', () => {
  expect(readSettings({}).municipalityName).toBe('Voorbeeldstad');
  expect(readSettings({ MUNICIPALITY: '0363' }).municipalityName).toBeUndefined();
  expect(readSettings({ MUNICIPALITY: '0363', MUNICIPALITY_NAME: 'Amsterdam' }).municipalityName).toBe('Amsterdam');
});

test('a worker refuses stores of one process, and takes what the API beside it takes', () => {
  expect(refusedBy(() => readWorkerSettings({}))).toEqual(['LEDGER_URL', 'READS_URL']);
  expect(refusedBy(() => readWorkerSettings({ LEDGER_URL: 'memory:' }))).toEqual(['LEDGER_URL', 'READS_URL']);
  expect(refusedBy(() => readWorkerSettings({ LEDGER_URL: 'esdb://h:2113' }))).toEqual(['READS_URL']);
  expect(readWorkerSettings({ ...SHARED, ...KAFKA })).toMatchObject({ port: 3001, ledgerUrl: SHARED.LEDGER_URL });
});

test('the command for topics needs a broker and nothing else', () => {
  expect(refusedBy(() => readBrokers({}))).toEqual(['KAFKA_BROKERS']);
  const login = { KAFKA_TLS: 'on', KAFKA_USERNAME: 'u', KAFKA_PASSWORD: 'p' };
  expect(readBrokers({ KAFKA_BROKERS: 'k:1', ...login })).toEqual({
    brokers: ['k:1'],
    tls: true,
    login: { username: 'u', password: 'p' },
  });
});

import { join } from 'node:path';
import { z } from 'zod';
import { KAFKA_ENVIRONMENT, kafkaRelations, kafkaSettings, type KafkaSettings } from './kafka-settings.js';
import { placeRelation, type Place } from './places.js';
import type { Given, Relation } from './read-environment.js';
import { wholeNumber } from './whole-number.js';

const LEDGERS = /^(memory:$|sqlite:.|postgres(ql)?:\/\/.|(esdb|esdb\+discover|eventstoredb):\/\/.)/;
const READ_STORES = /^(memory:$|sqlite:.|postgres(ql)?:\/\/.)/;
const DATA_FOLDER = './data';
/** Addresses that only one process may write to. */
const OF_ONE_PROCESS = /^(sqlite|memory):/;

/** The environment of every process of Uitkomst, API or worker. */
export const NODE_ENVIRONMENT = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('production needs an issuer and a municipality, and opens no demonstration'),
  UITKOMST_DATA: z
    .string()
    .min(1)
    .default(DATA_FOLDER)
    .describe('the data folder; the demonstration has its own, demonstration, within it'),
  LEDGER_URL: z
    .string()
    .regex(LEDGERS, 'must be sqlite:<path>, postgres://…, esdb://…, or memory: outside production')
    .optional()
    .describe(
      'the engine: sqlite:<path>, postgres://…, esdb://…, or memory: outside production; else ledger.db in the data folder',
    ),
  ERASURE_REGISTER: z
    .string()
    .min(1)
    .optional()
    .describe('who was erased, by pseudonym, outside every backup; else erasures.log in the data folder'),
  READS_URL: z
    .string()
    .regex(READ_STORES, 'must be sqlite:<path>, postgres://… or memory:')
    .optional()
    .describe(
      'where read models are kept: sqlite:<path>, postgres://… or memory:; else reads.db in the data folder, or the PostgreSQL of the ledger',
    ),
  MUNICIPALITY: z
    .string()
    .regex(/^\d{4}$/, 'must be the four digits of the CBS code')
    .optional()
    .describe('CBS code of the municipality; needed in production, else 0000'),
  QUIET_PERIOD_DAYS: wholeNumber(0, 365)
    .default(5)
    .describe('days a negative decision must stand before its notice may be released'),
  ACCOUNT_COOLING_DAYS: wholeNumber(0, 365)
    .default(7)
    .describe('days an account must have been confirmed before money goes there'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('how much is told of what happens'),
  PROCESSES: z
    .enum(['in-process', 'worker'])
    .default('in-process')
    .describe('worker: read models and what runs by itself are left to workers'),
  ...KAFKA_ENVIRONMENT.shape,
});
type NodeEnvironment = z.infer<typeof NODE_ENVIRONMENT>;

export interface NodeSettings {
  readonly production: boolean;
  readonly dataFolder: string;
  readonly ledgerUrl: string;
  /** Where read models are kept: by default a file in the data folder, or the memory or database the ledger is in. */
  readonly readsUrl: string;
  /** Who was erased, by pseudonym: a file outside every backup. */
  readonly erasureRegister: string;
  /** CBS code of the municipality whose ledger this is; the demonstration's when none is named. */
  readonly municipality: string;
  /** Days a negative determination must have stood before its notice may be released. */
  readonly quietPeriodDays: number;
  /** Days a provider's account must have been confirmed before money goes there. */
  readonly accountCoolingDays: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Whether the API runs read models and processes itself, or leaves them to workers. */
  readonly processes: 'in-process' | 'worker';
  /** Absent where no broker is named: then nothing is relayed and no feed is listened to. */
  readonly kafka?: KafkaSettings;
}

/** A municipality that does not exist: the demonstration's and the tests'. */
export const DEMONSTRATION_MUNICIPALITY = '0000';

/** What is wrong with settings together. `shared`: another process uses the same stores, so they must bear that. */
export function nodeRelations(given: Given, { shared }: { readonly shared: boolean }): readonly Relation[] {
  const production = given['NODE_ENV'] === 'production';
  const ledger = given['LEDGER_URL'] ?? 'sqlite:';
  const reads = given['READS_URL'] ?? besideLedger(ledger, '');
  return [
    [production && !given['MUNICIPALITY'], 'MUNICIPALITY: is needed in production'],
    [production && ledger.startsWith('memory:'), 'LEDGER_URL: memory: keeps nothing and does not run in production'],
    [
      shared && OF_ONE_PROCESS.test(ledger),
      'LEDGER_URL: API and worker write one ledger: name postgres://… or esdb://…, or run without a worker (PROCESSES=in-process)',
    ],
    [
      shared && OF_ONE_PROCESS.test(reads),
      'READS_URL: API and worker share one read store: name postgres://…, or run without a worker (PROCESSES=in-process)',
    ],
    ...kafkaRelations(given),
    ...placesIn(given).map(placeRelation),
  ];
}

const placesIn = (given: Given): readonly Place[] => [
  { name: 'UITKOMST_DATA', path: given['UITKOMST_DATA'] ?? DATA_FOLDER, kind: 'folder' },
  { name: 'LEDGER_URL', path: fileIn(given['LEDGER_URL']), kind: 'own file' },
  { name: 'READS_URL', path: fileIn(given['READS_URL']), kind: 'own file' },
  { name: 'ERASURE_REGISTER', path: given['ERASURE_REGISTER'], kind: 'own file' },
  { name: 'KAFKA_KEYS_FILE', path: given['KAFKA_KEYS_FILE'], kind: 'own file' },
];

/** Of an address that is a file, its path. */
const fileIn = (url: string | undefined): string | undefined => /^sqlite:(.+)$/s.exec(url ?? '')?.[1];

/** The settings of a process; the demonstration has a data folder of its own. */
export function nodeSettings(env: NodeEnvironment, dataFolder = env.UITKOMST_DATA): NodeSettings {
  const kafka = kafkaSettings(env, dataFolder);
  return {
    production: env.NODE_ENV === 'production',
    dataFolder,
    ledgerUrl: env.LEDGER_URL ?? `sqlite:${join(dataFolder, 'ledger.db')}`,
    readsUrl: env.READS_URL ?? besideLedger(env.LEDGER_URL, dataFolder),
    erasureRegister: env.ERASURE_REGISTER ?? join(dataFolder, 'erasures.log'),
    municipality: env.MUNICIPALITY ?? DEMONSTRATION_MUNICIPALITY,
    quietPeriodDays: env.QUIET_PERIOD_DAYS,
    accountCoolingDays: env.ACCOUNT_COOLING_DAYS,
    logLevel: env.LOG_LEVEL,
    processes: env.PROCESSES,
    ...(kafka && { kafka }),
  };
}

/** Where the ledger is shared by several processes, so are the read models; else they are a file of this one. */
function besideLedger(ledgerUrl: string | undefined, dataFolder: string): string {
  const shared = ledgerUrl === 'memory:' || ledgerUrl?.startsWith('postgres') === true;
  return shared ? ledgerUrl : `sqlite:${join(dataFolder, 'reads.db')}`;
}

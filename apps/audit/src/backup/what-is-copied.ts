import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT_FILES, SECRET_FILE, VAULT_FILES } from '@uitkomst/ledger';
import { EXIT, Stop } from '../exit.js';
import { dataFolderWith } from '../ledger/data-folder.js';

/** Where the application keeps what; what is not named is where its settings say, else in the data folder. */
export interface PlaceOptions {
  readonly data?: string | undefined;
  readonly ledger?: string | undefined;
  readonly seals?: string | undefined;
  readonly kafkaKeys?: string | undefined;
}

export interface Places {
  readonly data: string;
  readonly ledger: string;
  readonly seals: string;
  /** Undefined where there is no Kafka. */
  readonly kafkaKeys: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Finds what belongs together, and refuses where a part of it is not there: a backup without its keys would pass for one. */
export function placesOf(options: PlaceOptions, env: Environment = process.env): Places {
  const setting = (name: string): string | undefined => (env[name]?.trim() === '' ? undefined : env[name]);
  const data = options.data ?? dataFolderWith('vault.key', env);
  const seals = options.seals ?? setting('SEAL_FOLDER') ?? join(data, 'seal');
  const kafkaNamed = options.kafkaKeys ?? setting('KAFKA_KEYS_FILE');
  const kafkaKeys = kafkaNamed ?? join(data, 'kafka-keys.json');
  for (const name of VAULT_FILES)
    if (!existsSync(join(data, name)))
      throw new Stop(EXIT.UNREADABLE, `--data ${data} holds no ${name}: name the application's data folder`);
  if (!existsSync(join(seals, SECRET_FILE)))
    throw new Stop(EXIT.UNREADABLE, `--seals ${seals} holds no signing key: name the application's folder of seals`);
  if (kafkaNamed !== undefined && !existsSync(kafkaNamed))
    throw new Stop(EXIT.UNREADABLE, `--kafka-keys ${kafkaNamed} does not exist`);
  return {
    data,
    ledger: options.ledger ?? setting('LEDGER_URL') ?? `sqlite:${join(data, 'ledger.db')}`,
    seals,
    kafkaKeys: existsSync(kafkaKeys) ? kafkaKeys : undefined,
  };
}

const COPIED = [...VAULT_FILES, ...KEPT_FILES, 'ledger.db', 'bank.db'];
const COPIED_WHERE_NAMED = ['letter-codes.db', 'kafka-keys.json', 'seal'];
/** Made anew, of this machine alone, or (who was erased) in no backup ever. */
const NEVER_COPIED = ['erasures.log', 'session.key', 'development-key.json', 'demonstration.json', 'demonstration'];
const FOLLOWS = /^(reads\.db(\.keys)?|leaves|cut-.*|.*\.lock|.*\.new|.*\.[0-9a-f]{8})$/;

/** What lies in the data folder and is none of ours: a list of staff, certificates. Whoever makes a backup must know that it is not in it. */
export function strangersIn(data: string): readonly string[] {
  const known = new Set([...COPIED, ...COPIED_WHERE_NAMED, ...NEVER_COPIED]);
  return readdirSync(data)
    .map((name) => [name, name.replace(/-(wal|shm|journal)$/, '')] as const)
    .filter(([, file]) => !known.has(file) && !FOLLOWS.test(file))
    .map(([name]) => name);
}

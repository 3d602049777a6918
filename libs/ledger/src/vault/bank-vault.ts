import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { canonical } from '@uitkomst/domain';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { ensureErasable, type OwnTables } from '../tables/ensure-tables.js';
import { inLock } from '../tables/in-lock.js';
import { keyIdsIn } from './kept-keys.js';
import { KeyRing } from './key-ring.js';
import { seal, unseal, type Sealed } from './sealing.js';
import { readVaultKeys } from './vault-keys.js';

/** Where the money of a provider goes. */
export interface AccountDetails {
  readonly iban: string;
  /** Tenaamstelling: the name the bank compares with. */
  readonly holder: string;
}

/** Which account it is: numbers are kept per provider of a municipality. */
export interface AccountName {
  readonly municipality: string;
  readonly providerId: string;
  readonly accountId: string;
}

/**
 * The account numbers of providers, and the payment files that hold them, byte for byte as the bank got them. Everything is sealed
 * under the vault's key: the ledger knows an account by a salted commitment and a file by its SHA-256.
 */
export class BankVault {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly ring: KeyRing,
  ) {
    this.statements = prepared(database);
  }

  /** Opens `bank.db` beside the vault of identities, which makes the key. */
  static open(folder: string): BankVault {
    const keyFile = join(folder, 'vault.key');
    const keys = readVaultKeys(keyFile);
    if (keys === undefined) throw new Error(`${keyFile} is missing`);
    const database = openSqlite(join(folder, 'bank.db'));
    try {
      ensureErasable(database, TABLES);
      return new BankVault(database, new KeyRing(keyFile, keys));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Keeps an account and gives its commitment; under a name there was already, the first stays. */
  keepAccount(name: AccountName, { iban, holder }: AccountDetails): string {
    const salt = randomBytes(16).toString('hex');
    const plain = Buffer.from(canonical({ holder, iban, salt }));
    inLock(this.database, () => {
      const { keyId, bytes } = seal(this.ring.latest(), plain, aboutAccount(name));
      this.statements.keepAccount.run(name.municipality, name.providerId, name.accountId, keyId, bytes);
    });
    const kept = this.kept(name);
    if (kept === undefined) throw new Error('The account was not kept');
    return commitmentOf(kept);
  }

  /** The account, if it is kept and is the one that was committed to. */
  account(name: AccountName, commitment: string): AccountDetails | undefined {
    const kept = this.kept(name);
    if (kept === undefined || commitmentOf(kept) !== commitment) return undefined;
    return { iban: kept.iban, holder: kept.holder };
  }

  /** An account that was never recorded, or whose provider is forgotten. */
  forgetAccount({ municipality, providerId, accountId }: AccountName): void {
    this.statements.forgetAccount.run(municipality, providerId, accountId);
  }

  /** Keeps a payment file, on disk before its SHA-256 is given. */
  keepFile(file: Buffer): string {
    const sha256 = createHash('sha256').update(file).digest('hex');
    inLock(this.database, () => {
      const { keyId, bytes } = seal(this.ring.latest(), file, aboutFile(sha256));
      this.statements.keepFile.run(sha256, keyId, bytes);
    });
    return sha256;
  }

  /** The bytes of a payment file, as they were. */
  file(sha256: string): Buffer | undefined {
    const row = this.statements.file.get(sha256);
    return row && this.opened(row, aboutFile(sha256));
  }

  /** Seals everything under the key that is current now; gives how much that was. */
  resealAll(): number {
    const { accounts, sealAccount, files, file, sealFile } = this.statements;
    return inLock(this.database, () => {
      const names = accounts.all().map(nameIn);
      for (const name of names) {
        const row = this.statements.account.get(name.municipality, name.providerId, name.accountId) ?? {};
        const { keyId, bytes } = this.resealed(row, aboutAccount(name));
        sealAccount.run(keyId, bytes, name.municipality, name.providerId, name.accountId);
      }
      const hashes = files.all().map((row) => String(row['sha256']));
      for (const sha256 of hashes) {
        const { keyId, bytes } = this.resealed(file.get(sha256) ?? {}, aboutFile(sha256));
        sealFile.run(keyId, bytes, sha256);
      }
      return names.length + hashes.length;
    });
  }

  /** While nothing can be kept: under which keys all this is. */
  inLock<T>(work: (keyIds: ReadonlySet<string>) => T): T {
    return inLock(this.database, () =>
      work(new Set([...keyIdsIn(this.database, 'account'), ...keyIdsIn(this.database, 'payment_file')])),
    );
  }

  close(): void {
    this.database.close();
  }

  private resealed(row: Row, about: string): Sealed {
    return seal(this.ring.latest(), this.opened(row, about), about);
  }

  private opened(row: Row, about: string): Buffer {
    const sealed = sealedIn(row);
    return unseal(this.ring.holding(sealed.keyId), sealed, about);
  }

  private kept(name: AccountName): Kept | undefined {
    const row = this.statements.account.get(name.municipality, name.providerId, name.accountId);
    return row && (JSON.parse(this.opened(row, aboutAccount(name)).toString('utf8')) as Kept);
  }
}

type Kept = AccountDetails & { readonly salt: string };
type Row = Readonly<Record<string, unknown>>;

/** What an account is sealed as. */
export const aboutAccount = ({ municipality, providerId, accountId }: AccountName): string =>
  `account/${municipality}/${providerId}/${accountId}`;
/** What a payment file is sealed as. */
export const aboutFile = (sha256: string): string => `file/${sha256}`;
const nameIn = (row: Row): AccountName => ({
  municipality: String(row['municipality']),
  providerId: String(row['provider_id']),
  accountId: String(row['account_id']),
});
const sealedIn = (row: Row): Sealed => ({
  keyId: String(row['key_id']),
  bytes: Buffer.from(row['sealed'] as Uint8Array),
});

const commitmentOf = ({ iban, holder, salt }: Kept): string =>
  createHash('sha256').update(canonical({ holder, iban, salt })).digest('hex');

const prepared = (database: Database) => ({
  keepAccount: database.prepare(
    'INSERT INTO account (municipality, provider_id, account_id, key_id, sealed) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  account: database.prepare(
    'SELECT key_id, sealed FROM account WHERE municipality = ? AND provider_id = ? AND account_id = ?',
  ),
  accounts: database.prepare('SELECT municipality, provider_id, account_id FROM account'),
  sealAccount: database.prepare(
    'UPDATE account SET key_id = ?, sealed = ? WHERE municipality = ? AND provider_id = ? AND account_id = ?',
  ),
  forgetAccount: database.prepare('DELETE FROM account WHERE municipality = ? AND provider_id = ? AND account_id = ?'),
  keepFile: database.prepare(
    'INSERT INTO payment_file (sha256, key_id, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  files: database.prepare('SELECT sha256 FROM payment_file'),
  sealFile: database.prepare('UPDATE payment_file SET key_id = ?, sealed = ? WHERE sha256 = ?'),
  file: database.prepare('SELECT key_id, sealed FROM payment_file WHERE sha256 = ?'),
});

const TABLES: OwnTables = {
  of: 'The bank vault',
  format: 1,
  sql: `
  CREATE TABLE IF NOT EXISTS account (
    municipality TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (municipality, provider_id, account_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS payment_file (
    sha256 TEXT PRIMARY KEY,
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT`,
};

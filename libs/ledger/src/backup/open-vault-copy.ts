import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteToRead } from '../adapters/open-sqlite.js';
import { KeyFileBroken } from '../key-file-broken.js';
import { aboutAccount, aboutFile } from '../vault/bank-vault.js';
import { aboutDocument } from '../vault/documents/documents.js';
import { aboutKey, type Whose } from '../vault/person-keys.js';
import { aboutRecord } from '../vault/persons.js';
import { openSealed } from '../vault/sealed-bytes.js';
import { unseal } from '../vault/sealing.js';
import { keyNamed, readVaultKeys, type VaultKeys } from '../vault/vault-keys.js';

/** A copied file that cannot be used; told without anything that is in it. */
export interface CopyFault {
  readonly file: string;
  readonly what: string;
}

/** Where the copies are; without `data` only the keys themselves are looked at. */
export interface VaultCopy {
  readonly data?: string | undefined;
  readonly keys: string;
}

/** How much of a copied vault was opened, and what was not. */
export interface VaultOpened {
  readonly opened: number;
  readonly faults: readonly CopyFault[];
}

type Row = Readonly<Record<string, unknown>>;

/** Opens everything that is sealed in a copy with the keys of that copy, and changes nothing: whether it can be put back. */
export function openVaultCopy({ data, keys }: VaultCopy): VaultOpened {
  const look = new Look();
  const ofVault = look.keysIn(keys, 'vault.key');
  const ofPersons = look.keysIn(keys, 'persons.key');
  look.keysIn(keys, 'hash.key');
  look.rows(join(keys, 'vault.db'), 'SELECT key_id FROM identity', (row) => keyNamed(ofVault, text(row, 'key_id')));
  const persons = new Map<string, Buffer>();
  look.rows(join(keys, 'person-keys.db'), 'SELECT municipality, person_ref, key_id, wrapped FROM person', (row) => {
    const whose = whoseIn(row);
    const key = openSealed(keyNamed(ofPersons, text(row, 'key_id')), bytes(row, 'wrapped'), aboutKey(whose));
    persons.set(aboutKey(whose), key);
    return key;
  });
  if (data === undefined) return look;
  for (const { file, sql, about } of PERSONAL)
    look.rows(join(data, file), sql, (row) => {
      const key = persons.get(aboutKey(whoseIn(row)));
      return key && openSealed(key, bytes(row, 'sealed'), about(whoseIn(row), text(row, 'name')));
    });
  for (const { sql, about } of BANK)
    look.rows(join(data, 'bank.db'), sql, (row) =>
      unseal(ofVault, { keyId: text(row, 'key_id'), bytes: bytes(row, 'sealed') }, about(row)),
    );
  return look;
}

class Look {
  opened = 0;
  readonly faults: CopyFault[] = [];

  /** The keys of a file; none where they cannot be made out, so that nothing under them opens. */
  keysIn(folder: string, file: string): VaultKeys {
    const none: VaultKeys = { current: '', keys: new Map() };
    try {
      return readVaultKeys(join(folder, file)) ?? none;
    } catch (error) {
      if (!(error instanceof KeyFileBroken)) throw error;
      this.faults.push({ file: join(folder, file), what: 'holds no keys' });
      return none;
    }
  }

  /** `open` gives nothing for who was erased while the copy was made: text is left, the key is not. */
  rows(file: string, sql: string, open: (row: Row) => Buffer | undefined): void {
    if (!existsSync(file)) return;
    let closed = 0;
    const database = openSqliteToRead(file);
    try {
      for (const row of database.prepare(sql).iterate())
        try {
          if (open(row as Row) !== undefined) this.opened += 1;
        } catch {
          closed += 1; // Why is no use to anybody: the cipher only says no.
        }
    } finally {
      database.close();
    }
    if (closed > 0) this.faults.push({ file, what: `${closed} of its rows cannot be opened with the keys` });
  }
}

/** Texts and documents: each under the key of its person. */
const PERSONAL = [
  {
    file: 'persons.db',
    sql: 'SELECT municipality, person_ref, record_id AS name, sealed FROM record',
    about: aboutRecord,
  },
  {
    file: 'documents.db',
    sql: 'SELECT municipality, person_ref, document_id AS name, sealed FROM document',
    about: aboutDocument,
  },
];

/** Accounts and payment files: under the key of the vault. */
const BANK = [
  {
    sql: 'SELECT municipality, provider_id, account_id, key_id, sealed FROM account',
    about: (row: Row) =>
      aboutAccount({
        municipality: text(row, 'municipality'),
        providerId: text(row, 'provider_id'),
        accountId: text(row, 'account_id'),
      }),
  },
  {
    sql: 'SELECT sha256, key_id, sealed FROM payment_file',
    about: (row: Row) => aboutFile(text(row, 'sha256')),
  },
];

const text = (row: Row, column: string): string => String(row[column]);
const bytes = (row: Row, column: string): Buffer => Buffer.from(row[column] as Uint8Array);
const whoseIn = (row: Row): Whose => ({ municipality: text(row, 'municipality'), personRef: text(row, 'person_ref') });

export * from './clock.js';
export { inTime } from './in-time.js';
export { KeyFileBroken, keysRead } from './key-file-broken.js';
export { flushFolder, placedOnce, replacedWhole } from './whole-file.js';
export * from './ledger.js';
export { CODEC, codecFor, UnknownEvent, type Codec } from './codec/codec.js';
export type { Leaf } from './codec/decoded-event.js';
export type { MadeBytes } from './codec/leaf-around.js';
export { AS_STORED } from './codec/as-stored.js';
export { verifyBytes, type ByteFault } from './codec/verify-bytes.js';
export type { Upcaster, Upcasters } from './upcasters/upcasters.js';
export { memoryLedger } from './adapters/memory.ledger.js';
export * from './transact.js';
export { foldOf, type FoldCache, type Fold, type Folded } from './fold-cache.js';
export { sqliteLedger, type SqliteLedgerOptions } from './adapters/sqlite.ledger.js';
export {
  inPostgresTransaction,
  demandReachable,
  openPostgres,
  sqlState,
  type PostgresConnection,
  type PostgresPool,
} from './adapters/postgres/open-postgres.js';
export { postgresLedger, type PostgresLedgerOptions } from './adapters/postgres/postgres.ledger.js';
export { demandEscaped, withoutSecret } from './adapters/without-secret.js';
export { bigintArray, textArray } from './adapters/postgres/binary-array.js';
export { migrate, type Migrations } from './adapters/postgres/migrate.js';
export { openLedger, type OpenOptions } from './adapters/open-ledger.js';
export { StoreRefused } from './adapters/refused/store-refused.js';
export { UnknownEngine } from './adapters/refused/unknown-engine.js';
export { giveWay } from './adapters/checkpoint/give-way.js';
export { closeSqlite, openSqlite, type Database, type Statement } from './adapters/open-sqlite.js';
export { TermsBook, municipalityOfTerms, type TermsListener, type TermsRevision } from './terms-book.js';
export { rehearsalOn } from './rehearsal.js';
export { ClientFiles, clientStream, type ClientFileTask, type FilePolicy, type KnownUntil } from './client-files.js';
export { namesOf, usedFacts } from './used-facts.js';
export { positionKnownAsOf } from './known-as-of.js';
export { ledgerUntil } from './ledger-until.js';
export { newPersonRef } from './vault/person-ref.js';
export { Identities } from './vault/identities.js';
export { Vault } from './vault/vault.js';
export { DOCUMENTS_MAX, type KeptDocument } from './vault/documents/documents.js';
export { readLetterCode } from './vault/letter-code.js';
export { rotateVaultKeys, type KeysRotated } from './vault/rotate-vault-keys.js';
export type { Whose } from './vault/person-keys.js';
export type { Asker, Judgement, Look, TraceQuestion, TracesAsked } from './traces/trace.js';
export { BankMessages, type BankMessageTold } from './bank/bank-messages.js';
export { DeliveryReports, type DeliveryReported, type DeliverySummary } from './deliveries/delivery-reports.js';
export { TraceLog, TracesUnavailable } from './traces/trace-log.js';
export * from './seal/hash-tree.js';
export * from './seal/seal-stream.js';
export { entriesOf, entryBundle } from './seal/entry-bundle.js';
export { entriesPath, hashTilePath, levelsOf, storedPath, tilesOf } from './proofs/tile-layout.js';
export { cosign, newSigningKey, parseSigningKey, type SigningKey } from './seal/signing-key.js';
export * from './seal/seal-keys.js';
export { BankVault, type AccountDetails, type AccountName } from './vault/bank-vault.js';
export * from './seal/leaf-store.js';
export * from './seal/leaf-log.js';
export { isIntact, saysSo } from './codec/is-intact.js';
export { copyBytes, copySqlite, faultOfSqlite } from './backup/copy-file.js';
export { copyVault, KEPT_FILES, VAULT_FILES, type CopyFolders } from './backup/copy-vault.js';
export { copySeals } from './backup/copy-seals.js';
export { openVaultCopy, type CopyFault, type VaultOpened } from './backup/open-vault-copy.js';
export { GrowingRoot } from './seal/growing-root.js';
export { streamTag, tagIfNamed } from './codec/digest.js';

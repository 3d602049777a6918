import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { openSqlite, type Database } from '../../adapters/open-sqlite.js';
import { ensureErasable, type OwnTables } from '../../tables/ensure-tables.js';
import { inLock } from '../../tables/in-lock.js';
import { PersonKeys, type Whose } from '../person-keys.js';
import { openSealed, sealBytes } from '../sealed-bytes.js';

/** As SQLite numbers this way of giving room back. */
const INCREMENTAL = 2;
const TABLES: OwnTables = {
  of: 'The file of documents',
  format: 1,
  sql: `CREATE TABLE document (
    number INTEGER PRIMARY KEY, municipality TEXT NOT NULL, person_ref TEXT NOT NULL, document_id TEXT NOT NULL,
    org_id TEXT NOT NULL, role TEXT NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL, obtained_on TEXT,
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, kept_at TEXT NOT NULL, sealed BLOB NOT NULL,
    UNIQUE (municipality, person_ref, document_id), UNIQUE (municipality, person_ref, org_id, role, sha256)
  ) STRICT`,
};
/** How many documents an organisation keeps about a person in one role. Each is counted by itself: a common count would tell of others. */
export const DOCUMENTS_MAX = 200;

/** What is told with a document: nothing that names anybody, so its file's own name is not among it. */
export interface DocumentTold {
  readonly kind: string;
  readonly mediaType: string;
  readonly obtainedOn?: string;
  readonly orgId: string;
  readonly role: string;
  readonly keptAt: string;
}

/** A document that is kept, without its bytes. `documentId` names it for good. */
export interface KeptDocument extends DocumentTold {
  readonly documentId: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Bewijsstukken (`documents.db`): payslips, contracts and letters about persons, each sealed under the person's own key. What stands
 * open beside the bytes is what an event says of the same document. Without the key, or once the person was erased, there is nothing.
 */
export class Documents {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly keys: PersonKeys,
  ) {
    this.statements = prepared(database);
  }

  /** Opens the documents and keys of persons in a folder, or makes them there, for their owner only. */
  static open(folder: string): Documents {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const keys = PersonKeys.open(folder);
    const database = openSqlite(join(folder, 'documents.db'));
    try {
      giveBackByPage(database);
      ensureErasable(database, TABLES);
      return new Documents(database, keys);
    } catch (error) {
      database.close();
      keys.close();
      throw error;
    }
  }

  /**
   * Keeps a document, on disk before it returns. The same bytes about a person, of the same organisation in the same role, are the
   * document there is already, as it was told then. Undefined where there are as many as there may be.
   */
  keep(whose: Whose, bytes: Buffer, told: DocumentTold): KeptDocument | undefined {
    const { municipality, personRef } = whose;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = this.keys.keyFor(whose);
    return inLock(this.database, () => {
      const own = this.rowsOf(whose).filter(({ orgId, role }) => orgId === told.orgId && role === told.role);
      const same = own.find((one) => one.sha256 === sha256);
      if (same !== undefined || own.length >= DOCUMENTS_MAX) return same;
      const document = { documentId: uuidv7(), sha256, size: bytes.length, ...told };
      const { documentId, size, orgId, role, kind, mediaType, obtainedOn = null, keptAt } = document;
      const names = [municipality, personRef, documentId] as const;
      const sealed = sealBytes(key, bytes, aboutDocument(whose, documentId));
      this.statements.add.run(...names, orgId, role, kind, mediaType, obtainedOn, sha256, size, keptAt, sealed);
      return document;
    });
  }

  /** Every document about a person, oldest first; none of who was erased. */
  documentsOf(whose: Whose): readonly KeptDocument[] {
    return this.keys.keyOf(whose) === undefined ? [] : this.rowsOf(whose);
  }

  /** The document as it came. Undefined when it was never kept, or the person was erased. */
  bytesOf(whose: Whose, documentId: string): Buffer | undefined {
    const key = this.keys.keyOf(whose);
    const row = this.statements.bytes.get(whose.municipality, whose.personRef, documentId);
    if (key === undefined || row === undefined) return undefined;
    return openSealed(key, Buffer.from(row['sealed'] as Uint8Array), aboutDocument(whose, documentId));
  }

  /** Forgets a person for good: the key first, since without it the documents say nothing. Once more does no harm. */
  erase(whose: Whose): void {
    this.keys.erase(whose);
    if (this.statements.remove.run(whose.municipality, whose.personRef).changes > 0) giveBack(this.database);
  }

  close(): void {
    this.database.close();
    this.keys.close();
  }

  private rowsOf({ municipality, personRef }: Whose): readonly KeptDocument[] {
    return this.statements.all.all(municipality, personRef).map(documentIn);
  }
}

/** What a document about a person is sealed as. */
export const aboutDocument = ({ municipality, personRef }: Whose, documentId: string): string =>
  `document/${municipality}/${personRef}/${documentId}`;

function documentIn(row: Readonly<Record<string, unknown>>): KeptDocument {
  const text = (name: string): string => String(row[name]);
  const obtainedOn = row['obtained_on'] === null ? {} : { obtainedOn: text('obtained_on') };
  return {
    documentId: text('document_id'),
    sha256: text('sha256'),
    size: Number(row['size']),
    kind: text('kind'),
    mediaType: text('media_type'),
    ...obtainedOn,
    orgId: text('org_id'),
    role: text('role'),
    keptAt: text('kept_at'),
  };
}

const prepared = (database: Database) => ({
  all: database.prepare(
    `SELECT document_id, org_id, role, kind, media_type, obtained_on, sha256, size, kept_at
     FROM document WHERE municipality = ? AND person_ref = ? ORDER BY number`,
  ),
  bytes: database.prepare('SELECT sealed FROM document WHERE municipality = ? AND person_ref = ? AND document_id = ?'),
  add: database.prepare(
    `INSERT INTO document (municipality, person_ref, document_id, org_id, role, kind, media_type, obtained_on, sha256, size, kept_at, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  remove: database.prepare('DELETE FROM document WHERE municipality = ? AND person_ref = ?'),
});

/**
 * What was deleted is overwritten as it goes; its room is given back page by page. To write the whole file anew, as is done with texts,
 * takes minutes where it holds documents, and nobody is answered meanwhile.
 */
const giveBack = (database: Database): void =>
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)');

/** An empty file takes this on for good. */
function giveBackByPage(database: Database): void {
  if (database.prepare('PRAGMA auto_vacuum').get()?.['auto_vacuum'] !== INCREMENTAL)
    database.exec('PRAGMA auto_vacuum = INCREMENTAL; VACUUM');
}

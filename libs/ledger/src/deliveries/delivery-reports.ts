import { join } from 'node:path';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import type { Clock } from '../clock.js';
import type { RecordedEvent } from '../ledger.js';
import { ensureTables, type OwnTables } from '../tables/ensure-tables.js';
import { inLock } from '../tables/in-lock.js';

/** What became of one delivery: of all of it, and of each of its rows. */
export interface DeliveryReported {
  readonly municipality: string;
  readonly reportId: string;
  /** Who delivered (an organisation, or a feed), and under which name: the same delivery may come twice. */
  readonly organisation: string;
  readonly deliveryId: string;
  /** UTC instant. */
  readonly deliveredAt: string;
  /** What is told of the whole, as JSON. */
  readonly summary: string;
  /** Of each row, as JSON. */
  readonly rows: string;
  /** It rests on nothing later: a ledger without this event never took it. Absent where nothing was recorded or read yet. */
  readonly restsOn?: Pick<RecordedEvent, 'stream' | 'revision' | 'leafHash'>;
}

/** Without the rows, which a list does not need. */
export type DeliverySummary = Omit<DeliveryReported, 'rows'>;

interface Asked {
  readonly municipality: string;
  /** Of these alone; of all where none are named. */
  readonly organisations?: readonly string[] | undefined;
  readonly deliveryId?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A year and the weeks in which somebody asks about the last delivery of the year before. */
const KEPT_MS = 400 * DAY_MS;

/**
 * What was answered to each delivery (`delivery-reports.db`), for 400 days: the ledger holds what its rows became, and this what was
 * wrong with those that became nothing. Nothing that stood in a row is in it.
 */
export class DeliveryReports {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.statements = prepared(database);
  }

  static open(folder: string, clock: Clock): DeliveryReports {
    const database = openSqlite(join(folder, 'delivery-reports.db'));
    try {
      ensureTables(database, TABLES);
      return new DeliveryReports(database, clock);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Answered again to the same request, the last answer counts. What was kept long enough goes. */
  keep(...reports: readonly DeliveryReported[]): void {
    inLock(this.database, () => {
      this.statements.forget.run(this.since());
      for (const report of reports) {
        const { municipality, reportId, organisation, deliveryId, deliveredAt, summary, rows, restsOn } = report;
        const names = [municipality, reportId, organisation, deliveryId, deliveredAt];
        this.statements.keep.run(...names, restsOn === undefined ? null : JSON.stringify(restsOn), summary, rows);
      }
    });
  }

  one(municipality: string, reportId: string): DeliveryReported | undefined {
    const row = this.statements.one.get(municipality, reportId, this.since());
    return row && { ...summaryIn(row), rows: String(row['rows']) };
  }

  /** The last delivered first. */
  page({ municipality, organisations, deliveryId, limit, offset }: Asked): {
    readonly count: number;
    readonly reports: readonly DeliverySummary[];
  } {
    const named = {
      organisations: organisations === undefined ? null : JSON.stringify(organisations),
      delivery: deliveryId ?? null,
    };
    const asked = { municipality, ...named, since: this.since() };
    const count = Number(this.statements.count.get(asked)?.['count']);
    return { count, reports: this.statements.page.all({ ...asked, limit, offset }).map(summaryIn) };
  }

  close(): void {
    this.database.close();
  }

  private since(): string {
    return new Date(this.clock.now() - KEPT_MS).toISOString();
  }
}

const summaryIn = (row: Readonly<Record<string, unknown>>): DeliverySummary => ({
  municipality: String(row['municipality']),
  reportId: String(row['report_id']),
  organisation: String(row['organisation']),
  deliveryId: String(row['delivery_id']),
  deliveredAt: String(row['delivered_at']),
  summary: String(row['summary']),
  ...(typeof row['rests_on'] === 'string' && {
    restsOn: JSON.parse(row['rests_on']) as NonNullable<DeliverySummary['restsOn']>,
  }),
});

const TABLES: OwnTables = {
  of: 'The reports of deliveries',
  format: 1,
  // Files of before had no format.
  sql: `
  CREATE TABLE IF NOT EXISTS delivery_report (
    municipality TEXT NOT NULL,
    report_id TEXT NOT NULL,
    organisation TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    delivered_at TEXT NOT NULL,
    rests_on TEXT,
    summary TEXT NOT NULL,
    rows TEXT NOT NULL,
    PRIMARY KEY (municipality, report_id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS delivery_report_delivered ON delivery_report (delivered_at)`,
};

const WITHOUT_ROWS = 'municipality, report_id, organisation, delivery_id, delivered_at, rests_on, summary';
const ASKED = `municipality = :municipality AND delivered_at > :since
  AND (:organisations IS NULL OR organisation IN (SELECT value FROM json_each(:organisations))) AND (:delivery IS NULL OR delivery_id = :delivery)`;

const prepared = (database: Database) => ({
  keep: database.prepare(
    `INSERT OR REPLACE INTO delivery_report (${WITHOUT_ROWS}, rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  forget: database.prepare('DELETE FROM delivery_report WHERE delivered_at <= ?'),
  one: database.prepare('SELECT * FROM delivery_report WHERE municipality = ? AND report_id = ? AND delivered_at > ?'),
  count: database.prepare(`SELECT count(*) AS count FROM delivery_report WHERE ${ASKED}`),
  page: database.prepare(
    `SELECT ${WITHOUT_ROWS} FROM delivery_report WHERE ${ASKED}
      ORDER BY delivered_at DESC, rowid DESC LIMIT :limit OFFSET :offset`,
  ),
});

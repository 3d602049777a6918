import type { Database } from '../adapters/open-sqlite.js';
import type { OwnTables } from '../tables/ensure-tables.js';
import type { Asker, Judgement, Look, TraceQuestion, TracesAsked } from './trace.js';

/** One trace as it stands in its table. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Who looked, and who was allowed what. */
export const TRACES: OwnTables = {
  of: 'The traces',
  format: 1,
  sql: `
  CREATE TABLE look (
    number INTEGER PRIMARY KEY, trace_id TEXT NOT NULL, span_id TEXT NOT NULL, municipality TEXT NOT NULL,
    person_ref TEXT NOT NULL, operation TEXT NOT NULL, status TEXT NOT NULL, started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL, subject TEXT NOT NULL, roles TEXT NOT NULL, organisation TEXT NOT NULL
  ) STRICT;
  CREATE INDEX look_of_person ON look (municipality, person_ref, started_at);
  CREATE INDEX look_in_time ON look (municipality, started_at);
  CREATE TABLE judgement (
    number INTEGER PRIMARY KEY, trace_id TEXT NOT NULL, span_id TEXT NOT NULL, municipality TEXT NOT NULL,
    operation TEXT NOT NULL, resource TEXT NOT NULL, allowed INTEGER NOT NULL, code TEXT, policy_version TEXT NOT NULL,
    started_at TEXT NOT NULL, subject TEXT NOT NULL, roles TEXT NOT NULL, organisation TEXT NOT NULL
  ) STRICT;
  CREATE INDEX judgement_in_time ON judgement (municipality, started_at)`,
};

const WITHIN = 'municipality = ?1 AND started_at >= ?2 AND started_at < ?3';
const OF_PERSON = `${WITHIN} AND (?4 = '' OR person_ref = ?4)`;
const EVER = '9999';
const IN_TIME = 'started_at >= ?1 AND started_at < ?2';

/** What the log asks of its tables. */
export function traceStatements(database: Database) {
  const addLook = database.prepare('INSERT INTO look VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addJudgement = database.prepare('INSERT INTO judgement VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const looks = database.prepare(`SELECT * FROM look WHERE ${OF_PERSON} ORDER BY number DESC LIMIT ?5 OFFSET ?6`);
  const countLooks = database.prepare(`SELECT count(*) AS n FROM look WHERE ${OF_PERSON}`);
  const judgements = database.prepare(
    `SELECT * FROM judgement WHERE ${WITHIN} ORDER BY number DESC LIMIT ?4 OFFSET ?5`,
  );
  const countJudgements = database.prepare(`SELECT count(*) AS n FROM judgement WHERE ${WITHIN}`);
  const everyLook = database.prepare(`SELECT * FROM look WHERE ${IN_TIME} ORDER BY number`);
  const everyJudgement = database.prepare(`SELECT * FROM judgement WHERE ${IN_TIME} ORDER BY number`);
  return {
    everyLook: (fromAt: string, untilAt: string) => everyLook.iterate(fromAt, untilAt) as Iterable<Row>,
    everyJudgement: (fromAt: string, untilAt: string) => everyJudgement.iterate(fromAt, untilAt) as Iterable<Row>,
    addLook: ({ asker, ...look }: Look): void => {
      const { traceId, spanId, municipality, personRef, operation, status, startedAt, endedAt } = look;
      const { subject, roles, organisation } = columnsOf(asker);
      addLook.run(
        traceId,
        spanId,
        municipality,
        personRef,
        operation,
        status,
        startedAt,
        endedAt,
        subject,
        roles,
        organisation,
      );
    },
    addJudgement: ({ asker, ...judgement }: Judgement): void => {
      const { traceId, spanId, municipality, operation, resource, allowed, policyVersion, decidedAt } = judgement;
      const { subject, roles, organisation } = columnsOf(asker);
      const said = [Number(allowed), judgement.code ?? null, policyVersion, decidedAt] as const;
      addJudgement.run(traceId, spanId, municipality, operation, resource, ...said, subject, roles, organisation);
    },
    looks: (question: TraceQuestion) =>
      looks.all(...when(question), question.personRef ?? '', question.limit, question.offset) as unknown as Row[],
    countLooks: (question: TracesAsked) => Number(countLooks.get(...when(question), question.personRef ?? '')?.['n']),
    judgements: (question: TraceQuestion) =>
      judgements.all(...when(question), question.limit, question.offset) as unknown as Row[],
    countJudgements: (question: TracesAsked) => Number(countJudgements.get(...when(question))?.['n']),
  };
}

const when = ({ municipality, fromAt = '', untilAt = EVER }: TracesAsked) => [municipality, fromAt, untilAt];

const columnsOf = ({ roles, ...asker }: Asker) => ({ ...asker, roles: roles.join(' ') });

const askerOf = (row: Row): Asker => ({
  subject: String(row['subject']),
  roles: String(row['roles']).split(' '),
  organisation: String(row['organisation']),
});

const placeOf = (row: Row) => ({
  traceId: String(row['trace_id']),
  spanId: String(row['span_id']),
  municipality: String(row['municipality']),
  operation: String(row['operation']),
  asker: askerOf(row),
});

/** A look as it was kept. */
export const lookOf = (row: Row): Look => ({
  ...placeOf(row),
  personRef: String(row['person_ref']),
  status: row['status'] === 'Error' ? 'Error' : 'Ok',
  startedAt: String(row['started_at']),
  endedAt: String(row['ended_at']),
});

/** An authorisation decision as it was kept. */
export const judgementOf = (row: Row): Judgement => ({
  ...placeOf(row),
  resource: String(row['resource']),
  allowed: row['allowed'] === 1,
  ...(row['code'] === null ? {} : { code: String(row['code']) }),
  policyVersion: String(row['policy_version']),
  decidedAt: String(row['started_at']),
});

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TraceLog, TracesUnavailable } from './trace-log.js';
import type { Judgement, Look } from './trace.js';

const folders: string[] = [];
const opened: TraceLog[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'uitkomst-traces-'));
  folders.push(path);
  return path;
}
function open(path: string): TraceLog {
  const log = TraceLog.open(path);
  opened.push(log);
  return log;
}
afterEach(() => {
  for (const log of opened.splice(0)) log.close();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

const ANJA = 'aaaaaaaaaaaaa';
const PIET = 'bbbbbbbbbbbbb';
const place = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), municipality: '0392' };
const asker = { subject: 'officer-1', roles: ['OFFICER', 'CASEMGR'], organisation: 'haarlem' };
const look = (personRef: string, startedAt: string): Look => ({
  ...place,
  personRef,
  operation: 'getClaim',
  status: 'Ok',
  startedAt,
  endedAt: startedAt,
  asker,
});
const judgement: Judgement = {
  ...place,
  operation: 'assessClaim',
  resource: `${ANJA}.x`,
  allowed: false,
  code: 'SEPARATION_OF_DUTIES',
  policyVersion: 'v1',
  decidedAt: '2009-04-01T08:00:00.000Z',
  asker,
};
const page = { municipality: '0392', limit: 10, offset: 0 };

test('who looked at a client is told for that client, newest first, and by municipality', async () => {
  const log = open(folder());
  await log.keep([
    { look: look(ANJA, '2009-04-01T08:00:00.000Z') },
    { look: look(PIET, '2009-04-01T09:00:00.000Z') },
    { look: look(ANJA, '2009-04-02T08:00:00.000Z') },
  ]);
  expect(log.looks({ ...page, personRef: ANJA }).map(({ startedAt }) => startedAt.slice(0, 10))).toEqual([
    '2009-04-02',
    '2009-04-01',
  ]);
  expect(log.countLooks(page)).toBe(3);
  expect(log.looks({ ...page, limit: 1, offset: 1 })).toEqual([look(PIET, '2009-04-01T09:00:00.000Z')]);
  expect(log.countLooks({ ...page, municipality: '0363' })).toBe(0);
  expect(log.countLooks({ ...page, fromAt: '2009-04-01T09:00:00.000Z', untilAt: '2009-04-02T08:00:00.000Z' })).toBe(1);
});

test('a refusal is kept with its reason and the rules that refused it', async () => {
  const path = folder();
  const log = open(path);
  await log.keep([{ judgement }]);
  const { code: _code, ...allowed } = { ...judgement, allowed: true };
  await log.keep([{ judgement: allowed }]);
  expect(log.judgements(page)).toEqual([allowed, judgement]);
  const reader = TraceLog.openToRead(path);
  expect(reader.countJudgements(page)).toBe(2);
  reader.close();
});

test('what was acknowledged is there after reopening; the file is for its owner only', async () => {
  const path = folder();
  const log = TraceLog.open(path);
  await Promise.all(Array.from({ length: 200 }, () => log.keep([{ look: look(ANJA, '2009-04-01T08:00:00.000Z') }])));
  log.close();
  expect(open(path).countLooks(page)).toBe(200);
  expect(statSync(join(path, 'traces.db')).mode & 0o777).toBe(0o600);
});

test('a trace that cannot be kept is told, and the log goes on', async () => {
  const log = open(folder());
  const broken = log.keep([{ look: { ...look(ANJA, '2009-04-01T08:00:00.000Z'), operation: null as never } }]);
  await expect(broken).rejects.toBeInstanceOf(TracesUnavailable);
  await log.keep([{ judgement }]);
  expect([log.countLooks(page), log.countJudgements(page)]).toEqual([0, 1]);
});

test('where there are no traces, nothing is opened for reading', () => {
  expect(() => TraceLog.openToRead(folder())).toThrow('There are no traces');
});

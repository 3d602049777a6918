import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TraceLog } from '@uitkomst/ledger';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-traces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), municipality: '0392' };
const asker = { subject: 'officer-1', roles: ['OFFICER'], organisation: 'haarlem' };
const look = (startedAt: string) => ({
  look: {
    ...place,
    personRef: 'aaaaaaaaaaaaa',
    operation: 'getClaim',
    status: 'Ok' as const,
    startedAt,
    endedAt: startedAt,
    asker,
  },
});
const judgement = {
  ...place,
  operation: 'assessClaim',
  resource: 'aaaaaaaaaaaaa.x',
  allowed: false,
  code: 'SEPARATION_OF_DUTIES',
  policyVersion: 'v1',
  decidedAt: '2009-04-01T21:59:59.999Z',
  asker,
};

beforeAll(async () => {
  const log = TraceLog.open(folder);
  await log.keep([look('2009-03-31T22:00:00.000Z'), { judgement }, look('2009-04-01T22:00:00.000Z')]);
  log.close();
});

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  return { exitCode: await runAudit(['traces', ...argv], { out, err }), out: out.lines(), err: err.lines() };
}

test('a period that ends before it begins is refused, not answered with nothing', async () => {
  const answer = await audit('--data', folder, '--from', '2009-04-02', '--until', '2009-04-01');
  expect(answer).toEqual({ exitCode: 2, out: [], err: ['--until must not lie before --from'] });
});

test('the traces of a day in Amsterdam are handed over as OTLP, a denial being no error', async () => {
  const { exitCode, out, err } = await audit('--data', folder, '--from', '2009-04-01', '--until', '2009-04-01');
  expect([exitCode, err]).toEqual([0, ['1 look(s), 1 authorisation decision(s)']]);
  const spans = out.flatMap((line) => {
    const { resourceSpans } = JSON.parse(line) as {
      resourceSpans: { scopeSpans: { spans: { name: string; startTimeUnixNano: string; status: object }[] }[] }[];
    };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  });
  expect(spans.map(({ name, status, startTimeUnixNano }) => ({ name, status, startTimeUnixNano }))).toEqual([
    { name: 'getClaim', status: { code: 1 }, startTimeUnixNano: '1238536800000000000' },
    { name: 'adl.access_evaluation', status: { code: 0 }, startTimeUnixNano: '1238623199999000000' },
  ]);
});

test.each([
  [['--from', 'yesterday'], 2, '--from must be an existing date'],
  [['--data', join(folder, 'nowhere')], 3, 'There are no traces'],
])('%j is answered with what is wrong', async (argv, code, message) => {
  const { exitCode, err } = await audit(...argv);
  expect(exitCode).toBe(code);
  expect(err.join()).toContain(message);
});

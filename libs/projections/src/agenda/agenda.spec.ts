import { dayOf } from '@uitkomst/domain';
import { memoryLedger } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { determined, notified, submitted } from '../testing/claims.js';
import { record } from '../testing/recording.js';
import { AGENDA } from './agenda.projection.js';
import { dueBy } from './due.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const ANJA = 'aaaaaaaaaaaaa';
const STREAM = `client-0392-${ANJA}`;
const page = { limit: 10, offset: 0 };

function agenda() {
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [AGENDA] });
  return {
    tell: async (...events: Parameters<typeof record>[2][]) => {
      const recorded = await record(ledger, STREAM, ...events);
      await runner.catchUp();
      return recorded;
    },
    due: async (day: string) => (await dueBy(reads, dayOf(day), page)).map(({ claimId, kind }) => `${claimId} ${kind}`),
  };
}

test('a claim is due from the day on which something may matter, the longest overdue first', async () => {
  const { tell, due } = agenda();
  await tell(
    submitted(`${ANJA}.a`, 'P1'),
    determined(`${ANJA}.a`, 'PENDING', { open: ['NOT_YET_MATURE'], nextChangeOn: '2026-09-01' }),
    submitted(`${ANJA}.b`, 'P2'),
    determined(`${ANJA}.b`, 'PENDING', { open: ['NOT_YET_MATURE'], nextChangeOn: '2026-08-01' }),
  );
  expect(await due('2026-07-31')).toEqual([]);
  expect(await due('2026-08-01')).toEqual([`${ANJA}.b NEXT_CHANGE`]);
  expect(await due('2026-09-01')).toEqual([`${ANJA}.b NEXT_CHANGE`, `${ANJA}.a NEXT_CHANGE`]);
});

test('missing evidence is due the day after the completion term, its last day included', async () => {
  const { tell, due } = agenda();
  const claimId = `${ANJA}.a`;
  await tell(submitted(claimId, 'P1'));
  const [request] = await tell(
    determined(claimId, 'PENDING', {
      open: ['EVIDENCE_MISSING'],
      rules: [{ rule: 'R4', result: 'UNKNOWN', code: 'EVIDENCE_MISSING' }],
    }),
  );
  await tell(notified(claimId, { kind: 'INCOMPLETE', about: request?.id, termUntilOn: '2026-04-12' }));
  expect(await due('2026-04-12')).toEqual([]);
  expect(await due('2026-04-13')).toEqual([`${claimId} COMPLETION_TERM`]);
  await tell({ type: 'ClaimExpired', payload: { claimId, expiredOn: '2026-04-13' } });
  expect(await due('2026-05-01')).toEqual([]);
});

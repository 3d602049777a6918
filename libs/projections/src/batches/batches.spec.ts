import { memoryLedger } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { record } from '../testing/recording.js';
import { BATCHES, BATCH_LINES, openBatchOf } from './batches.projection.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const claims = ['a', 'b', 'c'].map((letter) => `aaaaaaaaaaaaa.${letter}`);
const [A = '', B = '', C = ''] = claims;
const preparedBatch = (batchId: string, ...claimIds: readonly string[]) => ({
  type: 'BatchPrepared',
  payload: {
    batchId,
    lines: claimIds.map((claimId) => ({
      claimId,
      cents: 100_000,
      determinationId: '00000000-0000-4000-8000-000000000000',
      decisionHash: 'a'.repeat(64),
      endToEndId: claimId.replace('.', ''),
    })),
    controlSumCents: 100_000 * claimIds.length,
    preparedOn: '2026-05-01',
  },
  actor: { id: 'officer-1', role: 'OFFICER', orgId: '0392' } as const,
});

test('a claim stands in one batch at a time: not in one that was cancelled, nor on a line that fell out', async () => {
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [BATCHES, BATCH_LINES] });
  await record(ledger, 'batch-0392-B1', preparedBatch('B1', A, B));
  await record(ledger, 'batch-0392-B2', preparedBatch('B2', C), {
    type: 'BatchCancelled',
    payload: { batchId: 'B2', reason: 'OTHER', cancelledOn: '2026-05-02' },
  });
  await runner.catchUp();
  expect([...(await openBatchOf(reads, '0392', claims))]).toEqual([
    [A, 'B1'],
    [B, 'B1'],
  ]);
  await record(
    ledger,
    'batch-0392-B1',
    { type: 'BatchReleased', payload: { batchId: 'B1', payer: 'officer-2', releasedOn: '2026-05-02' } },
    { type: 'BatchLineDropped', payload: { batchId: 'B1', claimId: A, code: 'DECISION_STALE' } },
  );
  await runner.catchUp();
  expect([...(await openBatchOf(reads, '0392', claims))]).toEqual([[B, 'B1']]);
  expect(await openBatchOf(reads, '0363', claims)).toEqual(new Map());
  const [batch] = await reads.select(BATCHES, { where: [{ column: 'status', is: '=', value: 'RELEASED' }] });
  expect(batch).toMatchObject({ preparer: 'officer-1', payer: 'officer-2', controlSumCents: 100_000, changes: 3 });
});

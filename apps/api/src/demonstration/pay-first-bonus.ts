import { batchDecider, claimStanding } from '@uitkomst/domain';
import type { Recorder } from './recorder.js';
import { staff } from './story.js';

const BATCH = 'B-2009-04';

/** Two people approve, a third prepares the batch, a fourth releases it: nobody pays alone. */
export async function payFirstBonus(recorder: Recorder, personRef: string): Promise<void> {
  const file = await recorder.fileOf(personRef);
  const [claim] = file.claims.values();
  const determination = claim?.determination;
  if (claim === undefined || determination === undefined) throw new Error('There is no claim to pay');
  const { claimId } = claim;
  const decided = { determinationId: determination.id, decisionHash: determination.payload.decisionHash };
  await recorder.onFile(personRef, staff('OFFICER', 1), { type: 'Approve', claimId, ...decided });
  const approved = await recorder.onFile(personRef, staff('APPROVER2', 1), { type: 'Approve', claimId, ...decided });
  const standing = claimStanding(approved, claimId, { today: recorder.today });
  const line = { claimId, state: 'APPROVED' as const, toPayCents: standing?.toPayCents ?? 0, ...decided };
  const stream = `batch-${recorder.municipality}-${BATCH}`;
  const preparer = staff('OFFICER', 2);
  const payer = staff('OFFICER', 3);
  await recorder.ask(batchDecider, stream, {
    by: preparer,
    command: { type: 'PrepareBatch', batchId: BATCH, lines: [line] },
  });
  await recorder.ask(batchDecider, stream, { by: payer, command: { type: 'ReleaseBatch', batchId: BATCH } });
  await recorder.onFile(personRef, payer, {
    type: 'OrderPayment',
    claimId,
    batchId: BATCH,
    payer: payer.id,
    preparer: preparer.id,
    ...decided,
  });
}

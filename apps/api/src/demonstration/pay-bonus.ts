import { batchDecider, claimStanding, type ClaimRecord } from '@uitkomst/domain';
import type { Recorder } from './recorder.js';
import { staff } from './story.js';

/** The first claim of a file, as it stands. */
export async function firstClaim(recorder: Recorder, personRef: string): Promise<ClaimRecord> {
  const [claim] = (await recorder.fileOf(personRef)).claims.values();
  if (claim === undefined) throw new Error(`${personRef} holds no claim`);
  return claim;
}

/** Two people approve, a third prepares the batch, a fourth releases it: nobody pays alone. */
export async function orderBonus(recorder: Recorder, personRef: string, batchId: string): Promise<void> {
  const { claimId, determination, submission } = await firstClaim(recorder, personRef);
  if (determination === undefined) throw new Error('There is no decision to pay on');
  const { providerId, contractId } = submission.payload;
  const decided = { determinationId: determination.id, decisionHash: determination.payload.decisionHash };
  await recorder.onFile(personRef, staff('OFFICER', 1), { type: 'Approve', claimId, ...decided });
  const approved = await recorder.onFile(personRef, staff('APPROVER2', 1), { type: 'Approve', claimId, ...decided });
  const standing = claimStanding(approved, claimId, { today: recorder.today });
  const line = {
    claimId,
    state: 'APPROVED' as const,
    toPayCents: standing?.toPayCents ?? 0,
    providerId,
    ...(contractId !== undefined && { contractId }),
    ...decided,
  };
  const stream = `batch-${recorder.municipality}-${batchId}`;
  await recorder.ask(batchDecider, stream, {
    by: staff('OFFICER', 2),
    command: { type: 'PrepareBatch', batchId, lines: [line] },
  });
  await recorder.ask(batchDecider, stream, { by: staff('OFFICER', 3), command: { type: 'ReleaseBatch', batchId } });
  await recorder.carryOut(batchId, staff('OFFICER', 3));
}

import { personOf, type BatchState, type ClientFileCommand } from '@uitkomst/domain';

/** One order still to be given, on the file of the claim's client. */
export interface OrderToGive {
  readonly claimId: string;
  readonly personRef: string;
  readonly command: Extract<ClientFileCommand, { type: 'OrderPayment' }>;
}

/**
 * What is left to do for a released batch: an order for every line that did not fall out, on behalf of the person who released.
 * Lines of one client come one after the other, because each order changes what the next may be (life-cycle §6).
 */
export function ordersToGive(batch: BatchState): readonly (readonly OrderToGive[])[] {
  const { status, batchId, payer, preparer } = batch;
  if (status !== 'RELEASED' || batchId === undefined || payer === undefined || preparer === undefined) return [];
  const byClient = new Map<string, OrderToGive[]>();
  for (const { claimId, state, determinationId, decisionHash } of batch.lines) {
    if (state !== 'OPEN') continue;
    const personRef = personOf(claimId);
    const command = { type: 'OrderPayment', claimId, batchId, determinationId, decisionHash, payer, preparer } as const;
    byClient.set(personRef, [...(byClient.get(personRef) ?? []), { claimId, personRef, command }]);
  }
  return [...byClient.values()];
}

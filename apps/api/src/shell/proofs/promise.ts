import type { Receipt } from '@uitkomst/contracts';
import type { SealKeys } from '@uitkomst/ledger';
import { noteText, promiseText } from '@uitkomst/ledger/verify';

/** Sealing takes a second; this leaves time for whoever must mend something first. */
const PROMISED_MS = 24 * 60 * 60 * 1000;

/** An answer with its receipt made binding: a signed promise that the event will be sealed before a moment. */
export async function promised(answer: unknown, keys: SealKeys): Promise<unknown> {
  if (!hasReceipt(answer)) return answer;
  return { ...answer, receipt: await signed(answer.receipt, keys) };
}

/** What was so already records nothing, and has no receipt. */
function hasReceipt(answer: unknown): answer is { readonly receipt: Receipt } {
  if (typeof answer !== 'object' || answer === null || !('receipt' in answer)) return false;
  return typeof answer.receipt === 'object' && answer.receipt !== null;
}

/** The moment follows from the event, so the same event gets the same promise. */
async function signed(receipt: Receipt, { signing }: SealKeys): Promise<Receipt> {
  const { eventId, type = '', recordedAt, leafHash } = receipt;
  const sealedBefore = new Date(Date.parse(recordedAt) + PROMISED_MS).toISOString();
  const origin = signing.verifier.name;
  const text = promiseText({ origin, eventId, type, recordedAt, leafHash, sealedBefore });
  return { ...receipt, sealedBefore, promise: noteText({ text, signatures: [await signing.signAside(text)] }) };
}

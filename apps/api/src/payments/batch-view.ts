import { inBothLanguages, type Batch } from '@uitkomst/contracts';
import {
  controlSumOf,
  isSentenceCode,
  netCentsOf,
  personOf,
  staffWordsOf,
  type BatchLine,
  type BatchState,
} from '@uitkomst/domain';
import type { ClientFiles } from '@uitkomst/ledger';

type Known = BatchState & { readonly batchId: string; readonly status: Exclude<BatchState['status'], 'NONE'> };

/** A batch with its lines. That a line was ordered is written on the client's file, where the money is. */
export async function batchView(files: ClientFiles, municipality: string, batch: Known): Promise<Batch> {
  const { batchId, status, preparedOn, preparer, releasedOn, payer, exported } = batch;
  const lines: Batch['lines'] = [];
  for (const line of batch.lines) lines.push(await lineView(files, municipality, { batch, line }));
  return {
    batchId,
    status,
    controlSumCents: controlSumOf(batch.lines),
    lines,
    ...(preparedOn !== undefined && { preparedOn }),
    ...(preparer !== undefined && { preparer }),
    ...(releasedOn !== undefined && { releasedOn }),
    ...(payer !== undefined && { payer }),
    ...(exported && { exportedOn: exported.exportedOn, fileHash: exported.fileHash }),
  };
}

async function lineView(
  files: ClientFiles,
  municipality: string,
  { batch, line }: { readonly batch: Known; readonly line: BatchLine },
): Promise<Batch['lines'][number]> {
  const { claimId, cents, determinationId, decisionHash, endToEndId, code, state, providerId, vatCents } = line;
  const ordered =
    state === 'OPEN' &&
    (batch.status === 'RELEASED' || batch.status === 'EXPORTED') &&
    (await isOrdered(files, municipality, { claimId, batchId: batch.batchId }));
  return {
    claimId,
    cents,
    determinationId,
    decisionHash,
    endToEndId,
    state: ordered ? 'ORDERED' : state,
    ...(code !== undefined && { code, ...wordsFor(code) }),
    ...(providerId !== undefined && { providerId }),
    ...(vatCents !== undefined && { vatCents }),
    offsets: [...line.offsets],
    netCents: netCentsOf(line),
  };
}

/** A code of ours is a sentence; that of a bank is not, and screens know the words for it. */
const wordsFor = (code: string): Pick<Batch['lines'][number], 'codeText'> =>
  isSentenceCode(code) ? { codeText: inBothLanguages((language) => staffWordsOf(code, language)) } : {};

async function isOrdered(
  files: ClientFiles,
  municipality: string,
  { claimId, batchId }: { readonly claimId: string; readonly batchId: string },
): Promise<boolean> {
  const { state: file } = await files.read(municipality, personOf(claimId));
  return file.payments.some(
    ({ claimId: paid, order, state }) =>
      paid === claimId && order?.batchId === batchId && (state === 'OPEN' || state === 'PAID'),
  );
}

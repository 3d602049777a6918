import { netCentsOf, type BatchLine } from '@uitkomst/domain';
import type { BankEntry, BankMessage } from './bank-message.js';
import { recordBankLine, type BankLineReport, type RecordingBank } from './record-bank-line.js';

/** Books a message line by line, in its order: what cannot be booked is reported, the rest is. Told twice it changes nothing. */
export async function recordBankMessage(
  { entries }: BankMessage,
  recording: RecordingBank,
): Promise<readonly BankLineReport[]> {
  const reports: BankLineReport[] = [];
  for (const entry of entries)
    for (const single of await singlesOf(entry, recording)) reports.push(await recordBankLine(single, recording));
  return reports;
}

/** What the bank tells of a whole batch, told of each of its lines; a sum that is not the batch's is left as it is, and unknown. */
async function singlesOf(entry: BankEntry, { municipality, ports }: RecordingBank): Promise<readonly BankEntry[]> {
  const { messageId, cents, endToEndId } = entry;
  if (messageId === undefined || endToEndId !== undefined) return [entry];
  const batch = await ports.readBatch(municipality, messageId);
  const lines = batch.lines.filter(({ state }) => state !== 'DROPPED');
  const total = lines.reduce((sum, line) => sum + netCentsOf(line), 0);
  if (batch.status !== 'EXPORTED' || (cents !== undefined && cents !== total)) return [entry];
  return lines.map((line) => singleOf(entry, line));
}

function singleOf({ messageId: _whole, ...entry }: BankEntry, line: BatchLine): BankEntry {
  const single = { ...entry, place: `${entry.place}, ${line.endToEndId}`, endToEndId: line.endToEndId };
  return entry.cents === undefined ? single : { ...single, cents: netCentsOf(line) };
}

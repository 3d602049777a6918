import { START, type Position, type RecordedEvent } from '../../ledger.js';
import { SEAL_STREAM } from '../../seal/seal-stream.js';
import type { Reading } from './reading.js';

/**
 * What stands before a seal was recorded at most so much after it: a clock further off is refused, and who seals has heard of what it
 * seals.
 */
const DISORDER_MS = 6 * 60_000;

/**
 * What was known by an instant, on an engine where several processes stamp what the server then orders: the last position up to which
 * nothing is later (rulings §4.2). All events have no order that can be halved, but seals have: it is looked for from the last seal
 * that is safely earlier. In a ledger that nobody seals, from the beginning.
 */
export async function lastKnownBy(reading: Reading, instant: number): Promise<Position> {
  let known = (await lastSealBy(reading, instant - DISORDER_MS))?.position ?? START;
  for await (const { position, recordedAt } of reading.all({ after: known })) {
    if (Date.parse(recordedAt) > instant) break;
    known = position;
  }
  return known;
}

async function lastSealBy(reading: Reading, instant: number): Promise<RecordedEvent | undefined> {
  const [last] = await reading.streamPage(SEAL_STREAM, { backwards: true, max: 1 });
  let found: RecordedEvent | undefined;
  let [from, to] = [0, last?.revision ?? -1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const [seal] = await reading.streamPage(SEAL_STREAM, { from: middle, max: 1 });
    if (seal !== undefined && Date.parse(seal.recordedAt) <= instant) {
      found = seal;
      from = middle + 1;
    } else to = middle - 1;
  }
  return found;
}

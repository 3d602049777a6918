import { setTimeout as pause } from 'node:timers/promises';
import type { InclusionInLog } from '@uitkomst/contracts';
import { checkpointOf, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import type { Sealer } from '@uitkomst/processes';
import { Problem } from '../http/problem.js';

/** What is asked for right after it was recorded is sealed within a second or two. */
const PATIENCE_MS = 5_000;
const LOOK_MS = 20;

/** Proof that an event stands in the sealed ledger; 503 where that takes too long. */
export async function inclusionOf(sealer: Sealer, event: RecordedEvent): Promise<InclusionInLog> {
  const leafIndex = await indexOf(sealer, event);
  if (leafIndex === undefined || !(await sealer.sealed(leafIndex + 1, PATIENCE_MS)) || sealer.seal === undefined)
    throw new Problem('tijdelijk-niet-beschikbaar', { headers: { 'Retry-After': '5' } });
  const { seal } = sealer;
  const { size, hashes } = sealer.log.tree.inclusion(leafIndex, seal.size);
  return {
    leafHash: event.leafHash,
    leafIndex,
    size,
    hashes: hashes.map((hash) => Buffer.from(hash).toString('hex')),
    checkpoint: checkpointOf(seal),
  };
}

/** The sealer follows the ledger at a small distance. */
async function indexOf({ log }: Sealer, { id, position }: RecordedEvent): Promise<number | undefined> {
  for (let waited = 0; log.last < position && waited < PATIENCE_MS; waited += LOOK_MS) await pause(LOOK_MS);
  return log.indexOf(id);
}

/** An event by its id; undefined where the ledger holds none, or not yet. */
export async function eventById(
  { ledger, sealer }: { readonly ledger: Ledger; readonly sealer: Sealer },
  eventId: string,
): Promise<RecordedEvent | undefined> {
  const index = sealer.log.indexOf(eventId);
  if (index === undefined) return undefined;
  for await (const event of ledger.readAll({ after: sealer.log.placeBefore(index) }))
    if (event.id === eventId) return event;
  return undefined;
}

import { personOf, usedFact, type DeterminedPayload, type UsedFact } from '@uitkomst/domain';
import { clientStream } from './client-files.js';
import type { Ledger } from './ledger.js';
import { plain } from './transact.js';

interface Decided {
  readonly municipality: string;
  readonly decision: Pick<DeterminedPayload, 'claimId'> & {
    readonly basis: Pick<DeterminedPayload['basis'], 'fileRevision' | 'terms'>;
  };
}

/**
 * The facts that a decision names as its grounds, by the id it names them with: events of the client's file and of the terms it was
 * decided on. A piece of evidence answers with the event that brought it.
 */
export async function usedFacts(
  ledger: Ledger,
  { municipality, decision: { claimId, basis } }: Decided,
  named: ReadonlySet<string>,
): Promise<ReadonlyMap<string, UsedFact>> {
  const found = new Map<string, UsedFact>();
  const file = { stream: clientStream(municipality, personOf(claimId)), revision: basis.fileRevision };
  for (const { stream, revision } of [file, ...basis.terms])
    for await (const recorded of ledger.readStream(stream, { max: revision + 1 })) {
      const event = plain(recorded);
      for (const id of namesOf(event)) if (named.has(id) && !found.has(id)) found.set(id, usedFact(event));
    }
  return found;
}

/** The ids by which a decision may name an event: its own, and those of the pieces of evidence that came with it. */
export function namesOf({ id, payload }: { readonly id: string; readonly payload: unknown }): readonly string[] {
  const { evidence = [] } = payload as { readonly evidence?: readonly { readonly id: string }[] };
  return [id, ...evidence.map((piece) => piece.id)];
}

import { type DeterminedPayload, personOf, usedFact, type UsedFact } from '@uitkomst/domain';
import { clientStream } from './client-files.js';
import type { Ledger } from './ledger.js';
import { plain } from './transact.js';

interface Decided {
  readonly municipality: string;
  readonly decision: Pick<DeterminedPayload, 'claimId' | 'basis'>;
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
      for (const id of [event.id, ...piecesOf(event.payload)])
        if (named.has(id) && !found.has(id)) found.set(id, usedFact(event));
    }
  return found;
}

const piecesOf = (payload: unknown): readonly string[] =>
  ((payload as { readonly evidence?: readonly { readonly id: string }[] }).evidence ?? []).map(({ id }) => id);

import { type DeterminedPayload, differenceOf, type RecordedAs, replayDetermination } from '@uitkomst/domain';
import type { FilePlace } from './find-client.js';
import type { RecordedFile } from './recorded-file.js';
import type { TermsOfBasis } from './terms-of-basis.js';

/** What came of making one recorded determination again. */
export interface Replayed {
  readonly claim: string;
  readonly stream: string;
  readonly revision: number;
  readonly event: string;
  readonly asOf: string;
  readonly outcome: string;
  readonly definition: string | null;
  readonly equal: boolean;
  /** The first rule (R16) that answers otherwise, or else the first field. */
  readonly differs?: string;
}

/** Makes every determination of a file again, from what its basis names and nothing else, and compares it byte for byte. */
export async function* replayFile(
  place: FilePlace,
  file: RecordedFile,
  { terms, claim }: { readonly terms: TermsOfBasis; readonly claim?: string | undefined },
): AsyncIterable<Replayed> {
  for (const event of file.events) {
    if (event.type !== 'ClaimDetermined' || (claim !== undefined && event.payload.claimId !== claim)) continue;
    const { basis } = event.payload;
    const again = replayDetermination(
      file.at(basis.fileRevision),
      await terms.at(place.municipality, basis.terms),
      event.payload,
    );
    yield compared(place.stream, event, again);
  }
}

function compared(
  stream: string,
  { id, revision, payload }: RecordedAs<'ClaimDetermined'>,
  again: DeterminedPayload | undefined,
): Replayed {
  const differs = differenceOf(payload, again);
  return {
    claim: payload.claimId,
    stream,
    revision,
    event: id,
    asOf: payload.basis.asOf,
    outcome: payload.outcome,
    definition: payload.definition ?? null,
    equal: differs === undefined,
    ...(differs !== undefined && { differs }),
  };
}

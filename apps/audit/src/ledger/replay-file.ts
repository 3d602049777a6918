import { type DeterminedPayload, type RecordedAs, replayDetermination } from '@uitkomst/domain';
import { canonical } from '@uitkomst/ledger';
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
  const equal = again !== undefined && canonical(again) === canonical(payload);
  return {
    claim: payload.claimId,
    stream,
    revision,
    event: id,
    asOf: payload.basis.asOf,
    outcome: payload.outcome,
    definition: payload.definition ?? null,
    equal,
    ...(!equal && { differs: firstDifference(payload, again) }),
  };
}

/** Rules first, since they say why; a difference they do not show is named by its field. */
export function firstDifference(recorded: DeterminedPayload, again: DeterminedPayload | undefined): string {
  if (again === undefined) return 'claimId';
  const was = answersOf(recorded);
  const is = answersOf(again);
  const rules = [...new Set([...was.keys(), ...is.keys()])].toSorted((a, b) => numberOf(a) - numberOf(b));
  const fields = [...new Set([...Object.keys(recorded), ...Object.keys(again)])].toSorted();
  return (
    rules.find((rule) => was.get(rule) !== is.get(rule)) ??
    fields.find((field) => said(recorded, field) !== said(again, field)) ??
    'order'
  );
}

const said = (payload: object, field: string): string =>
  canonical({ said: (payload as Readonly<Record<string, unknown>>)[field] });

const numberOf = (rule: string): number => Number(rule.slice(1));

/** What each rule said: passed, or its answer in full. */
function answersOf({ passed, rules }: DeterminedPayload): ReadonlyMap<string, string> {
  const answers = new Map(passed.map((rule) => [rule, 'PASS']));
  for (const answer of rules) answers.set(answer.rule, (answers.get(answer.rule) ?? '') + canonical(answer));
  return answers;
}

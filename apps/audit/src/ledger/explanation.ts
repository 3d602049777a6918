import {
  type DeterminedPayload,
  type Explained,
  explain,
  type Language,
  redetermineOne,
  wordsOf,
  type Day,
} from '@uitkomst/domain';
import type { Ledger, Position } from '@uitkomst/ledger';
import type { FilePlace } from './find-client.js';
import type { PlacedEvent, RecordedFile } from './recorded-file.js';
import { TermsOfBasis } from './terms-of-basis.js';

/** A fact on which a rule's answer rests. */
export interface UsedFact {
  readonly event: string;
  readonly type?: string;
  readonly on?: string;
  readonly recordedAt?: string;
  readonly source?: string;
  readonly assurance?: string;
}

/** One rule's answer in words. */
export interface ExplainedRule {
  readonly rule: string;
  readonly statement: string;
  readonly result: Explained['result'];
  readonly code?: string;
  readonly sentence?: string;
  readonly untilOn?: string;
  readonly facts: readonly UsedFact[];
  readonly missing: readonly string[];
  readonly source: string;
}

/** A decision, and why. */
export interface Explanation {
  readonly claim: string;
  /** The event that recorded it; absent where it was made now, for a day that was asked for. */
  readonly event?: string;
  readonly asOf: string;
  readonly outcome: string;
  readonly until?: string;
  readonly cents: number;
  readonly episodeOn?: string;
  readonly maturityOn?: string;
  readonly definition: string | null;
  readonly ruleSet: string;
  readonly decisionHash: string;
  readonly rules: readonly ExplainedRule[];
}

/** A decision on a claim: the one recorded last, or the one that the rules give for a day on what was known. */
export interface Decision {
  readonly payload: DeterminedPayload;
  readonly event?: string;
}

export async function decisionOn(
  claim: string,
  file: RecordedFile,
  asked: {
    readonly ledger: Ledger;
    readonly place: FilePlace;
    readonly known: Position;
    readonly asOf?: Day | undefined;
  },
): Promise<Decision | undefined> {
  const { ledger, place, known, asOf } = asked;
  const recorded = file.last.claims.get(claim)?.determination;
  if (asOf === undefined) return recorded && { payload: recorded.payload, event: recorded.id };
  const terms = await new TermsOfBasis(ledger).knownAt(place.municipality, known);
  const payload = redetermineOne(file.last, claim, { terms, today: asOf });
  return payload && { payload };
}

/** Every rule with its statement, its answer in words and the facts it rests on. */
export function explanationOf({ payload, event }: Decision, file: RecordedFile, language: Language): Explanation {
  const { claimId, basis, outcome, untilOn, cents, episodeOn, maturityOn, definition, ruleSet, decisionHash } = payload;
  const facts = new Map(file.events.map((placed) => [placed.id, placed]));
  return {
    claim: claimId,
    ...(event !== undefined && { event }),
    asOf: basis.asOf,
    outcome,
    ...(untilOn !== undefined && { until: untilOn }),
    cents,
    ...(episodeOn !== undefined && { episodeOn }),
    ...(maturityOn !== undefined && { maturityOn }),
    definition: definition ?? null,
    ruleSet,
    decisionHash,
    rules: explain(payload).map((rule) => ruleInWords(rule, facts, language)),
  };
}

function ruleInWords(
  { rule, statement, result, code, untilOn, evidence, missing, data, source }: Explained,
  facts: ReadonlyMap<string, PlacedEvent>,
  language: Language,
): ExplainedRule {
  const words = { ...(untilOn !== undefined && { date: untilOn }), ...data };
  return {
    rule,
    statement: statement[language],
    result,
    ...(code !== undefined && { code, sentence: wordsOf(code, language, words) }),
    ...(untilOn !== undefined && { untilOn }),
    facts: evidence.map((id) => usedFact(id, facts.get(id))),
    missing,
    source,
  };
}

/** What every fact carries, and other events may. */
interface Told {
  readonly validFrom?: string | undefined;
  readonly assurance?: string | undefined;
  readonly source?: { readonly system: string } | undefined;
}

/** Terms stand on streams of their own; of those only the id is told here. */
function usedFact(id: string, placed: PlacedEvent | undefined): UsedFact {
  if (placed === undefined) return { event: id };
  const { type, recordedAt } = placed;
  const payload = placed.payload as Told;
  return {
    event: id,
    type,
    ...(payload.validFrom !== undefined && { on: payload.validFrom }),
    recordedAt,
    ...(payload.source !== undefined && { source: payload.source.system }),
    ...(payload.assurance !== undefined && { assurance: payload.assurance }),
  };
}

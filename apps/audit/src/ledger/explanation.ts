import {
  type ClientFile,
  type Day,
  dayOf,
  type DeterminedPayload,
  type Explained,
  explain,
  type Grounds,
  groundsOf,
  type Language,
  redetermineOne,
  staffWordsOf,
  subjectOfClaim,
  type Terms,
  type UsedFact,
} from '@uitkomst/domain';
import { type Ledger, type Position, usedFacts } from '@uitkomst/ledger';
import type { FilePlace } from './find-client.js';
import type { RecordedFile } from './recorded-file.js';
import { TermsOfBasis } from './terms-of-basis.js';

/** A fact on which a rule's answer rests; only its id where the ledger does not hold it. */
type Ground = { readonly event: string } & Partial<Omit<UsedFact, 'eventId'>>;

/** One rule's answer in words. */
export interface ExplainedRule {
  readonly rule: string;
  readonly statement: string;
  readonly result: Explained['result'];
  readonly code?: string;
  readonly sentence?: string;
  readonly untilOn?: string;
  readonly facts: readonly Ground[];
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
  /** What the rules that passed rest on, found again from what was decided on. */
  readonly grounds: Grounds;
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
  const terms = new TermsOfBasis(ledger);
  if (asOf !== undefined) {
    const under = { terms: await terms.knownAt(place.municipality, known), today: asOf };
    const payload = redetermineOne(file.last, claim, under);
    return payload && { payload, grounds: groundsUnder(file.last, claim, under) };
  }
  const recorded = file.last.claims.get(claim)?.determination;
  if (recorded === undefined) return undefined;
  const { payload, id: event } = recorded;
  const { basis } = payload;
  const under = { terms: await terms.at(place.municipality, basis.terms), today: dayOf(basis.asOf) };
  return { payload, event, grounds: groundsUnder(file.at(basis.fileRevision), claim, under) };
}

function groundsUnder(
  file: ClientFile,
  claimId: string,
  under: { readonly terms: Terms; readonly today: Day },
): Grounds {
  const claim = file.claims.get(claimId);
  return claim === undefined ? new Map() : groundsOf(subjectOfClaim(file, claim, under));
}

/** Every rule with its statement, its answer in words and the facts it rests on. */
export async function explanationOf(
  { payload, event, grounds }: Decision,
  { ledger, place, language }: { readonly ledger: Ledger; readonly place: FilePlace; readonly language: Language },
): Promise<Explanation> {
  const { claimId, basis, outcome, untilOn, cents, episodeOn, maturityOn, definition, ruleSet, decisionHash } = payload;
  const explained = explain(payload, grounds);
  const named = new Set(explained.flatMap(({ evidence }) => evidence));
  const facts = await usedFacts(ledger, { municipality: place.municipality, decision: payload }, named);
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
    rules: explained.map((rule) => ruleInWords(rule, facts, language)),
  };
}

function ruleInWords(
  { rule, statement, result, code, untilOn, evidence, missing, data, source }: Explained,
  facts: ReadonlyMap<string, UsedFact>,
  language: Language,
): ExplainedRule {
  const words = { ...(untilOn !== undefined && { date: untilOn }), ...data };
  return {
    rule,
    statement: statement[language],
    result,
    ...(code !== undefined && { code, sentence: staffWordsOf(code, language, words) }),
    ...(untilOn !== undefined && { untilOn }),
    facts: evidence.map((id) => groundOf(id, facts.get(id))),
    missing,
    source,
  };
}

function groundOf(id: string, fact: UsedFact | undefined): Ground {
  if (fact === undefined) return { event: id };
  const { eventId, ...told } = fact;
  return { event: eventId, ...told };
}

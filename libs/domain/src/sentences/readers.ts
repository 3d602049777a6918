import type { Outcome, RuleResult } from '../client-file/claim/events.js';
import { isReasonCode } from './codes.js';
import type { Language } from './format.js';
import { PROVIDER_READS } from './provider-reads.js';
import { staffWordsOf, wordsOf } from './sentences.js';
import { SETTLED_SENTENCES } from './settled.js';
import type { RecordedParameters } from './template.js';

/** What is read of a determination: a `Determination`, or the payload of its ClaimDetermined. */
export interface ReadDecision {
  readonly outcome: Outcome;
  readonly fail: readonly string[];
  readonly open: readonly string[];
  readonly untilOn?: string | undefined;
  readonly rules?: readonly RuleResult[] | undefined;
}

/** One reason as somebody reads it. */
export interface Reading {
  /** Also one that these words do not know. */
  readonly code: string;
  readonly sentence: string;
  /** FAIL: the condition is not met · OPEN: it is not known yet · INFO: good to know. */
  readonly status: 'FAIL' | 'OPEN' | 'INFO';
}

type Reason = { readonly code: string; readonly status: Reading['status']; readonly parameters: RecordedParameters };

/** Every code in order, with what its rule recorded beside it. */
function reasonsOf({ fail, open, untilOn, rules = [] }: ReadDecision): readonly Reason[] {
  const info = rules.flatMap(({ result, code }) => (result === 'INFO' && code !== undefined ? [code] : []));
  const reason = (status: Reading['status']) => (code: string) => {
    const until = code === 'NOT_YET_MATURE' && untilOn !== undefined ? { date: untilOn } : {};
    return { code, status, parameters: { ...until, ...recordedBeside(code, rules) } };
  };
  return [...fail.map(reason('FAIL')), ...open.map(reason('OPEN')), ...info.map(reason('INFO'))];
}

/** What the rules recorded beside a code; where several lack something, all of it is listed. */
function recordedBeside(code: string, rules: readonly RuleResult[]): RecordedParameters {
  const data = rules.filter((answer) => answer.code === code).map((answer) => answer.data ?? {});
  const lists = data.flatMap(({ list }) => (typeof list === 'string' ? [list] : []));
  return { ...data[0], ...(lists.length > 0 && { list: lists.join(', ') }) };
}

type Reader = 'provider' | 'staff';
const WORDS = { provider: wordsOf, staff: staffWordsOf };

const worded = ({ code, status, parameters }: Reason, language: Language, reader: Reader): Reading => ({
  code,
  sentence:
    (status === 'INFO' && SETTLED_SENTENCES[code]?.[reader][language]) || WORDS[reader](code, language, parameters),
  status,
});

/** Staff, the auditor and (about themselves) the client read every code and its full sentence about the provider, in the order of the rules. */
export const whatStaffReads = (decision: ReadDecision, language: Language): readonly Reading[] =>
  reasonsOf(decision).map((reason) => worded(reason, language, 'staff'));

/**
 * What a provider reads of a determination on its own claim. Without an assignment it reads that alone: anything more would tell
 * about a client who is none of its business.
 */
export function whatAProviderReads(decision: ReadDecision, language: Language): readonly Reading[] {
  const reasons = reasonsOf(decision).map(forProvider);
  const unassigned = reasons.find(({ code }) => code === 'NO_ASSIGNMENT');
  const read = unassigned ? [unassigned] : onceEach(reasons);
  return read.map((reason) => worded(reason, language, 'provider'));
}

function forProvider({ code, status, parameters }: Reason): Reason {
  const read = readInstead(code, status);
  if (read === 'OUTFLOW_NOT_CREDITED') return { code: read, status, parameters: { tag: parameters['tag'] } };
  if (read !== code) return { code: read, status, parameters: {} };
  const because = parameters['code'];
  const told = typeof because === 'string' ? { ...parameters, code: readInstead(because, 'FAIL') } : parameters;
  return { code, status, parameters: told };
}

function readInstead(code: string, status: Reading['status']): string {
  if (!isReasonCode(code)) return 'UNDER_ASSESSMENT'; // A code these words do not know: nothing is told of it.
  const words = PROVIDER_READS[code];
  const read = typeof words === 'string' ? words : words[status === 'FAIL' ? 'FAIL' : 'OPEN'];
  return read === 'ITSELF' ? code : read;
}

/** Several reasons that read the same are read once, at the first place; so nobody can count what lies behind them. */
function onceEach(reasons: readonly Reason[]): readonly Reason[] {
  const first = new Map<string, Reason>();
  for (const reason of reasons) if (!first.has(reason.code)) first.set(reason.code, reason);
  return [...first.values()];
}

/** Why a provider's own command was refused. The state is left unsaid: it may rest on a decision not yet made known. */
export function whatAProviderReadsOfRefusal(
  code: string,
  language: Language,
  recorded: RecordedParameters = {},
): string {
  const { state: _, ...told } = recorded;
  return wordsOf(code, language, told);
}

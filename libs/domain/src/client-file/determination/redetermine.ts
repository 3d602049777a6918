import type { Determination } from '../../assessment/determination.js';
import { SYSTEM } from '../../event.js';
import { ruleSetOn } from '../../terms/terms.js';
import { dayOf, textOf } from '../../values/calendar-date.js';
import { same } from '../../values/same.js';
import type { DecidedFileEvent, FileAsking } from '../asking.js';
import type { ClaimRecord } from '../claim/claim.js';
import { isLive, standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { drafted, draftOn, type Draft } from '../draft.js';
import type { ClientFileEvent, RecordedAs } from '../events.js';
import { determine, type Judgement, type Under } from './determine.js';

export type DeterminedPayload = RecordedAs<'ClaimDetermined'>['payload'];

/**
 * Decides every live claim of the file again: what the decision says changed, or when to look again. All rest on the same state of
 * the file; the same append carries them (deciding §2).
 */
export const redetermine = (file: ClientFile, asking: FileAsking): readonly DecidedFileEvent[] =>
  redetermined(draftOn(file), asking).events;

/** Which claims are decided again; of one that a person is answering, what its rules rest on must be on record too. */
export interface Chosen {
  readonly isChosen: (claim: ClaimRecord) => boolean;
  readonly answeredId?: string | undefined;
}

/** As {@link redetermine}, on a decision in the making, for the claims chosen. */
export function redetermined(draft: Draft, asking: FileAsking, chosen: Chosen = EVERY_CLAIM): Draft {
  const { file } = draft;
  let result = draft;
  for (const claim of file.claims.values()) {
    if (!isLive(file, claim) || !chosen.isChosen(claim)) continue;
    const judgement = determine(file, claim, asking);
    const payload = payloadOf(claim, judgement.determination);
    const isAnswered = claim.claimId === chosen.answeredId;
    if (!says(claim, payload) && !(isAnswered && restsOnMore(claim, payload))) continue;
    const subjectEventId = asking.idOf(result.events.length);
    result = drafted(result, asking, { type: 'ClaimDetermined', payload, actor: SYSTEM });
    const notice = requestForEvidence(result, asking, { claim, judgement, subjectEventId });
    if (notice !== undefined) result = drafted(result, asking, notice);
  }
  return result;
}

const EVERY_CLAIM: Chosen = { isChosen: () => true };

/**
 * The determination of this claim on this state of the file: with the file folded up to the basis of a recorded one, the terms of its
 * basis and its day, the same bytes (rulings §2.1).
 */
export function redetermineOne(file: ClientFile, claimId: string, under: Under): DeterminedPayload | undefined {
  const claim = file.claims.get(claimId);
  return claim && payloadOf(claim, determine(file, claim, under).determination);
}

/** Makes a recorded determination again; `prefix` is the file folded through `basis.fileRevision`, `terms` those of the basis. */
export const replayDetermination = (
  prefix: ClientFile,
  terms: Under['terms'],
  { claimId, basis }: DeterminedPayload,
): DeterminedPayload | undefined => redetermineOne(prefix, claimId, { terms, today: dayOf(basis.asOf) });

/** Whether the claim may have to be decided again: another day that matters, or other terms. */
export function mayHaveChanged({ determination }: ClaimRecord, { today, terms }: Under): boolean {
  if (determination === undefined) return true;
  const { basis, nextChangeOn } = determination.payload;
  const day = textOf(today);
  if (day < basis.asOf || (nextChangeOn !== undefined && nextChangeOn <= day)) return true;
  return (
    basis.ruleSet !== ruleSetOn(terms, today) ||
    basis.terms.some(({ stream, revision }) => (terms.revisions.get(stream) ?? -1) !== revision)
  );
}

function payloadOf(claim: ClaimRecord, determination: Determination): DeterminedPayload {
  const earlier = claim.determination?.payload;
  const rules = reopens(earlier, determination)
    ? [...determination.rules, { rule: 'R46', result: 'INFO' as const, code: 'REOPENED_IN_FAVOUR' }]
    : determination.rules;
  return {
    ...determination,
    rules,
    claimId: claim.claimId,
    number: (earlier?.number ?? 0) + 1,
  } as unknown as DeterminedPayload; // The same lists, only declared readonly.
}

/** A rejected claim comes back by itself when the facts turn in its favour (R46). */
const reopens = (earlier: DeterminedPayload | undefined, now: Determination): boolean =>
  earlier?.outcome === 'REJECTED' && now.fail.length === 0;

/** Says something else than the claim's current determination, or something else about when to look again. */
function says({ determination }: ClaimRecord, now: DeterminedPayload): boolean {
  const earlier = determination?.payload;
  return (
    earlier === undefined ||
    earlier.decisionHash !== now.decisionHash ||
    earlier.untilOn !== now.untilOn ||
    earlier.nextChangeOn !== now.nextChangeOn
  );
}

/** The same decision on other evidence: a person's answer holds on the evidence it was given on (life-cycle 6). */
const restsOnMore = ({ determination }: ClaimRecord, now: DeterminedPayload): boolean =>
  !same(against(determination?.payload), against(now));
const against = (decision: DeterminedPayload | undefined) =>
  decision?.rules.flatMap(({ rule, result, code, evidence = [] }) =>
    result === 'FAIL' || result === 'UNKNOWN' ? [{ rule, code, evidence }] : [],
  );

interface Determined {
  readonly claim: ClaimRecord;
  readonly judgement: Judgement;
  readonly subjectEventId: string;
}

/** Missing evidence is asked for by the system itself; the completion term runs from there, one per spell. */
function requestForEvidence(
  { file }: Draft,
  asking: FileAsking,
  { claim: { claimId }, judgement: { completionUntilOn }, subjectEventId }: Determined,
): (ClientFileEvent & { readonly actor: typeof SYSTEM }) | undefined {
  const claim = file.claims.get(claimId);
  if (completionUntilOn === undefined || claim === undefined) return undefined;
  if (standingOf(file, claim, asking).beneath !== 'INCOMPLETE') return undefined;
  const notifiedOn = textOf(asking.today);
  return {
    type: 'DecisionNotified',
    payload: {
      claimId,
      kind: 'INCOMPLETE',
      subjectEventId,
      letterId: 'REQUEST_FOR_EVIDENCE',
      notifiedOn,
      termUntilOn: completionUntilOn,
    },
    actor: SYSTEM,
  };
}

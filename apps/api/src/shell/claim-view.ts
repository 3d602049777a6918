import { inBothLanguages, type Claim, type Reason, type Text } from '@uitkomst/contracts';
import {
  APPROVAL_REFUSED,
  CLAIM_STATE_LABELS,
  labelOf,
  providerView,
  respondUntilOn,
  standingOf,
  whatStaffReads,
  type ClaimRecord,
  type ClientFile,
  type Day,
  type Reading,
  type RuleResult,
} from '@uitkomst/domain';
import { lettersToProvider, providerClaim, type ReadFile } from '@uitkomst/projections';

/** Who looks at what is to be decided about a claim: whether they may depends on their own part in it. */
export interface Looking {
  readonly file: ClientFile;
  readonly claim: ClaimRecord;
  readonly subject: string;
}

const PROVIDER_LABELS = {
  RECEIVED: { nl: 'ontvangen', en: 'received' },
  IN_TREATMENT: { nl: 'in behandeling', en: 'in treatment' },
};
const LABELS = { ...CLAIM_STATE_LABELS, ...PROVIDER_LABELS };

/** The officer's word for a state, in both languages. */
export const stateText = (state: string): Text => inBothLanguages((language) => labelOf(LABELS, state, language));

/** A claim with everything its officers decide on. */
export function staffClaim(file: ClientFile, claim: ClaimRecord, today: Day): Claim {
  const { state } = standingOf(file, claim, { today });
  const decision = claim.determination?.payload;
  return {
    ...submissionOf(claim),
    state,
    stateText: stateText(state),
    reasons: decision === undefined ? [] : staffReasons(withRefusal(decision, claim)),
    ...(claim.determination && {
      outcome: claim.determination.payload.outcome,
      cents: claim.determination.payload.cents,
      determinationId: claim.determination.id,
      decisionHash: claim.determination.payload.decisionHash,
    }),
    ...(decision?.untilOn !== undefined && { untilOn: decision.untilOn }),
    ...(decision?.definition !== undefined && { definition: decision.definition }),
    ...noticeOf(claim),
  };
}

/** A claim through its provider's eyes: no rivals, and nothing negative that no officer has released. */
export function ownClaim(read: ReadFile, claim: ClaimRecord): Claim {
  const shown = providerClaim(read, claim);
  const nl = providerView(shown, 'nl');
  const en = providerView(shown, 'en');
  return {
    ...submissionOf(claim),
    state: nl.status,
    stateText: stateText(nl.status),
    reasons: reasonsOf(nl.readings, en.readings),
    ...(nl.outcome !== undefined && { outcome: nl.outcome }),
    ...(nl.cents !== undefined && { cents: nl.cents }),
    ...(nl.untilOn !== undefined && { untilOn: nl.untilOn }),
    ...noticeOf({ ...claim, notices: lettersToProvider(read.file, claim) }),
  };
}

/**
 * What a provider can see change of its claim: the ETag of its own view, so that it does not tell that a rival acted, nor that the
 * client objected and was answered. That it expired is told by a letter.
 */
export const shownChanges = (file: ClientFile, claim: ClaimRecord): number =>
  1 + claim.evidence.length + lettersToProvider(file, claim).length + endsShown(claim.ended);

function endsShown(ended: ClaimRecord['ended']): number {
  if (ended === undefined) return 0;
  return (ended.how === 'EXPIRED' ? 0 : 1) + endsShown(ended.after);
}

type Decision = Parameters<typeof whatStaffReads>[0] & { readonly rules: readonly RuleResult[] };

/** A refused approval is no rule's answer, yet it holds the claim until another officer lifts it. */
const withRefusal = (decision: Decision, { refusal, ended }: ClaimRecord): Decision =>
  refusal === undefined || ended !== undefined ? decision : { ...decision, open: [...decision.open, APPROVAL_REFUSED] };

/** Every reason with its full sentence, and the rule that gave it. */
export const staffReasons = (decision: Decision): Reason[] =>
  reasonsOf(whatStaffReads(decision, 'nl'), whatStaffReads(decision, 'en')).map((reason) => withRule(reason, decision));

function withRule(reason: Reason, { rules }: Decision): Reason {
  const given = rules.find(({ code }) => code === reason.code);
  if (given === undefined) return reason;
  const { rule, untilOn } = given;
  return { ...reason, rule, ...(untilOn !== undefined && { untilOn }) };
}

/** The same readings in both languages, side by side. */
export const reasonsOf = (nl: readonly Reading[], en: readonly Reading[]): Reason[] =>
  nl.map(({ code, status, sentence }, index) => {
    const said = { nl: sentence, en: en[index]?.sentence ?? sentence };
    return { code, kind: status, text: inBothLanguages((language) => said[language]) };
  });

function submissionOf({ submission, evidence }: ClaimRecord): Omit<Claim, 'state' | 'stateText' | 'reasons'> {
  const { evidence: _submitted, cents: claimedCents, ...rest } = submission.payload;
  return { ...rest, ...(claimedCents !== undefined && { claimedCents }), evidence: [...evidence] };
}

function noticeOf(claim: ClaimRecord): Pick<Claim, 'notifiedOn' | 'respondUntilOn'> {
  const last = claim.notices.at(-1)?.payload;
  const untilOn = respondUntilOn(claim);
  return {
    ...(last && { notifiedOn: last.notifiedOn }),
    ...(untilOn !== undefined && { respondUntilOn: untilOn }),
  };
}

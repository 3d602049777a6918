import { assess } from '../../assessment/assess.js';
import type { Determination } from '../../assessment/determination.js';
import type { Subject } from '../../assessment/subject.js';
import type { Terms } from '../../terms/terms.js';
import { addDuration, textOf, type Day } from '../../values/calendar-date.js';
import { same } from '../../values/same.js';
import type { ClaimRecord } from '../claim/claim.js';
import { lacksEvidence } from '../claim/claim.js';
import { recoveredCents } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import type { RecordedAs } from '../events.js';
import { isUpheld, type SetAside } from '../objection/objections.js';
import { openCents, paidCents } from '../payment/payments.js';
import { completionTermOf } from './completion-term.js';
import { factsOfClaim, knownFile, reviewsOf, type Standing } from './known-file.js';

/** What a determination is made under: the terms then in force and the day looked at. */
export interface Under {
  readonly terms: Terms;
  readonly today: Day;
}

/** What the rules say of a claim now, and on what. */
export interface Judgement {
  readonly determination: Determination;
  /** What it was decided on: what-if and explanation put their questions to the same. */
  readonly subject: Subject;
  /** Last day of the completion term, where evidence is missing: it runs from the day this is first seen. */
  readonly completionUntilOn?: string;
}

/**
 * The one way a claim is decided: by commands, by the clock and on replay. Pure in the file, the terms and the day, so that the
 * prefix of the stream up to the basis gives the same bytes again.
 */
export function determine(file: ClientFile, claim: ClaimRecord, under: Under): Judgement {
  const pinned = pinnedAnswers(file, claim);
  const facts = factsOfClaim(claim, { reviews: [], setAside: [] });
  const unaided = { file: knownFile(file), claim: facts, terms: under.terms, asOf: under.today };
  if (pinned.length === 0) return withTerm(file, unaided);
  const said = pinned.some(({ rule }) => rule !== undefined) ? assess(unaided) : undefined;
  return withTerm(file, { ...unaided, claim: factsOfClaim(claim, standingOf(pinned, said)) });
}

/** The question that a claim puts to the rules on a day: what-if and the counterfactual put theirs to the same. */
export const subjectOfClaim = (file: ClientFile, claim: ClaimRecord, under: Under): Subject =>
  determine(file, claim, under).subject;

interface Answer extends SetAside {
  readonly review?: RecordedAs<'ReviewResolved'>;
}

/** Every answer of a person that may stand in the place of a rule's. */
function pinnedAnswers(file: ClientFile, claim: ClaimRecord): readonly Answer[] {
  const reviewed = reviewsOf(claim).flatMap((review) =>
    review.payload.codes.map(({ code, rule, evidence }): Answer => ({
      code,
      review,
      ...(rule === undefined ? {} : { rule }),
      ...(evidence === undefined ? {} : { evidence }),
    })),
  );
  const upheld = file.objections.filter((one) => one.claimId === claim.claimId && isUpheld(one));
  return [...reviewed, ...upheld.flatMap(({ setAside }) => setAside)];
}

/** What still holds: while the rule, unaided, gives the same code on the same evidence. Without a rule it always does. */
function standingOf(answers: readonly Answer[], unaided: Determination | undefined): Standing {
  const holds = ({ rule, code, evidence = [] }: Answer): boolean =>
    rule === undefined ||
    (unaided?.rules.some((now) => now.rule === rule && now.code === code && same(now.evidence ?? [], evidence)) ??
      false);
  const held = answers.filter(holds);
  const reviews = new Set(held.flatMap(({ review }) => (review === undefined ? [] : [review])));
  return {
    reviews: [...reviews].map((review) =>
      narrowed(
        review,
        held.filter((answer) => answer.review === review),
      ),
    ),
    setAside: held.filter(({ review }) => review === undefined),
  };
}

function narrowed(review: RecordedAs<'ReviewResolved'>, kept: readonly Answer[]): RecordedAs<'ReviewResolved'> {
  if (kept.length === review.payload.codes.length) return review;
  const codes = review.payload.codes.filter(({ code, rule }) =>
    kept.some((answer) => answer.code === code && answer.rule === rule),
  );
  return { ...review, payload: { ...review.payload, codes } };
}

/**
 * Where evidence is missing, the request goes out in the same append as the determination that says so: the determination already
 * counts with the term that runs from there.
 */
function withTerm(file: ClientFile, subject: Subject): Judgement {
  const determination = assess(subject);
  const { claim, terms, asOf } = subject;
  const waits = claim.completionUntilOn === undefined && lacksEvidence(determination);
  if (!waits || hasMoney(file, claim.claimId)) return { determination, subject };
  const completionUntilOn = addDuration(asOf, completionTermOf(terms, determination.definition));
  const dated: Subject = { ...subject, claim: { ...claim, completionUntilOn } };
  return { determination: assess(dated), subject: dated, completionUntilOn: textOf(completionUntilOn) };
}

/** A claim with money on it is never incomplete: it is paid, or waits for the bank. */
const hasMoney = ({ payments, clawbacks }: ClientFile, claimId: string): boolean =>
  openCents(payments, claimId) > 0 || paidCents(payments, claimId) > recoveredCents(clawbacks, claimId);

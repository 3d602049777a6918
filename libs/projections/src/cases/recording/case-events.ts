import {
  type Day,
  dayOf,
  type DefinitionParameters,
  MILESTONE_DEFAULT,
  type OutcomeType,
  RetractionReason,
} from '@uitkomst/domain';
import { type CaseEvent, onFile } from './case-event.js';
import type { CaseClaim, CaseFact, CaseFactOf } from '../files/case-file.js';
import { claimIdOf, eventIdOf, referenceOf } from './case-ids.js';
import { eventOf } from './facts-to-events.js';
import type { CaseToRun } from '../files/read-case-file.js';

/** An event of a case with the id it will have: ids ascend in recorded order. */
export interface NumberedEvent extends CaseEvent {
  readonly id: string;
}

/** What a case is decided by: the set every contract is under, and the evidence that every claim is submitted with. */
export interface CaseTerms {
  readonly definitionId: string;
  readonly evidence: DefinitionParameters['requiredEvidence'];
}

/** Turns the facts of one case, given in recorded order, into events. */
export class CaseEvents {
  private last = 0;
  private readonly claims: ReadonlyMap<string, CaseClaim>;
  /** The events of each named fact, which a retraction of that name hides. */
  private readonly named = new Map<string, string[]>();
  /** From which day on the events of reference streams are hidden; those of the client's stream are hidden by the ledger. */
  readonly hiddenFrom = new Map<string, Day>();

  constructor(
    private readonly file: CaseToRun,
    private readonly terms: CaseTerms,
  ) {
    this.claims = new Map(file.claims.map((claim) => [claim.id, claim]));
  }

  /** The claims of the file, and those that only a payment tells of. */
  submissions(): readonly NumberedEvent[] {
    const payments = this.file.facts
      .filter((fact): fact is CaseFactOf<'ClaimPaid'> => fact.e === 'ClaimPaid' && !this.claims.has(fact.claim))
      .toSorted((a, b) => (a.rec < b.rec ? -1 : 1));
    const foreign = new Map(payments.toReversed().map((payment) => [payment.claim, payment]));
    return [
      ...[...this.claims.values()].map((claim) => this.numbered(submitted(claim, this.terms))),
      ...[...foreign.values()].map(({ claim, provider, date }) =>
        this.numbered(submitted({ id: claim, provider, submitted: date }, this.terms)),
      ),
    ];
  }

  eventsOf(fact: CaseFact): readonly NumberedEvent[] {
    if (fact.e === 'FactRetracted') return this.retractionOf(fact);
    const event = this.numbered(
      eventOf(fact, {
        orderId: `${eventIdOf(this.last + 1)}.1`,
        definitionSetId: this.terms.definitionId,
        jobOf: (claim) => named(this.claims.get(claim)?.job),
        outcomeTypeOf: (claim) => outcomeTypeOf(this.claims.get(claim)),
      }),
    );
    if ('id' in fact && fact.id !== undefined) this.named.set(fact.id, [...(this.named.get(fact.id) ?? []), event.id]);
    return [event];
  }

  /** A name may have been given to several facts, and to none (then there is nothing to hide). */
  private retractionOf({ target, reason, rec }: CaseFactOf<'FactRetracted'>): readonly NumberedEvent[] {
    return (this.named.get(target) ?? []).map((targetEventId) => {
      if (!this.hiddenFrom.has(targetEventId)) this.hiddenFrom.set(targetEventId, dayOf(rec));
      const known = RetractionReason.safeParse(reason).data ?? 'OTHER';
      return this.numbered(onFile('FactRetracted', 'AUDITOR', { targetEventId, reason: known }));
    });
  }

  private numbered(event: CaseEvent): NumberedEvent {
    this.last += 1;
    return { ...event, id: eventIdOf(this.last) };
  }
}

/** `none` is how a case says that a claim names no job or traject. */
const named = (name: string | undefined): string | undefined => (name === 'none' ? undefined : name);

const outcomeTypeOf = (claim: CaseClaim | undefined): OutcomeType => claim?.outcomeType ?? 'WORK';

function submitted(claim: CaseClaim, { evidence }: CaseTerms): CaseEvent {
  const traject = named(claim.traject);
  const job = named(claim.job);
  return onFile('ClaimSubmitted', 'PROVIDER', {
    outcomeType: outcomeTypeOf(claim),
    milestone: MILESTONE_DEFAULT,
    claimId: claimIdOf(claim.id),
    providerId: referenceOf(claim.provider),
    submittedOn: claim.submitted,
    ...(traject !== undefined && { trajectId: referenceOf(traject) }),
    ...(job !== undefined && { jobId: referenceOf(job) }),
    ...(claim.assertedOutflow !== undefined && { assertedOutflowOn: claim.assertedOutflow }),
    ...(evidence.length > 0 && { evidence: evidence.map(pieceOf) }),
  });
}

/** A piece as a provider would hand it in; no rule looks further than its kind. */
const pieceOf = (kind: CaseTerms['evidence'][number]) => ({ id: eventIdOf(0), kind, sha256: '0'.repeat(64) });

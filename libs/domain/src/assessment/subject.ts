import type { Evidence } from '../client-file/fact-fields.js';
import type { OutcomeType } from '../client-file/claim/events.js';
import type { RecordedAs, RecordedFact } from '../client-file/events.js';
import type { Terms } from '../terms/terms.js';
import type { Day } from '../values/calendar-date.js';
import type { EventId } from '../values/ids.js';
import type { DefinitionVersion } from '../definitions/parameters.js';
import type { z } from 'zod';

/** A claim as the rules see it. */
export interface ClaimFacts {
  readonly claimId: string;
  readonly providerId: string;
  readonly contractId?: string;
  readonly trajectId?: string;
  readonly jobId?: string;
  readonly assertedOutflowOn?: Day;
  readonly milestone: string;
  readonly outcomeType: OutcomeType;
  readonly submittedOn: Day;
  /** The submission itself, where the file knows it. */
  readonly submittedBy?: EventId;
  /** Claimed; absent asks for the tariff. */
  readonly cents?: number;
  readonly evidence: readonly z.infer<typeof Evidence>[];
  /** Last day of the completion term, once the request for evidence was notified (R4). */
  readonly completionUntilOn?: Day;
  /** Officers' decisions on open codes of this claim, in recorded order. */
  readonly reviews: readonly RecordedAs<'ReviewResolved'>[];
  /** Codes set aside by an upheld objection: of the rule named, or of whichever gives them. */
  readonly setAside: readonly { readonly code: string; readonly rule?: string }[];
}

/** Money ordered or paid for a claim of this client, netted: failed, returned and cancelled orders are gone. */
export interface Payment {
  readonly claimId: string;
  readonly providerId: string;
  readonly milestone: string;
  readonly outcomeType: OutcomeType;
  readonly episodeOn?: Day;
  readonly jobId?: string;
  readonly trajectId?: string;
  /** Ordered or paid, less recovered. Written-off money keeps counting. */
  readonly netCents: number;
  /** The part of it that is still only ordered. */
  readonly openCents: number;
  /** Tariff of the contract it was reckoned by; absent: that of the claim now being decided. */
  readonly tariffCents?: number;
  /** Day from which it has happened: ordered on, or paid on. */
  readonly happenedOn: Day;
  /** Ordinal of the append that ordered it first: smaller is earlier, equal is at the same time. */
  readonly orderedAt: number;
  /** The order or payment itself: what a decision names where this money stands in the way. */
  readonly eventId?: EventId;
}

/** What of the client's file a decision rests on: the visible facts, in recorded order, of the prefix that was known. */
export interface KnownFile {
  readonly revision: number;
  readonly facts: readonly RecordedFact[];
  readonly attributions: readonly RecordedAs<'AttributionDecided'>[];
  readonly payments: readonly Payment[];
}

/** Everything `assess` reads. `whatIf` puts another definition or tariff in the place of the one the terms choose. */
export interface Subject {
  readonly file: KnownFile;
  readonly claim: ClaimFacts;
  readonly terms: Terms;
  readonly asOf: Day;
  readonly whatIf?: { readonly definition?: DefinitionVersion; readonly tariffCents?: number };
}

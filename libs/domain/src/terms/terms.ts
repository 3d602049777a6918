import type { Day } from '../values/calendar-date.js';
import type { EventId } from '../values/ids.js';
import type { Period } from '../values/period.js';
import type { DefinitionVersion } from '../definitions/parameters.js';
import type { SourceSystem } from '../client-file/fact-fields.js';

/** One registration or amendment of a contract: what holds within its period. The latest recorded that covers a day decides. */
export interface ContractRegistration {
  readonly period: Period;
  readonly recordedBy?: EventId;
  readonly providerId: string;
  /** Of an amendment that puts the provider in the place of another: whose place that was. */
  readonly succeeds?: string;
  readonly definitionSetId: string;
  readonly fourEyesThresholdCents?: number;
  readonly objectionRegime?: 'AWB' | 'CONTRACT';
  readonly budgetCents?: number;
  readonly paymentTermDays?: number;
  readonly vat?: Vat;
  /** Grootboekrekening on which finance books what the contract pays. */
  readonly ledgerAccount?: string;
}

/** How tax on the contract's bonuses goes: none, inside the tariff, or on top of it. */
export interface Vat {
  readonly treatment: 'EXEMPT' | 'INCLUDED' | 'ADDED';
  readonly rateBp?: number | undefined;
}

export interface Tariff {
  readonly milestone: string;
  readonly cents: number;
  readonly period: Period;
  readonly recordedBy?: EventId;
}

export interface Contract {
  readonly contractId: string;
  /** In recorded order; R1 asks whether any of them was in force. */
  readonly registrations: readonly ContractRegistration[];
  readonly tariffs: readonly Tariff[];
}

/** A definition set as published, with the Amsterdam day on which it was (first) recorded (R49). */
export interface PublishedDefinition extends DefinitionVersion {
  readonly recordedOn: Day;
  readonly recordedBy?: EventId;
}

export interface Affiliation {
  readonly employerId: string;
  /** Absent: unsaid. */
  readonly kind?: 'OWNER' | 'SUBSIDIARY' | 'SAME_GROUP' | 'SUBCONTRACTOR';
  readonly period: Period;
  readonly recordedBy?: EventId;
}

/** A provider's account, without its number: that is in the vault. */
export interface Account {
  readonly accountId: string;
  readonly activeFrom: Day;
  /** The day on which another person confirmed it. */
  readonly confirmedOn?: Day;
}

/** A version of the rules with the day from which it decides. */
export interface ActiveRuleSet {
  readonly ruleSet: string;
  readonly from: Day;
}

/**
 * What a decision takes from outside the client's file, for one municipality: folded from the small streams `contract-…`,
 * `definition-…`, `provider-…`, `source-…` and `rules-…`.
 */
export interface Terms {
  readonly municipality: string;
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly definitions: ReadonlyMap<string, readonly PublishedDefinition[]>;
  /** By provider. */
  readonly affiliations: ReadonlyMap<string, readonly Affiliation[]>;
  /** By provider, in recorded order. */
  readonly accounts: ReadonlyMap<string, readonly Account[]>;
  readonly watermarks: ReadonlyMap<SourceSystem, Day>;
  /** The event that told how far each register is complete. */
  readonly watermarkedBy: ReadonlyMap<SourceSystem, EventId>;
  /** Rule sets activated, in recorded order; before the first day of any the house's own holds. */
  readonly ruleSets: readonly ActiveRuleSet[];
  /** Last revision folded of each stream, by stream name; a stream not in it has no events. */
  readonly revisions: ReadonlyMap<string, number>;
}

/** The rules as they stand in `rules.md` 3.6; another reading is another name beside it, never an edit. */
export const RULE_SET = 'NL-RULES@1';

export const noTerms = (municipality: string): Terms => ({
  municipality,
  contracts: new Map(),
  definitions: new Map(),
  affiliations: new Map(),
  accounts: new Map(),
  watermarks: new Map(),
  watermarkedBy: new Map(),
  ruleSets: [],
  revisions: new Map(),
});

/** The rule set that decides on a day: the one activated from the latest day, of one day the last recorded. */
export function ruleSetOn({ ruleSets }: Pick<Terms, 'ruleSets'>, day: Day): string {
  let holds: ActiveRuleSet | undefined;
  for (const one of ruleSets) if (one.from <= day && (holds === undefined || one.from >= holds.from)) holds = one;
  return holds?.ruleSet ?? RULE_SET;
}

export type TermsKind = 'contract' | 'definition' | 'provider' | 'source' | 'rules';
export const termsStream = (kind: TermsKind, municipality: string, id?: string): string =>
  id === undefined ? `${kind}-${municipality}` : `${kind}-${municipality}-${id}`;

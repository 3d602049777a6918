import {
  emptyContract,
  withAmendment,
  withRegistration,
  withTariff,
} from '../contracts-and-tariffs/contract-on-day.js';
import type { ContractEvent } from '../contracts-and-tariffs/events.js';
import type { DefinitionEvent, RuleSetEvent } from '../definitions/events.js';
import type { EventOf, Recorded, RecordedOf } from '../event.js';
import type { AffiliationRegistered, ProviderEvent, SourceEvent } from '../providers/events.js';
import { amsterdamDay, dayOf } from '../values/calendar-date.js';
import { periodOf } from '../values/period.js';
import type { Account, Affiliation, Contract, PublishedDefinition, Terms } from './terms.js';

type TermsEvent = ContractEvent | DefinitionEvent | RuleSetEvent | ProviderEvent | SourceEvent;

/**
 * Folds one event of a terms stream. Total: an event of another kind changes nothing but the stream's revision, which every
 * determination names in its basis.
 */
export function evolveTerms(terms: Terms, stream: string, recorded: Recorded): Terms {
  const revisions = new Map(terms.revisions).set(stream, recorded.revision);
  return { ...folded(terms, recorded as RecordedOf<TermsEvent>), revisions };
}

function folded(terms: Terms, event: RecordedOf<TermsEvent>): Terms {
  switch (event.type) {
    case 'ContractRegistered':
      return withContract(terms, event.payload.contractId, (contract) => withRegistration(contract, event));
    case 'ContractAmended':
      return withContract(terms, event.payload.contractId, (contract) => withAmendment(contract, event));
    case 'TariffSet':
      return withContract(terms, event.payload.contractId, (contract) => withTariff(contract, event));
    case 'DefinitionSetPublished':
      return withDefinition(terms, event);
    case 'AffiliationRegistered':
      return withAffiliation(terms, event);
    case 'SourceWatermark': {
      const { system, completeThrough } = event.payload;
      const through = dayOf(completeThrough);
      const known = terms.watermarks.get(system);
      if (known !== undefined && known >= through) return terms;
      return {
        ...terms,
        watermarks: new Map(terms.watermarks).set(system, through),
        watermarkedBy: new Map(terms.watermarkedBy).set(system, event.id),
      };
    }
    case 'RuleSetActivated':
      return {
        ...terms,
        ruleSets: [...terms.ruleSets, { ruleSet: event.payload.ruleSet, from: dayOf(event.payload.validFrom) }],
      };
    case 'BankAccountRegistered': {
      const { providerId, accountId, activeFrom } = event.payload;
      return withAccounts(terms, providerId, (known) => [...known, { accountId, activeFrom: dayOf(activeFrom) }]);
    }
    case 'BankAccountConfirmed': {
      const { providerId, accountId, confirmedOn } = event.payload;
      const confirmed = (one: Account): Account =>
        one.accountId === accountId ? { ...one, confirmedOn: dayOf(confirmedOn) } : one;
      return withAccounts(terms, providerId, (known) => known.map(confirmed));
    }
    case 'ProviderRegistered':
      return terms; // No decision on a claim reads it.
    default:
      event satisfies never;
      return terms;
  }
}

function withContract(terms: Terms, contractId: string, change: (contract: Contract) => Contract): Terms {
  const contract = change(terms.contracts.get(contractId) ?? emptyContract(contractId));
  return { ...terms, contracts: new Map(terms.contracts).set(contractId, contract) };
}

/** A version is never edited: a second publication of the same one changes nothing, so the first day of recording stands (R49). */
function withDefinition(terms: Terms, { id, payload, recordedAt }: RecordedOf<DefinitionEvent>): Terms {
  const { definitionId, version, parameters, validFrom, validTo, source } = payload;
  const versions = terms.definitions.get(definitionId) ?? [];
  if (versions.some((published) => published.version === version)) return terms;
  const published: PublishedDefinition = {
    definitionId,
    version,
    parameters,
    validFrom,
    ...(validTo !== undefined && { validTo }),
    recordedBy: id,
    recordedOn: source?.recordedOn === undefined ? amsterdamDay(recordedAt) : dayOf(source.recordedOn),
  };
  return { ...terms, definitions: new Map(terms.definitions).set(definitionId, [...versions, published]) };
}

function withAccounts(
  terms: Terms,
  providerId: string,
  change: (known: readonly Account[]) => readonly Account[],
): Terms {
  const accounts = change(terms.accounts.get(providerId) ?? []);
  return { ...terms, accounts: new Map(terms.accounts).set(providerId, accounts) };
}

/** The same tie recorded anew, from the same day on, replaces the earlier record: so it gets its end. */
function withAffiliation(terms: Terms, { id, payload }: RecordedOf<EventOf<typeof AffiliationRegistered>>): Terms {
  const { providerId, employerId, kind } = payload;
  const period = periodOf(payload);
  const others = (terms.affiliations.get(providerId) ?? []).filter(
    (known) => known.employerId !== employerId || known.kind !== kind || known.period.from !== period.from,
  );
  const affiliation: Affiliation = { employerId, kind, period, recordedBy: id };
  return { ...terms, affiliations: new Map(terms.affiliations).set(providerId, [...others, affiliation]) };
}

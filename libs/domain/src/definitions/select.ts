import { agreedOn } from '../contracts-and-tariffs/contract-on-day.js';
import type { Contract, PublishedDefinition, Terms } from '../terms/terms.js';
import { type Day, dayOf } from '../values/calendar-date.js';
import { covers, periodOf } from '../values/period.js';
import type { DefinitionParameters } from './parameters.js';

/** By which days a definition set and its version are chosen for one claim. */
export interface Choosing {
  /** The day on which the contract must say which set applies: the traject's start, without one the day of submission. */
  readonly contractOn: Day;
  /** No version recorded after this day may apply (R49). */
  readonly trajectStartOn?: Day | undefined;
  /** The day a version is chosen by: what its own versionSelector names; absent where that day is not known. */
  readonly selectorOn: (parameters: DefinitionParameters) => Day | undefined;
}

/** The set a contract names: by what held on the day, and where nothing did (R1 fails) by what was registered last. */
export const definitionSetOf = (contract: Contract, contractOn: Day): string | undefined =>
  agreedOn(contract, contractOn)?.definitionSetId;

/**
 * The version that applies (R6): of the contract's set, in force on the day its own selector names, and on record before the
 * traject began; of several the one in force from the latest day, then the highest number.
 */
export function selectDefinition(
  { definitions }: Terms,
  contract: Contract,
  { contractOn, trajectStartOn, selectorOn }: Choosing,
): PublishedDefinition | undefined {
  const set = definitionSetOf(contract, contractOn);
  const versions = set === undefined ? undefined : definitions.get(set);
  return versions
    ?.filter(({ recordedOn }) => trajectStartOn === undefined || recordedOn <= trajectStartOn)
    .filter((version) => {
      const on = selectorOn(version.parameters);
      return on !== undefined && covers(periodOf(version), on);
    })
    .toSorted((a, b) => dayOf(b.validFrom) - dayOf(a.validFrom) || b.version - a.version)[0];
}

import type { UsedFact } from '@uitkomst/domain';

/** By the id an answer names them with: several pieces of evidence may have come with one event. */
export type Facts = ReadonlyMap<string, UsedFact>;

export const eachOnce = (facts: Facts): UsedFact[] => [
  ...new Map([...facts.values()].map((fact) => [fact.eventId, fact])).values(),
];

/** The events an answer rests on, of those that are told. */
export const evidenceIn = (facts: Facts, named: readonly string[]): UsedFact['eventId'][] => [
  ...new Set(named.flatMap((id) => facts.get(id)?.eventId ?? [])),
];

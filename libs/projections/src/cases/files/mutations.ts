import type { CaseFile, MutationsFile } from './case-file.js';

type Mutation = MutationsFile['mutations'][number];

/** The claim that every mutation submits again, and when it is decided. */
const CLAIM = 'c1';
const SUBMITTED_ON = '2009-03-10';
const DECIDED_AT = '2009-04-02';

/** The base case with one change, asked one question; undefined when the base lacks the claim. */
export function mutated(base: CaseFile, { name, remove, add, preset, expect }: Mutation): CaseFile | undefined {
  if (!base.claims.some(({ id }) => id === CLAIM)) return undefined;
  return {
    case: name,
    preset: preset ?? base.preset,
    facts: [...base.facts.filter(({ e }) => !remove.includes(e)), ...add],
    claims: base.claims.map((claim) => (claim.id === CLAIM ? { ...claim, submitted: SUBMITTED_ON } : claim)),
    checks: [{ c: CLAIM, at: DECIDED_AT, expect }],
  };
}

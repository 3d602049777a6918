import fc from 'fast-check';
import { pastOf, type Draw, type Past } from '@uitkomst/domain/testing';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 0x7fffffff));
const RUNS = Number(process.env['RUNS'] ?? 1000);

/** How often a property is tried, and from where; a failure is shrunk and can be had again. */
export const runs = { seed: SEED, numRuns: RUNS };

export const printSeed = (): void => {
  process.stdout.write(`SEED=${SEED} RUNS=${RUNS}\n`);
};

/** Chance that can be repeated and shrunk. */
const chance = fc.gen().map((value): Draw => ({
  oneOf: (...values) => value(fc.constantFrom, ...values),
  upTo: (max) => value(fc.nat, max),
}));

/** Facts of a client as they might be, most of them ordinary, in the order in which they were told. */
export const anyPast: fc.Arbitrary<readonly Past[]> = chance.map((draw) =>
  pastOf(draw).flatMap(({ on: _on, ...past }) => (past.type === 'ReviewResolved' ? [] : [past])),
);

import fc from 'fast-check';
import { pastOf, type Draw, type Past } from '@uitkomst/domain/testing';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 0x7fffffff));
const RUNS = Number(process.env['RUNS'] ?? 1000);

/** How often a property is tried, and from where; a failure is shrunk and can be had again. */
export const runs = { seed: SEED, numRuns: RUNS };

export const printSeed = (): void => {
  process.stdout.write(`SEED=${SEED} RUNS=${RUNS}\n`);
};

/** Counts what the histories came to, so that a property is not kept by nothing happening. */
export class Reached {
  private readonly times = new Map<string, number>();

  add(what: string): void {
    this.times.set(what, (this.times.get(what) ?? 0) + 1);
  }

  /** What of these never happened; a few runs need not come to everything. */
  missing(...what: readonly string[]): readonly string[] {
    return RUNS < 1000 ? [] : what.filter((one) => !this.times.has(one));
  }
}

/** Chance that can be repeated and shrunk. */
const chance = fc.gen().map((value): Draw => ({
  oneOf: (...values) => value(fc.constantFrom, ...values),
  upTo: (max) => value(fc.nat, max),
}));

/** Facts of a client as they might be, most of them ordinary, in the order in which they were told. */
export const anyPast: fc.Arbitrary<readonly Past[]> = chance.map((draw) =>
  pastOf(draw).flatMap(({ on: _on, ...past }) => (past.type === 'ReviewResolved' ? [] : [past])),
);

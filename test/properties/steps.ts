import fc from 'fast-check';
import { C1, C2, C3 } from '@uitkomst/domain/testing';

/** What people, registers and the bank may do to a client's file; the last ones are things that take several people. */
export const KINDS = [
  'submit',
  'approve',
  'second',
  'refuse',
  'order',
  'paid',
  'failed',
  'cancelled',
  'returned',
  'tell',
  'hear',
  'reclaim',
  'letGo',
  'settle',
  'writeOff',
  'attribute',
  'review',
  'complete',
  'withdraw',
  'expire',
  'notify',
  'relapse',
  'funder',
  'statement',
  'link',
  'retract',
  'look',
  'pay',
  'back',
  'undone',
  'split',
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that happens: to which claim, by the how-manieth person, so many days after the one before. */
export interface Step {
  readonly kind: Kind;
  readonly claimId: typeof C1 | typeof C2 | typeof C3;
  readonly who: number;
  readonly days: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    // What leads to money is done more often, so that it is reached.
    { weight: 3, arbitrary: fc.constantFrom<Kind[]>('submit', 'pay', 'paid', 'undone', 'undone', 'undone', 'split') },
    // … and what brings it back.
    { weight: 2, arbitrary: fc.constantFrom<Kind[]>('back', 'back', 'tell', 'reclaim', 'settle', 'letGo') },
    { weight: 4, arbitrary: fc.constantFrom<Kind[]>(...KINDS) },
  ),
  claimId: fc.constantFrom<Step['claimId'][]>(C1, C2, C3),
  who: fc.integer({ min: 1, max: 4 }),
  days: fc.integer({ min: 0, max: 25 }),
});

export const steps = (atMost: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(step, { minLength: 4, maxLength: atMost });

import fc from 'fast-check';
import type { RecordedAs } from '@uitkomst/domain';
import { printSeed, Reached, runs } from './chance.js';
import { history, play, type Played } from './played.js';

// P1, P2, P6, P8 and P9 are proven on the rules themselves, in libs/domain/src/assessment/assess.property.spec.ts; P2 on the worked
// cases in test/cases. P10 is proven there of one decision; here of whatever is recorded, officers' answers and rivals' money included.
beforeAll(printSeed);

const determinations = ({ stream }: Played): readonly RecordedAs<'ClaimDetermined'>[] =>
  stream.filter((event): event is RecordedAs<'ClaimDetermined'> => event.type === 'ClaimDetermined');

describe('whatever is recorded of a claim', () => {
  it('P10: every rejection has a code, and every code that fails names what it rests on or what is missing', () => {
    const reached = new Reached();
    fc.assert(
      fc.property(history(20), (told) => {
        const last = [...play(told)].at(-1);
        if (last === undefined) return;
        const places = new Map(last.stream.map(({ id, revision }) => [id, revision]));
        for (const { payload, revision } of determinations(last)) {
          const { outcome, fail, rules } = payload;
          if (outcome !== 'REJECTED' && outcome !== 'CLAWBACK') continue;
          expect(fail.length).toBeGreaterThan(0);
          for (const code of fail) {
            const failing = rules.filter((answer) => answer.result === 'FAIL' && answer.code === code);
            const named = failing.flatMap(({ evidence = [] }) => evidence);
            const missing = failing.flatMap((answer) => answer.missing ?? []);
            expect([code, named.length + missing.length]).not.toEqual([code, 0]);
            // What is named stands on this file, and stood there when it was decided.
            for (const id of named) expect(places.get(id) ?? Infinity).toBeLessThan(revision);
            reached.add(code);
          }
        }
      }),
      runs,
    );
    expect(
      reached.missing('OUTFLOW_ALREADY_PAID', 'RELAPSE_WITHIN_SUSTAIN', 'OUTFLOW_CREDITED_TO_OTHER', 'NO_ASSIGNMENT'),
    ).toEqual([]);
  });
});

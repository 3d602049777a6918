import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical, canonicalOnce } from './canonical.js';

test('every value has the text that RFC 8785 gives it', () => {
  const keys = fc.oneof(
    fc.string(),
    fc.constantFrom('10', '9', '1', '', '__proto__', 'constructor', 'é', '\u{1f600}', 'a\u0000b', 'a,b', '"'),
  );
  const values = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
    ),
  })).value;
  fc.assert(
    fc.property(
      values,
      (value) => canonical(value) === canonicalize(value) && canonicalOnce(value) === canonicalize(value),
    ),
    { numRuns: 2_000 },
  );
});

test('what is not there is not written', () => {
  expect(canonical({ b: undefined, a: 1, c: [] })).toBe('{"a":1,"c":[]}');
});

test('a value without a canonical text is refused, not guessed', () => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    () => 1,
    Symbol('x'),
    1n,
    ['\ud800'],
    { '\udc00': 1 },
  ])
    expect(() => canonical(value)).toThrow(TypeError);
});

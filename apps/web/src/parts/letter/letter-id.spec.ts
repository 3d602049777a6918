import { letterIdOf, letterNameOf } from './letter-id.js';
import { nl } from './letter.nl.js';

test('a letter that a screen named is told by its kind in words, one that the municipality named by that name', () => {
  const letterId = letterIdOf('CLAWBACK_PROPOSED', '01a22cda-2ac5-7ea1-9e5a-a66a6b60d2bf');
  expect(letterNameOf(letterId, nl.kinds)).toBe('voornemen tot terugvordering A66A6B60D2BF');
  expect(letterNameOf('BRIEF_1', nl.kinds)).toBe('BRIEF_1');
});

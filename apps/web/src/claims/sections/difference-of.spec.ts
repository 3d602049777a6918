import { differenceOf } from './difference-of.js';

const reason = (code: string, kind: 'FAIL' | 'OPEN') => ({ code, kind, text: [] });
const [missing, failed] = [reason('EVIDENCE_MISSING', 'OPEN'), reason('EVIDENCE_MISSING', 'FAIL')];
const subsidised = reason('SUBSIDISED_EMPLOYMENT', 'FAIL');

test.each([
  ['the first decision came with all its reasons', [], [subsidised], { came: [subsidised], went: [] }],
  ['evidence that was handed in went', [missing], [], { came: [], went: [missing] }],
  ['the same reasons are no difference', [missing], [missing], { came: [], went: [] }],
  ['what was open and now fails is a difference', [missing], [failed], { came: [failed], went: [missing] }],
])('%s', (_title, before, after, difference) => expect(differenceOf(before, after)).toEqual(difference));

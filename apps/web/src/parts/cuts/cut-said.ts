import { dayText, instantText } from '../../shell/language/format.js';
import type { Cut } from './cut.js';
import { useCutsTexts } from './cuts-texts.js';

/** A cut in one phrase, as a heading of a column: "zoals op 06-04-2009, bekend op 06-04-2009". */
export function useCutSaid(): (cut: Cut) => string {
  const texts = useCutsTexts();
  return ({ asOf, knownAsOf }) =>
    texts.cut(
      asOf === '' ? texts.today : dayText(asOf),
      knownAsOf === '' ? texts.now : knownAsOf.length > 10 ? instantText(knownAsOf) : dayText(knownAsOf),
    );
}

import { dayText, instantText } from '../../shell/language/format.js';
import type { Cut } from './cut.js';
import { useCutsTexts } from './cuts-texts.js';

/** A cut in one phrase: "Stand op 06-04-2009, met wat nu bekend is". */
export function useCutSaid(): (cut: Cut) => string {
  const texts = useCutsTexts();
  return ({ asOf, knownAsOf }) =>
    [
      asOf === '' ? texts.ofToday : texts.onDay(dayText(asOf)),
      knownAsOf === '' ? texts.knownNow : texts.knownOn(momentText(knownAsOf)),
    ].join(', ');
}

/** A moment is a day, or an instant where one was asked for. */
const momentText = (moment: string): string => (moment.length > 10 ? instantText(moment) : dayText(moment));

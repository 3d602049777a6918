import { dayText } from '../../shell/language/format.js';
import { useLetterTexts } from './letter-texts.js';
import { useLetter, type LetterPlace } from './use-letter.js';

/** What the page of a letter is called: two letters of a claim differ in their days. */
export function useLetterTitle(place: LetterPlace): string {
  const texts = useLetterTexts();
  const letter = useLetter(place).data?.data;
  return letter === undefined ? texts.letter : texts.letterOf(dayText(letter.writtenOn));
}

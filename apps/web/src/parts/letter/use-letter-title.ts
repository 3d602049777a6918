import { useReading } from '../../shell/api/use-reading.js';
import { dayText } from '../../shell/language/format.js';
import { useLetterTexts } from './letter-texts.js';
import { useLetter, type LetterPlace } from './use-letter.js';

/** What the page of a letter is called, whoever reads it: two letters of a claim differ in their kinds or their days. */
export function useLetterTitle(place: LetterPlace): string {
  const texts = useLetterTexts();
  const { claimId, letterId } = place;
  const letter = useLetter(place).data?.data;
  const notices = useReading('/claims/{claimId}/bekendmakingen', { path: { claimId } });
  const kind = notices.data?.data.results.find((one) => one.letterId === letterId || one.eventId === letterId)?.kind;
  if (letter === undefined || kind === undefined) return texts.letter;
  return texts.letterOf(texts.kinds[kind], dayText(letter.writtenOn));
}

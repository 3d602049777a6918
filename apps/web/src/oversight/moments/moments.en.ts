import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './moments.nl.js';

export const en: Texts<typeof nl> = {
  title: 'All claims at two moments',
  intro: 'How many claims stood how, and for which amount, on one day and on another? And what made the difference?',
  first: 'First day',
  second: 'Second day',
  firstHint: 'How things stood on this day, with what was known at its end.',
  secondHint: 'The day you compare with.',
  wrongOrder: 'The second day must lie after the first.',
  compare: 'Compare',
  progress: 'The totals are being calculated…',
  calculated: (first: string, second: string) => `The totals of ${first} and ${second} stand side by side.`,
  differences: 'Claims that were decided differently, or for other reasons',
  none: 'Between these days no claim was decided differently.',
  incomplete: 'More changed in that time than fits here. Choose days that lie closer together.',
  claim: 'Claim',
  provider: 'Provider',
  outcomeFirst: 'On the first day',
  outcomeSecond: 'On the second day',
  notYet: 'not assessed yet',
  behind: 'What was recorded in that time',
  file: 'differences',
};

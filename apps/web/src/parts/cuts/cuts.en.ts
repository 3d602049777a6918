import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './cuts.nl.js';

export const en: Texts<typeof nl> = {
  dates: 'On which day, and what was known then?',
  first: 'First picture',
  second: 'Second picture',
  compare: 'Compare with a second picture',
  asOf: 'As of',
  asOfHint: 'As it was on this day. Empty: today.',
  knownAsOf: 'As known at',
  knownAsOfHint: 'What was known at the end of this day. Empty: all that is known now.',
  show: 'Show',
  onDay: (day) => `As of ${day}`,
  ofToday: 'As of today',
  knownOn: (moment) => `with what was known on ${moment}`,
  knownNow: 'with what is known now',
  past: 'You are looking at a past state.',
  pastIsClosed: 'Acting is possible in the present state only.',
  toNow: 'Back to now',
  lookBack: 'Look back: choose an as-of date and a known-as-of date',
};

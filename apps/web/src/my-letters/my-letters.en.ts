import type { Texts } from '../shell/language/texts.js';
import type { nl } from './my-letters.nl.js';

export const en: Texts<typeof nl> = {
  title: 'My letters',
  caption: 'Letters of the municipality, the newest first',
  claim: 'Claim',
  empty: 'You have no letters of the municipality yet.',
};

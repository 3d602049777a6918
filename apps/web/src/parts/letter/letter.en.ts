import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './letter.nl.js';

export const en: Texts<typeof nl> = {
  letters: 'Letters',
  letter: 'Letter',
  letterOf: (kind, day) => `Letter of ${day}: ${kind}`,
  kinds: {
    REJECTED: 'rejection',
    REDUCED: 'lower amount',
    INCOMPLETE: 'request for evidence',
    REVIEW: 'request for information',
    CLAWBACK_PROPOSED: 'intention to reclaim',
    CLAWBACK_DECIDED: 'decision to reclaim',
    EXPIRED: 'term passed',
    OBJECTION_DECIDED: 'decision on objection',
    POSITIVE: 'award',
  },
  sentOn: 'Sent on',
  respondUntilOn: 'Respond until',
  answer: 'Your answer',
  object: 'Object',
  none: 'No letter has been sent about this claim yet.',
  savePdf: 'Download as PDF',
};

import type { ReasonCode } from './codes.js';
import type { Label } from './labels.js';

/** Sentences that speak to the provider, as everybody else reads them: about the provider. */
export const STAFF_SENTENCES: Partial<Readonly<Record<ReasonCode, Label>>> = {
  NO_ASSIGNMENT: {
    nl: 'De gemeente heeft deze cliënt niet bij deze aanbieder geplaatst.',
    en: 'The municipality did not assign this client to this provider.',
  },
  EMPLOYER_AFFILIATED: {
    nl: 'De werkgever is verbonden aan de aanbieder.',
    en: 'The employer is affiliated with the provider.',
  },
  SELF_FOUND_ASSISTED: {
    nl: 'De cliënt vond de baan zelf; het aandeel van de aanbieder wordt beoordeeld.',
    en: "The client found the job; the provider's share is being assessed.",
  },
  CLIENT_DISPUTES_CONTRIBUTION: {
    nl: 'De cliënt verklaart dat de aanbieder niet heeft bijgedragen.',
    en: 'The client states the provider did not contribute.',
  },
  REOPENED_IN_FAVOUR: {
    nl: 'Heropend in het voordeel van de aanbieder.',
    en: "Reopened in the provider's favour.",
  },
};

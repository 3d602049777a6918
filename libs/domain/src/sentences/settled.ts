import type { Label } from './labels.js';

/** Sentences that say something is still to be done, as they are read once an officer or an objection has done it. */
export const SETTLED_SENTENCES: Readonly<
  Record<string, { readonly provider: Label; readonly staff: Label } | undefined>
> = {
  SELF_FOUND_ASSISTED: {
    provider: {
      nl: 'De cliënt vond de baan zelf; uw aandeel is beoordeeld.',
      en: 'The client found the job; your share has been assessed.',
    },
    staff: {
      nl: 'De cliënt vond de baan zelf; het aandeel van de aanbieder is beoordeeld.',
      en: "The client found the job; the provider's share has been assessed.",
    },
  },
};

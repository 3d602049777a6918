import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './answer.nl.js';

export const en: Texts<typeof nl> = {
  claims: 'My claims',
  claim: (name) => `Claim ${name}`,
  complete: 'Add evidence',
  completeExplained: 'The municipality asks for this evidence. It then assesses the claim again.',
  completed: 'The evidence has been added.',
  noEvidence: 'Choose at least one file.',
  send: 'Send',
  respondUntilOn: 'You can add it until',
  hearing: 'Give your view',
  hearingExplained:
    'The municipality intends to reclaim the bonus. Say here what you think of it, before it decides. You can answer once.',
  why: 'Why',
  heardBefore: 'You have given your view already.',
  hearingOver: 'You can no longer give your view: the municipality has decided.',
  hearingUntilOn: 'You can give your view until',
  amount: 'Amount',
  position: 'Do you agree?',
  positions: { AGREES: 'yes, I agree', DISPUTES: 'no, I do not agree' },
  heard: 'Your view has been recorded.',
};

import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './proof.nl.js';

export const en: Texts<typeof nl> = {
  event: 'Event',
  ledger: 'Ledger',
  recordedAt: 'Recorded at',
  recordedBy: 'By',
  dossier: 'File',
  number: 'Number',
  content: 'What was recorded',
  proof: 'Proof, checked in your browser',
  holds: 'The proof holds.',
  holdsMeans:
    'What you read here is what was recorded then. It stands unchanged in the sealed ledger. Your browser checked that itself.',
  fails: 'The proof does not hold.',
  failsAdvice:
    'What the server sent is not what stands in the sealed ledger. Do not trust these data. Keep this page and tell the administrator.',
  steps: 'What was checked',
  step: 'Check',
  result: 'Result',
  right: 'holds',
  wrong: 'does not hold',
  stepNames: {
    ASKED: 'This is the event that was asked for',
    CONTENT: 'What you read is what the leaf of the ledger holds; nothing was left out',
    LEAF: 'The leaf has the fingerprint the server names',
    PLACE: 'The leaf stands in its place in the ledger under the seal',
    SEAL: 'The seal is signed with the published key',
  },
  material: 'What it was checked with',
  place: 'Place',
  placeOf: (place, size) => `leaf ${place} of ${size}`,
  leafHash: 'Fingerprint of the leaf',
  leaf: 'Leaf',
  path: 'Way to the root',
  checkpoint: 'Seal',
  keys: 'Published keys',
};

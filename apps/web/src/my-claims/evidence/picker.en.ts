import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './picker.nl.js';

export const en: Texts<typeof nl> = {
  fileHint:
    'We keep a PDF, PNG or JPEG of 20 MB at most, so that the municipality can read it. We do not keep the name of the file. Of any other file we only record the fingerprint: keep it yourself, the municipality may ask for it.',
  where: 'Where the file stays',
  here: 'we keep it',
  withYou: 'with you; we only record its fingerprint',
  remove: (name) => `Remove ${name}`,
  removeHead: 'Remove',
  chosen: 'Evidence chosen',
  noneChosen: 'You have not chosen any evidence yet.',
  required: 'This contract asks as evidence',
  present: 'chosen',
  missing: 'still missing',
};

import type { Texts } from '../shell/language/texts.js';
import type { nl } from './parts.nl.js';

export const en: Texts<typeof nl> = {
  breadcrumbs: 'Breadcrumbs',
  busy: 'Busy…',
  loading: 'Fetching…',
  none: 'There is nothing.',
  optional: '(optional)',
  required: (label) => `Fill in: ${label}.`,
  misshapen: (label) => `Check the spelling of: ${label}.`,
  faults: (count) => (count === 1 ? 'There is one error' : `There are ${count} errors`),
  unreachable: 'No connection',
  unreachableAdvice: 'The server cannot be reached now. Try again: nothing can be recorded twice.',
  trace: (traceId) => `Reference for the administrator: ${traceId}`,
  cancel: 'Cancel',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  savePdf: 'Download as PDF',
  reason: 'Reason',
  reasonKind: 'Meaning',
  reasonKinds: { FAIL: 'not met', OPEN: 'still open', INFO: 'for information' },
  until: 'Until',
  noReasons: 'No reasons are given.',
};

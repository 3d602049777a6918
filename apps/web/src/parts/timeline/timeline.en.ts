import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './timeline.nl.js';

export const en: Texts<typeof nl> = {
  title: 'Course of events',
  drawing: 'Drawing of the course of events; the same is in the table below it.',
  asTable: 'Course of events as a table',
  what: 'What',
  from: 'From',
  to: 'Until',
  running: 'goes on',
  employer: (id) => `employer ${id}`,
  lanes: {
    benefit: 'Benefit',
    traject: 'Traject',
    job: 'Job',
    subsidy: 'Job subsidy',
    window: 'Sustain period',
  },
  marks: {
    claim: 'Claim submitted',
    independence: 'Independence date',
    maturity: 'Period full',
    payment: 'Paid',
    application: 'Application started',
  },
};

import type { DeskRow } from '@uitkomst/contracts';
import { wordsIn, type Table } from '../shell/http/tables/whole-lists.js';
import type { Language } from '../shell/http/wanted/language.js';

/** The werkvoorraad as a file: what its page shows of a claim, with what makes it stand out as codes and in words. */
export const DESK_TABLE: Table = {
  name: 'werkvoorraad',
  columns: [
    'claimId',
    'providerReference',
    'dossierRef',
    'providerId',
    'jobId',
    'state',
    'stateText',
    'outcome',
    'attention',
    'attentionTexts',
    'cents',
    'toPayCents',
    'outstandingCents',
    'submittedOn',
    'dueOn',
    'untilOn',
    'decideByOn',
    'noticeSinceOn',
    'definition',
  ],
  rowOf: (row: DeskRow, language) => {
    const codes = attentionOf(row);
    return {
      claimId: row.claimId,
      providerReference: row.providerReference,
      dossierRef: row.dossierRef,
      providerId: row.providerId,
      jobId: row.jobId,
      state: row.state,
      stateText: wordsIn(row.stateText, language),
      outcome: row.outcome,
      attention: codes.join(' '),
      attentionTexts: codes.map((code) => ATTENTION[code][language]).join(', '),
      cents: row.cents,
      toPayCents: row.toPayCents,
      outstandingCents: row.clawback?.outstandingCents,
      submittedOn: row.submittedOn,
      dueOn: row.dueOn,
      untilOn: row.untilOn,
      decideByOn: row.objection?.decideByOn,
      noticeSinceOn: row.notice?.sinceOn,
      definition: row.definition,
    };
  },
};

/** What makes a claim stand out, in the order of the page. */
const attentionOf = (row: DeskRow): readonly (keyof typeof ATTENTION)[] => [
  ...(row.contested ? (['CONTESTED'] as const) : []),
  ...(row.stale ? (['FRESH_APPROVAL'] as const) : []),
  ...(row.clawback === null ? [] : (['CLAWBACK'] as const)),
  ...(row.objection === null ? [] : (['OBJECTION'] as const)),
  ...row.alarms,
  ...(row.warning === null ? [] : (['NO_UNINVOLVED_PERSON'] as const)),
  ...(row.notice === null ? [] : (['NOTICE'] as const)),
];

const ATTENTION = {
  CONTESTED: { nl: 'betwist', en: 'contested' },
  FRESH_APPROVAL: { nl: 'fiat vervallen: besluit veranderde', en: 'approval void: decision changed' },
  CLAWBACK: { nl: 'terugvordering', en: 'clawback' },
  OBJECTION: { nl: 'bezwaar', en: 'objection' },
  LINE_MISMATCH: { nl: 'boeking past niet', en: 'booking does not fit' },
  NO_BANK_ANSWER: { nl: 'bank antwoordt niet', en: 'no answer from the bank' },
  NO_UNINVOLVED_PERSON: { nl: 'niemand mag dit nog doen', en: 'nobody left who may do this' },
  NOTICE: { nl: 'nog niet bekendgemaakt', en: 'not made known yet' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

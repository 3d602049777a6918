import type { z } from 'zod';
import type { BenefitEndReason, BenefitKind } from '../client-file/benefit/events.js';
import type { ClaimState } from '../client-file/claim/claim-state.js';
import type { NoticeKind, Outcome } from '../client-file/claim/events.js';
import type { EvidenceKind } from '../client-file/fact-fields.js';
import type { FUNDING_SCHEMES, WorkForm } from '../client-file/work/events.js';
import type { Language } from './format.js';

/** Words for a value of a closed list, to be read inside a sentence or as a heading. */
export type Label = Readonly<Record<Language, string>>;
type Labels<K extends string> = Readonly<Record<K, Label>>;

export const CLAIM_STATE_LABELS: Labels<ClaimState> = {
  SUBMITTED: { nl: 'ingediend', en: 'submitted' },
  INCOMPLETE: { nl: 'onvolledig', en: 'incomplete' },
  MATURING: { nl: 'termijn loopt', en: 'maturing' },
  VERIFYING: { nl: 'wacht op registers', en: 'verifying' },
  IN_REVIEW: { nl: 'in beoordeling', en: 'in review' },
  CONTESTED: { nl: 'betwist', en: 'contested' },
  ELIGIBLE: { nl: 'toekenbaar', en: 'eligible' },
  REJECTED: { nl: 'afgewezen', en: 'rejected' },
  APPROVED_1: { nl: 'eerste fiat gegeven', en: 'approved once' },
  APPROVED: { nl: 'gefiatteerd', en: 'approved' },
  PAYMENT_ORDERED: { nl: 'betaling opgedragen', en: 'payment ordered' },
  PAID: { nl: 'betaald', en: 'paid' },
  PAYMENT_FAILED: { nl: 'betaling mislukt', en: 'payment failed' },
  IN_OBJECTION: { nl: 'in bezwaar', en: 'in objection' },
  CLAWBACK_PROPOSED: { nl: 'terugvordering voorgenomen', en: 'clawback proposed' },
  CLAWBACK_DECIDED: { nl: 'terugvordering besloten', en: 'clawback decided' },
  RECOVERED: { nl: 'teruggevorderd', en: 'recovered' },
  WITHDRAWN: { nl: 'ingetrokken', en: 'withdrawn' },
  EXPIRED: { nl: 'verlopen', en: 'expired' },
  CLOSED: { nl: 'gesloten', en: 'closed' },
};

export const OUTCOME_LABELS: Labels<Outcome> = {
  ELIGIBLE: { nl: 'toekenbaar', en: 'eligible' },
  REJECTED: { nl: 'afgewezen', en: 'rejected' },
  PENDING: { nl: 'nog niet te beslissen', en: 'pending' },
  REVIEW: { nl: 'te beoordelen', en: 'in review' },
  CLAWBACK: { nl: 'terug te vorderen', en: 'to be reclaimed' },
};

export const WORK_FORM_LABELS: Labels<WorkForm> = {
  REGULAR: { nl: 'regulier dienstverband', en: 'regular employment' },
  AGENCY: { nl: 'uitzendwerk', en: 'agency work' },
  SELF: { nl: 'zelfstandige', en: 'self-employment' },
  PAYROLL: { nl: 'verloning', en: 'payroll placement' },
  DETACHERING: { nl: 'detachering', en: 'secondment' },
  SHELTERED: { nl: 'sociale werkvoorziening', en: 'sheltered employment' },
  UNPAID: { nl: 'stage of onbetaald werk', en: 'traineeship or unpaid work' },
};

export const BENEFIT_KIND_LABELS: Labels<BenefitKind> = {
  BIJSTAND: { nl: 'bijstand', en: 'welfare (bijstand)' },
  IOAW: { nl: 'IOAW', en: 'older workers (IOAW)' },
  IOAZ: { nl: 'IOAZ', en: 'former self-employed (IOAZ)' },
  BBZ: { nl: 'Bbz', en: 'self-employed (Bbz)' },
  WW: { nl: 'WW', en: 'unemployment (WW)' },
  ZW: { nl: 'Ziektewet', en: 'sickness (ZW)' },
  WAO: { nl: 'WAO', en: 'disability (WAO)' },
  WIA: { nl: 'WIA', en: 'disability (WIA)' },
  WAJONG: { nl: 'Wajong', en: 'young disabled (Wajong)' },
  ANW: { nl: 'Anw', en: 'survivors (Anw)' },
  OTHER: { nl: 'andere uitkering', en: 'another benefit' },
};

/** NO_BENEFIT: there was none to end. */
export const BENEFIT_END_LABELS: Labels<BenefitEndReason | 'NO_BENEFIT'> = {
  NO_BENEFIT: { nl: 'er was geen uitkering', en: 'there was no benefit' },
  WORK_EMPLOYMENT: { nl: 'werk in loondienst', en: 'employment' },
  WORK_SELF: { nl: 'werk als zelfstandige', en: 'self-employment' },
  WORK_FIRST: { nl: 'Work First', en: 'Work First' },
  EDUCATION: { nl: 'scholing', en: 'education' },
  MOVED: { nl: 'verhuizing', en: 'moved away' },
  PARTNER_INCOME: { nl: 'inkomen van de partner', en: 'income of the partner' },
  ASSETS: { nl: 'vermogen', en: 'assets' },
  OWN_REQUEST: { nl: 'eigen verzoek', en: 'own request' },
  NO_SHOW: { nl: 'niet verschenen', en: 'did not appear' },
  DETENTION: { nl: 'detentie', en: 'detention' },
  PENSION_AGE: { nl: 'pensioenleeftijd', en: 'pension age' },
  DEATH: { nl: 'overlijden', en: 'death' },
  MAX_DURATION: { nl: 'maximale duur bereikt', en: 'maximum duration reached' },
  UNKNOWN: { nl: 'onbekend', en: 'unknown' },
};

/** SHELTERED: the form of the work is itself paid from public money. */
export const FUNDING_SCHEME_LABELS: Labels<(typeof FUNDING_SCHEMES)[number] | 'SHELTERED'> = {
  SHELTERED: { nl: 'sociale werkvoorziening', en: 'sheltered employment' },
  WIW: { nl: 'WIW', en: 'WIW' },
  ID: { nl: 'ID-baan', en: 'ID job' },
  LOONKOSTENSUBSIDIE: { nl: 'loonkostensubsidie', en: 'wage subsidy' },
  WSW: { nl: 'Wsw', en: 'Wsw' },
  VERLONING: { nl: 'verloning', en: 'payroll placement' },
  WORK_FIRST: { nl: 'Work First', en: 'Work First' },
  OTHER: { nl: 'andere regeling', en: 'another scheme' },
};

/** What may be missing: kinds of evidence, and facts that someone has to record. */
export const MISSING_LABELS: Labels<z.infer<typeof EvidenceKind> | 'LADDER_STEP_ASSESSED' | 'WEEKLY_HOURS'> = {
  LADDER_STEP_ASSESSED: { nl: 'vastgestelde hogere trede', en: 'assessed higher ladder step' },
  WEEKLY_HOURS: { nl: 'uren per week', en: 'hours per week' },
  CONTRACT: { nl: 'arbeidscontract', en: 'employment contract' },
  PAYSLIP: { nl: 'loonstrook', en: 'payslip' },
  EMPLOYER_STATEMENT: { nl: 'werkgeversverklaring', en: "employer's statement" },
  KVK_EXTRACT: { nl: 'uittreksel KvK', en: 'KvK extract' },
  CLIENT_FORM: { nl: 'cliëntformulier', en: 'client form' },
  LETTER: { nl: 'brief', en: 'letter' },
  OTHER: { nl: 'ander bewijsstuk', en: 'other document' },
};

export const NOTICE_KIND_LABELS: Labels<z.infer<typeof NoticeKind>> = {
  POSITIVE: { nl: 'toekenning', en: 'award' },
  REJECTED: { nl: 'afwijzing', en: 'rejection' },
  REDUCED: { nl: 'toekenning van een lager bedrag', en: 'award of a lower amount' },
  INCOMPLETE: { nl: 'verzoek om bewijs', en: 'request for evidence' },
  REVIEW: { nl: 'verzoek om informatie', en: 'request for information' },
  CLAWBACK_PROPOSED: { nl: 'voornemen tot terugvordering', en: 'proposed clawback' },
  CLAWBACK_DECIDED: { nl: 'besluit tot terugvordering', en: 'decided clawback' },
  EXPIRED: { nl: 'verlopen declaratie', en: 'expired claim' },
  OBJECTION_DECIDED: { nl: 'beslissing op bezwaar', en: 'decision on objection' },
};

/** A table's word for a value; a value it does not know is said as it is. */
export const labelOf = (labels: Readonly<Record<string, Label>>, value: string, language: Language): string =>
  labels[value]?.[language] ?? value;

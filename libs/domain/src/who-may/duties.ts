import type { Role } from '../event.js';
import type { Label } from '../sentences/labels.js';

/** What people do with one claim and its money, in the order in which it comes up. */
export const DUTIES = [
  'REGISTER_ACCOUNT',
  'CONFIRM_ACCOUNT',
  'RESOLVE_REVIEW',
  'DECIDE_ATTRIBUTION',
  'REFUSE_APPROVAL',
  'LIFT_REFUSAL',
  'APPROVE_1',
  'APPROVE_2',
  'PREPARE_BATCH',
  'RELEASE_BATCH',
  'RELEASE_NOTICE',
  'DECIDE_CLAWBACK',
  'WITHDRAW_CLAWBACK',
  'WRITE_OFF_CLAWBACK',
  'DECIDE_OBJECTION',
] as const;
export type Duty = (typeof DUTIES)[number];

export interface DutyRule extends Label {
  readonly roles: readonly Role[];
  /** Whoever did one of these on the same claim may not do this one, whatever role they act in. */
  readonly notAfter: readonly Duty[];
}

const SHAPING = ['RESOLVE_REVIEW', 'DECIDE_ATTRIBUTION'] as const;
const PAYING = ['APPROVE_1', 'APPROVE_2', 'PREPARE_BATCH', 'RELEASE_BATCH'] as const;
const RECLAIMING = ['DECIDE_CLAWBACK', 'WITHDRAW_CLAWBACK', 'WRITE_OFF_CLAWBACK'] as const;
const REFUSING = ['REFUSE_APPROVAL', 'LIFT_REFUSAL'] as const;

/**
 * Who may do what after whom (R42; life-cycle §6, Who), as the deciders have it: a spec walks every pair through them and compares.
 * By subject id: two roles of one person are one person.
 */
export const WHO_MAY: Readonly<Record<Duty, DutyRule>> = {
  REGISTER_ACCOUNT: { roles: ['CONTRACTS'], notAfter: [], nl: 'rekening vastleggen', en: 'register an account' },
  CONFIRM_ACCOUNT: {
    roles: ['FINANCE'],
    notAfter: ['REGISTER_ACCOUNT'],
    nl: 'rekening bevestigen',
    en: 'confirm an account',
  },
  RESOLVE_REVIEW: { roles: ['OFFICER'], notAfter: [], nl: 'beoordeling afdoen', en: 'resolve a review' },
  DECIDE_ATTRIBUTION: { roles: ['OFFICER'], notAfter: [], nl: 'toerekenen', en: 'decide the attribution' },
  REFUSE_APPROVAL: { roles: ['OFFICER', 'APPROVER2'], notAfter: [], nl: 'fiat weigeren', en: 'refuse approval' },
  LIFT_REFUSAL: {
    roles: ['OFFICER'],
    notAfter: ['REFUSE_APPROVAL'],
    nl: 'geweigerd fiat opheffen',
    en: 'lift a refused approval',
  },
  APPROVE_1: { roles: ['OFFICER'], notAfter: SHAPING, nl: 'eerste fiat', en: 'approve first' },
  APPROVE_2: { roles: ['APPROVER2'], notAfter: [...SHAPING, 'APPROVE_1'], nl: 'tweede fiat', en: 'approve second' },
  PREPARE_BATCH: { roles: ['OFFICER'], notAfter: [], nl: 'batch klaarzetten', en: 'prepare a batch' },
  RELEASE_BATCH: {
    roles: ['OFFICER'],
    notAfter: [...SHAPING, 'APPROVE_1', 'APPROVE_2', 'PREPARE_BATCH'],
    nl: 'batch vrijgeven (betalen)',
    en: 'release a batch (pay)',
  },
  RELEASE_NOTICE: { roles: ['OFFICER'], notAfter: [], nl: 'besluit bekendmaken', en: 'release a notice' },
  DECIDE_CLAWBACK: { roles: ['APPROVER2'], notAfter: PAYING, nl: 'terugvordering besluiten', en: 'decide a clawback' },
  WITHDRAW_CLAWBACK: {
    roles: ['APPROVER2'],
    notAfter: PAYING,
    nl: 'terugvordering intrekken',
    en: 'withdraw a clawback',
  },
  WRITE_OFF_CLAWBACK: {
    roles: ['APPROVER2'],
    notAfter: PAYING,
    nl: 'terugvordering kwijtschelden',
    en: 'write off a clawback',
  },
  DECIDE_OBJECTION: {
    roles: ['APPROVER2'],
    notAfter: [...SHAPING, ...REFUSING, ...PAYING, 'RELEASE_NOTICE', ...RECLAIMING],
    nl: 'op bezwaar beslissen',
    en: 'decide an objection',
  },
};

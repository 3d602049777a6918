import type { LETTER_NL } from './letter-nl.js';

export const LETTER_EN = {
  TITLE_POSITIVE: 'Award of your claim',
  TITLE_REJECTED: 'Rejection of your claim',
  TITLE_REDUCED: 'Award of a lower amount',
  TITLE_INCOMPLETE: 'Request for evidence',
  TITLE_REVIEW: 'Request for information',
  TITLE_CLAWBACK_PROPOSED: 'Intention to reclaim',
  TITLE_CLAWBACK_DECIDED: 'Decision to reclaim',
  TITLE_EXPIRED: 'Your claim has expired',
  TITLE_OBJECTION_DECIDED: 'Decision on objection',

  NAME_POSITIVE: 'award',
  NAME_REJECTED: 'rejection',
  NAME_REDUCED: 'lower amount',
  NAME_INCOMPLETE: 'request for evidence',
  NAME_REVIEW: 'request for information',
  NAME_CLAWBACK_PROPOSED: 'intention to reclaim',
  NAME_CLAWBACK_DECIDED: 'decision to reclaim',
  NAME_EXPIRED: 'term passed',
  NAME_OBJECTION_DECIDED: 'decision on objection',

  MUNICIPALITY: 'Municipality',
  MUNICIPALITY_BY_CODE: 'municipality {no}',
  ADDRESSEE: 'To',
  THE_CLIENT: 'the client whom the claim is about',
  DATE: 'Date',
  LETTER: 'Reference of this letter',
  CLAIM: 'Number of the claim',
  YOUR_REFERENCE: 'Your reference',
  CLAWBACK: 'Number of the clawback',
  OBJECTION: 'Number of the objection',
  SUBMITTED: 'Submitted on',
  CONTRACT: 'Contract',
  DEFINITION: 'Definition set',

  POSITIVE: 'Your claim meets the conditions. The amount is {amount}.',
  PAID: 'Of this, {amount} was paid[ on {date}].',
  PAYMENT_FOLLOWS: 'It is paid once the payment has been approved.',
  REJECTED: 'The municipality rejects your claim[ of {claimed:cents}]. You receive no bonus for it.',
  REDUCED:
    'The municipality awards {amount} on your claim[; you claimed {claimed:cents}][; the tariff is {tariff:cents}].',
  INCOMPLETE: 'Your claim is not complete yet. Send what is missing[ by {date} at the latest].',
  INCOMPLETE_ELSE: 'If the evidence does not arrive in time, the claim expires.',
  REVIEW: 'The municipality cannot decide on your claim yet. You may send information and evidence[ until {date}].',
  CLAWBACK_PROPOSED: 'The municipality intends to reclaim {amount} of the bonus that was paid.',
  CLAWBACK_DECIDED: 'The municipality reclaims {amount} of the bonus that was paid.',
  CLAWBACK_HOW: 'You receive an invoice, or the amount is set off against a later payment.',
  EXPIRED: 'The evidence asked for did not arrive in time. Your claim expired[ on {date}].',
  OBJECTION_UPHELD: 'Your objection is upheld. The claim was assessed again; you will be told of the outcome.',
  OBJECTION_PARTLY: 'Your objection is upheld in part. The claim was assessed again.',
  OBJECTION_DISMISSED: 'Your objection is dismissed. The decision stands.',
  OBJECTION_INADMISSIBLE: 'Your objection is inadmissible. The decision stands.',

  REASONS: 'Why',
  REMARKS: 'What also matters',
  STILL_OPEN: 'What is missing or still open',

  HEADING_OBJECT: 'If you disagree with this decision',
  OBJECT: 'You may object to the municipal executive (college van burgemeester en wethouders)[, until {date}].',
  OBJECT_HOW:
    'The notice of objection states name and address of the objector, the date, this decision and why you disagree (article 6:5 of the General Administrative Law Act, Awb).',
  OBJECT_EFFECT:
    'Objecting does not suspend this decision. The provisional relief judge of the district court can grant interim relief on request (articles 6:16 and 8:81 Awb).',
  APPEAL: 'You may appeal to the district court[, until {date}] (articles 6:7 and 8:1 Awb).',
  DISPUTE:
    'The dispute clause of your contract[ {no}] applies to this claim. Report the dispute to the municipality[, until {date}], naming the number of the claim.',
  HEADING_HEARD: 'Your view',
  HEARD: 'Before the municipality decides you may give your view[, until {date}][ (article {no} Awb)].',
  HEARD_BY: 'After that, somebody decides who was not involved in the assessment or the payment.',
  HEADING_REQUEST: 'Not a decision',
  REQUEST: 'This request is not a decision to which you can object; you can object to the decision that follows.',
  REQUEST_CONTRACT:
    'This request is not a decision; the dispute clause of your contract applies to the decision that follows.',

  CLOSING: 'This letter names no persons. Please mention the number of the claim in any question.',
  LANGUAGE: 'The Dutch text of this letter is decisive.',
} as const satisfies Readonly<Record<keyof typeof LETTER_NL, string>>;

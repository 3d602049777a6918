import type { Say } from './letter.js';
import type { LetterSubject } from './subject.js';

/** What was decided, or is asked, in a few sentences. */
export function decisionWords(subject: LetterSubject, say: Say): readonly string[] {
  const { notice, submission, decision, about } = subject;
  const term = { date: notice.termUntilOn };
  const claimed = submission.cents;
  switch (notice.kind) {
    case 'POSITIVE':
      return [say('POSITIVE', { amount: decision?.cents }), paidWords(subject, say)];
    case 'REJECTED':
      return [say('REJECTED', { claimed })];
    case 'REDUCED': {
      const amounts = { amount: decision?.cents, claimed, tariff: decision?.tariffCents };
      return [say('REDUCED', amounts), paidWords(subject, say)];
    }
    case 'INCOMPLETE':
      return [say('INCOMPLETE', term), say('INCOMPLETE_ELSE')];
    case 'REVIEW':
      return [say('REVIEW', term)];
    case 'CLAWBACK_PROPOSED':
      return [say('CLAWBACK_PROPOSED', { amount: centsOf(about) })];
    case 'CLAWBACK_DECIDED':
      return [say('CLAWBACK_DECIDED', { amount: centsOf(about) }), say('CLAWBACK_HOW')];
    case 'EXPIRED':
      return [say('EXPIRED', { date: about?.type === 'ClaimExpired' ? about.payload.expiredOn : undefined })];
    case 'OBJECTION_DECIDED':
      return about?.type === 'ObjectionDecided' ? [say(`OBJECTION_${about.payload.outcome}`)] : [];
    default:
      return notice.kind satisfies never;
  }
}

function paidWords({ paid }: LetterSubject, say: Say): string {
  const last = paid.at(-1);
  if (last === undefined) return say('PAYMENT_FOLLOWS');
  return say('PAID', { amount: paid.reduce((sum, { cents }) => sum + cents, 0), date: last.paidOn });
}

const centsOf = (about: LetterSubject['about']): number | undefined =>
  about?.type === 'ClawbackProposed' || about?.type === 'ClawbackDecided' ? about.payload.cents : undefined;

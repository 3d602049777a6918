import type { RecordedFact } from '../../parts/facts/facts-table.js';
import type { Schema } from '../../shell/api/client.js';

interface Duty {
  readonly duty: string;
  readonly text: Schema<'Text'>;
  readonly notAfter: readonly string[];
}

/** Which events show that somebody did a duty on a claim. */
const SHOWN_BY: Readonly<Record<string, string>> = {
  RESOLVE_REVIEW: 'ReviewResolved',
  DECIDE_ATTRIBUTION: 'AttributionDecided',
  APPROVE_1: 'ApprovalGiven',
  APPROVE_2: 'ApprovalGiven',
  PREPARE_BATCH: 'PaymentOrdered',
  RELEASE_BATCH: 'PaymentOrdered',
  REFUSE_APPROVAL: 'ApprovalRefused',
};

interface Asked {
  readonly duty: string;
  readonly duties: readonly Duty[];
  readonly events: readonly RecordedFact[];
  readonly claimId: string;
  readonly subject: string;
}

/**
 * The duties somebody did on this claim that bar them from another one (R41, R42). Only to say so beforehand: the server decides,
 * and knows more.
 */
export function barredBy({ duty, duties, events, claimId, subject }: Asked): readonly Duty[] {
  const own = events.filter(({ actor, fields }) => actor === subject && (fields['claimId'] ?? claimId) === claimId);
  const bars = duties.find((one) => one.duty === duty)?.notAfter ?? [];
  return duties.filter(({ duty: done }) => bars.includes(done) && own.some((event) => didDuty(event, done)));
}

function didDuty({ type, fields }: RecordedFact, duty: string): boolean {
  if (type !== SHOWN_BY[duty]) return false;
  return type !== 'ApprovalGiven' || fields['step'] === (duty === 'APPROVE_1' ? 1 : 2);
}

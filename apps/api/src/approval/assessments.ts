import type { Assessments } from '@uitkomst/contracts';
import { inRun, personOf, type ClaimRecord, type RecordedAs } from '@uitkomst/domain';
import { clientStream, plain, type Ledger } from '@uitkomst/ledger';

type Assessment = RecordedAs<'ApprovalGiven'> | RecordedAs<'ApprovalRefused'>;

/** Every approval of a claim and every refusal of one, void ones too: they are read from the stream, because a fold lets go of them. */
export async function assessmentsOf(ledger: Ledger, municipality: string, claim: ClaimRecord): Promise<Assessments> {
  const results: Assessments['results'] = [];
  for await (const event of ledger.readStream(clientStream(municipality, personOf(claim.claimId)))) {
    if (event.type !== 'ApprovalGiven' && event.type !== 'ApprovalRefused') continue;
    const assessment = plain(event) as Assessment;
    if (assessment.payload.claimId === claim.claimId) results.push(shown(assessment, claim));
  }
  return { results };
}

function shown(event: Assessment, claim: ClaimRecord): Assessments['results'][number] {
  const { determinationId, decisionHash } = event.payload;
  const about = {
    eventId: event.id,
    determinationId,
    decisionHash,
    actor: event.actor.id,
    recordedAt: event.recordedAt,
    holds: inRun(claim, determinationId),
  };
  return event.type === 'ApprovalGiven'
    ? { ...about, decision: 'APPROVE', step: event.payload.step }
    : { ...about, decision: 'REFUSE', grounds: event.payload.grounds };
}

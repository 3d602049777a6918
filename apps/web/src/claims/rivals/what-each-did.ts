import { textIn } from '../../parts/facts/field.js';
import type { RecordedFact } from '../../parts/facts/facts-table.js';
import type { Sharer } from './shares.js';

/** What the file says of one claimant: the facts an officer weighs one provider against another by. */
export interface Claimant {
  readonly claimId: string;
  readonly providerId: string;
  readonly submittedOn: string | undefined;
  readonly jobId: string | undefined;
  readonly assigned: RecordedFact | undefined;
  readonly intakeOn: string | undefined;
  readonly application: RecordedFact | undefined;
  readonly services: readonly RecordedFact[];
  readonly decision: RecordedFact | undefined;
}

const ofType = (events: readonly RecordedFact[], type: string): RecordedFact[] =>
  events.filter((event) => event.type === type && !event.retracted);

/** The claimants of a file in the order in which they claimed. */
export function claimantsIn(events: readonly RecordedFact[]): readonly Claimant[] {
  return ofType(events, 'ClaimSubmitted').map(({ fields }) => {
    const claimId = textIn(fields, 'claimId') ?? '';
    const providerId = textIn(fields, 'providerId') ?? '';
    const jobId = textIn(fields, 'jobId');
    const assigned = ofType(events, 'TrajectAssigned').findLast((event) => event.fields['providerId'] === providerId);
    const trajectId = textIn(fields, 'trajectId') ?? (assigned && textIn(assigned.fields, 'trajectId'));
    const onTraject = (event: RecordedFact): boolean =>
      trajectId !== undefined && event.fields['trajectId'] === trajectId;
    const intake = ofType(events, 'IntakeHeld').find(onTraject);
    return {
      claimId,
      providerId,
      submittedOn: textIn(fields, 'submittedOn'),
      jobId,
      assigned,
      intakeOn: (intake && textIn(intake.fields, 'validFrom')) ?? (assigned && textIn(assigned.fields, 'intakeOn')),
      application: ofType(events, 'ApplicationStarted').find((event) => event.fields['jobId'] === jobId),
      services: ofType(events, 'ServiceDelivered').filter(onTraject),
      decision: ofType(events, 'ClaimDetermined').findLast((event) => event.fields['claimId'] === claimId),
    };
  });
}

const ENDED: ReadonlySet<string> = new Set(['WITHDRAWN', 'EXPIRED', 'CLOSED']);

/** Who may share in what these claims earn, and who of them has no claim left that can. */
export const sharersOf = (claimants: readonly Claimant[], states: ReadonlyMap<string, string>): readonly Sharer[] =>
  [...new Set(claimants.map(({ providerId }) => providerId))].map((providerId) => ({
    providerId,
    ended: claimants.every((one) => one.providerId !== providerId || ENDED.has(states.get(one.claimId) ?? '')),
  }));

/** What clients and others said about the job or a provider's part in it. */
export const statementsIn = (events: readonly RecordedFact[]): readonly RecordedFact[] =>
  ['ClientStatement', 'ExternalClaimReported', 'PlacementConfirmed', 'SelfPlacementConfirmed'].flatMap((type) =>
    ofType(events, type),
  );

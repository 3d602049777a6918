import type { RecordedAs } from '../events.js';

/** Money asked back of one claim. At most one is open per claim. */
export interface Clawback {
  readonly clawbackId: string;
  readonly claimId: string;
  readonly state: 'PROPOSED' | 'DECIDED' | 'WITHDRAWN';
  readonly proposedCents: number;
  readonly decidedCents: number;
  /** Settled by invoice or offset: money that came back. */
  readonly recoveredCents: number;
  /** Given up: never counts as recovered. */
  readonly writtenOffCents: number;
  readonly heard: boolean;
  /** The first determination of the run of equal hashes it was proposed on. */
  readonly runId?: string;
}

type ClawbackEvent =
  | RecordedAs<'ClawbackProposed'>
  | RecordedAs<'ClawbackHeard'>
  | RecordedAs<'ClawbackDecided'>
  | RecordedAs<'ClawbackWithdrawn'>
  | RecordedAs<'ClawbackSettled'>;

export function evolveClawbacks(
  clawbacks: readonly Clawback[],
  event: ClawbackEvent,
  runId: string | undefined,
): readonly Clawback[] {
  const change = (to: (clawback: Clawback) => Clawback): readonly Clawback[] =>
    clawbacks.map((clawback) => (clawback.clawbackId === event.payload.clawbackId ? to(clawback) : clawback));
  switch (event.type) {
    case 'ClawbackProposed':
      return [...clawbacks, proposed(event, runId)];
    case 'ClawbackHeard':
      return change((clawback) => ({ ...clawback, heard: true }));
    case 'ClawbackDecided':
      return change((clawback) => ({ ...clawback, state: 'DECIDED', decidedCents: event.payload.cents }));
    case 'ClawbackWithdrawn':
      return change((clawback) => ({ ...clawback, state: 'WITHDRAWN' }));
    case 'ClawbackSettled':
      return change((clawback) => settled(clawback, event));
    default:
      return event satisfies never;
  }
}

function proposed({ payload }: RecordedAs<'ClawbackProposed'>, runId: string | undefined): Clawback {
  return {
    clawbackId: payload.clawbackId,
    claimId: payload.claimId,
    state: 'PROPOSED',
    proposedCents: payload.cents,
    decidedCents: 0,
    recoveredCents: 0,
    writtenOffCents: 0,
    heard: false,
    ...(runId === undefined ? {} : { runId }),
  };
}

function settled(clawback: Clawback, { payload }: RecordedAs<'ClawbackSettled'>): Clawback {
  if (payload.method === 'WRITE_OFF') return { ...clawback, writtenOffCents: clawback.writtenOffCents + payload.cents };
  return { ...clawback, recoveredCents: clawback.recoveredCents + payload.cents };
}

export const ofClaim = <T extends { readonly claimId: string }>(all: readonly T[], claimId: string): readonly T[] =>
  all.filter((one) => one.claimId === claimId);

export const recoveredCents = (clawbacks: readonly Clawback[], claimId: string): number =>
  ofClaim(clawbacks, claimId).reduce((sum, clawback) => sum + clawback.recoveredCents, 0);

export const writtenOffCents = (clawbacks: readonly Clawback[], claimId: string): number =>
  ofClaim(clawbacks, claimId).reduce((sum, clawback) => sum + clawback.writtenOffCents, 0);

/** What a decided clawback still asks for. */
export const outstandingCents = (clawback: Clawback): number =>
  clawback.state === 'DECIDED' ? clawback.decidedCents - clawback.recoveredCents - clawback.writtenOffCents : 0;

import type { Schema } from '../../shell/api/client.js';

type Timeline = Schema<'Timeline'>;
type TimelineEvent = Schema<'TimelineEvent'>;

/** An event that is part of one picture and not of the other, or counts in one only. */
export interface ChangedEvent {
  readonly event: TimelineEvent;
  readonly change: 'ONLY_FIRST' | 'ONLY_SECOND' | 'RETRACTED_IN_FIRST' | 'RETRACTED_IN_SECOND';
}

/** A claim whose standing differs between two pictures; undefined where it was not there yet. */
export interface ChangedClaim {
  readonly claimId: string;
  readonly first: string | undefined;
  readonly second: string | undefined;
}

/** The events behind the difference of two pictures of one file, in the order in which they were recorded. */
export function changedEvents(first: Timeline, second: Timeline): readonly ChangedEvent[] {
  const inFirst = new Map(first.events.map((event) => [event.eventId, event]));
  const inSecond = new Map(second.events.map((event) => [event.eventId, event]));
  const changed = [...new Map([...inFirst, ...inSecond]).values()].flatMap((event): ChangedEvent[] => {
    const one = inFirst.get(event.eventId);
    const two = inSecond.get(event.eventId);
    if (one === undefined) return [{ event, change: 'ONLY_SECOND' }];
    if (two === undefined) return [{ event, change: 'ONLY_FIRST' }];
    if (one.retracted === two.retracted) return [];
    return [{ event, change: one.retracted ? 'RETRACTED_IN_FIRST' : 'RETRACTED_IN_SECOND' }];
  });
  return changed.toSorted((a, b) => (a.event.revision ?? 0) - (b.event.revision ?? 0));
}

/** Claims of the file that stand differently in the two pictures. */
export function changedClaims(first: Timeline, second: Timeline): readonly ChangedClaim[] {
  const states = ({ claims }: Timeline): Map<string, string> =>
    new Map(claims.map(({ claimId, state }) => [claimId, state]));
  const before = states(first);
  const after = states(second);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((claimId) => ({ claimId, first: before.get(claimId), second: after.get(claimId) }))
    .filter((claim) => claim.first !== claim.second);
}

import type { Act } from '@uitkomst/contracts';
import { EVENT_CATALOGUE, type Role } from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { isStaff, type Principal } from '../auth/principal.js';

/** With who acted: for who works at the municipality. */
export const staffAct = (event: RecordedEvent): Act => ({ ...withoutPeople(event), actor: event.actor.id });

/** Who acted is for staff and auditors; others read in which role. */
export const withoutPeople = ({ id: eventId, type, recordedAt, actor, payload }: RecordedEvent): Act => ({
  eventId,
  type,
  recordedAt,
  role: actor.role,
  fields: payload as Record<string, unknown>,
});

/** Only the fields that the event's own definition gives to providers; an event without any is not for their eyes at all. */
export function providerAct(event: RecordedEvent): Act | undefined {
  const audienceOf = EVENT_CATALOGUE[event.type]?.audienceOf ?? {};
  const fields = Object.entries(event.payload as object).filter(([field]) => {
    const audience = audienceOf[field];
    return audience === 'open' || audience === 'provider';
  });
  return fields.length === 0 ? undefined : { ...withoutPeople(event), fields: Object.fromEntries(fields) };
}

/** Whether they recorded it, or somebody of their organisation in the same role. */
export const isOwnAct = ({ roles, orgId }: Principal, { actor }: Pick<RecordedEvent, 'actor'>): boolean =>
  actor.orgId === orgId && roles.some((role: Role) => role === actor.role);

/** An act on what this reader may know of. What they recorded themselves they read in full, like staff and the client it is about. */
export function shownAct(principal: Principal, event: RecordedEvent): Act | undefined {
  if (isStaff(principal)) return staffAct(event);
  if (principal.personRef !== undefined || isOwnAct(principal, event)) return withoutPeople(event);
  return providerAct(event);
}

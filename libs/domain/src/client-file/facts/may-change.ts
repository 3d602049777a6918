import type { Actor } from '../../event.js';
import type { EventId } from '../../values/ids.js';
import type { FileRefusal } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { isFactType } from '../events.js';
import { MAY_RETRACT } from './may-record.js';

/** Who may correct or retract what somebody recorded: the same role (a provider only its own), the benefits office, an auditor. */
export const mayChange = (recorder: Actor, { role, orgId }: Actor): boolean =>
  MAY_RETRACT.includes(role) || (recorder.role === role && (role !== 'PROVIDER' || recorder.orgId === orgId));

/** Why that event cannot be corrected or retracted by this actor: only facts can, and only once (rulings §3.6). */
export function whyUnchangeable(file: ClientFile, target: EventId, actor: Actor): FileRefusal | undefined {
  const seen = file.seen.find(({ id }) => id === target);
  if (seen === undefined) return 'NOT_FOUND';
  // A provider is not told what others recorded.
  if (!mayChange(seen.actor, actor)) return actor.role === 'PROVIDER' ? 'NOT_FOUND' : 'ROLE_MAY_NOT_RECORD';
  return isFactType(seen.type) && !seen.hidden ? undefined : 'FACT_NOT_RETRACTABLE';
}

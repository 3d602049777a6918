import type { Role } from '@uitkomst/domain';
import { CASE_STREAM } from './case-ids.js';

/** A fact of a case as it is offered to the ledger. */
export interface CaseEvent {
  readonly stream: string;
  readonly type: string;
  readonly payload: object;
  readonly role: Role;
}

/** On the client's own stream. */
export const onFile = (type: string, role: Role, payload: object): CaseEvent => ({
  stream: CASE_STREAM,
  type,
  payload,
  role,
});

import type { Asking, Decision } from '../decider.js';
import type { Actor } from '../event.js';
import type { Terms } from '../terms/terms.js';
import type { ClaimRecord } from './claim/claim.js';
import type { Clawback } from './clawback/clawbacks.js';
import type { ClientFileCommand, ClientFileCommandType } from './commands.js';
import type { ClientFileEvent } from './events.js';
import type { Objection } from './objection/objections.js';

/** What a decision about a client's file may know besides the file. */
export interface FileAsking extends Asking {
  readonly terms: Terms;
  /** The id that the event at this place of the decision will have: determinations name facts of their own append as evidence. */
  idOf(index: number): string;
  /** Days a negative decision must have stood unchanged before an officer may release its notice; default 5. */
  readonly quietDays?: number;
  /** Days an account must have been confirmed before money goes there; default 7. */
  readonly coolingDays?: number;
}

/** An event as a decision makes it; a consequence has an actor of its own (SYSTEM), else it is who asked. */
export type DecidedFileEvent = ClientFileEvent & { readonly actor?: Actor };

/** Why something asked of a client's file was not done. All but the first group are class C codes of the catalogue. */
export type FileRefusal =
  | 'NOT_FOUND'
  | 'VERSION_STALE'
  | 'ALREADY_REGISTERED'
  | 'UNKNOWN_REFERENCE'
  | 'INVALID_PERIOD'
  | 'ALREADY_ENDED'
  | 'ID_REUSED'
  | 'SOURCE_REF_REUSED'
  | 'SHARES_INVALID'
  | 'ROLE_MAY_NOT_RECORD'
  | 'DUPLICATE_SUBMISSION'
  | 'STATE_FORBIDS'
  | 'TERM_PASSED'
  | 'TERM_NOT_PASSED'
  | 'CODE_NOT_RESOLVABLE'
  | 'FACT_NOT_RETRACTABLE'
  | 'DECISION_STALE'
  | 'SECOND_APPROVAL_REQUIRED'
  | 'SEPARATION_OF_DUTIES'
  | 'PAYMENT_ALREADY_ORDERED'
  | 'ACCOUNT_NOT_CONFIRMED'
  | 'LINE_MISMATCH'
  | 'AMOUNT_ABOVE_OUTSTANDING'
  | 'BUDGET_CEILING_REACHED'
  | 'HEARING_TERM_RUNNING'
  | 'CLAWBACK_TIME_BARRED'
  | 'NO_GROUND';

export type FileDecision = Decision<DecidedFileEvent, FileRefusal>;

export type Command<T extends ClientFileCommandType> = Extract<ClientFileCommand, { type: T }>;

/** A command about a claim that the file holds and that the asker may see. */
export type ClaimCommand<T extends ClientFileCommandType> = Command<T> & { readonly claim: ClaimRecord };

/** A command about a clawback of a claim on the file. */
export type ClawbackCommand<T extends ClientFileCommandType> = ClaimCommand<T> & { readonly clawback: Clawback };

/** A command about an objection against a decision on a claim of the file. */
export type ObjectionCommand<T extends ClientFileCommandType> = ClaimCommand<T> & { readonly objection: Objection };

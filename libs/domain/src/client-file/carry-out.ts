import { accept } from '../decider.js';
import { aboutOf } from './about.js';
import { approve } from './approval/approve.js';
import { refuseApproval } from './approval/refuse-approval.js';
import { closeClaim } from './claim/close-claim.js';
import { completeClaim } from './claim/complete-claim.js';
import { decideAttribution } from './claim/decide-attribution.js';
import { expireClaim } from './claim/expire-claim.js';
import { releaseNotice } from './claim/release-notice.js';
import { requestEvidence } from './claim/request-evidence.js';
import { resolveReview } from './claim/resolve-review.js';
import { submitClaim } from './claim/submit-claim.js';
import { withdrawClaim } from './claim/withdraw-claim.js';
import { decideClawback } from './clawback/decide-clawback.js';
import { hearClawback } from './clawback/hear-clawback.js';
import { proposeClawback } from './clawback/propose-clawback.js';
import { settleClawback } from './clawback/settle-clawback.js';
import { withdrawClawback } from './clawback/withdraw-clawback.js';
import { writeOffClawback } from './clawback/write-off-clawback.js';
import { correctFact } from './facts/correct-fact.js';
import { recordFact } from './facts/record-fact.js';
import { retractFact } from './facts/retract-fact.js';
import { decideObjection } from './objection/decide-objection.js';
import { fileObjection } from './objection/file-objection.js';
import { withdrawObjection } from './objection/withdraw-objection.js';
import { orderPayment } from './payment/order-payment.js';
import { cancelOrder, recheckOrder } from './payment/recheck-order.js';
import { reportMismatch, resolveMismatch } from './payment/resolve-mismatch.js';
import { failPayment, settlePayment } from './payment/settle-payment.js';
import { returnPayment } from './payment/return-payment.js';
import { eraseSubject, refuseErasure } from './privacy/erase-subject.js';
import { registerClient } from './registration/register-client.js';
import type { ClawbackCommand, FileAsking, FileDecision, ObjectionCommand } from './asking.js';
import type { ClaimRecord } from './claim/claim.js';
import type { ClientFile } from './client-file.js';
import type { ClientFileCommand, ClientFileCommandType } from './commands.js';

/** About the file as a whole; every other command is about one of its claims. */
const ON_FILE = [
  'RegisterClient',
  'RecordFact',
  'RetractFact',
  'CorrectFact',
  'SubmitClaim',
  'DecideAttribution',
  'EraseSubject',
  'RefuseErasure',
  'Redetermine',
] as const;
type OnFileCommand = Extract<ClientFileCommand, { type: (typeof ON_FILE)[number] }>;
type OnClaimCommand = Exclude<ClientFileCommand, OnFileCommand>;

const isOnFile = (command: ClientFileCommand): command is OnFileCommand =>
  (ON_FILE as readonly string[]).includes(command.type);

/** Hands a command to its own file: whether it makes sense here, and what it adds. */
export const carryOut = (file: ClientFile, command: ClientFileCommand, asking: FileAsking): FileDecision =>
  isOnFile(command) ? onFile(file, command, asking) : onClaim(file, command, asking);

function onFile(file: ClientFile, command: OnFileCommand, asking: FileAsking): FileDecision {
  switch (command.type) {
    case 'RegisterClient':
      return registerClient(file, command);
    case 'RecordFact':
      return recordFact(file, command, asking);
    case 'RetractFact':
      return retractFact(file, command, asking);
    case 'CorrectFact':
      return correctFact(file, command, asking);
    case 'SubmitClaim':
      return submitClaim(file, command, asking);
    case 'DecideAttribution':
      return decideAttribution(file, command, asking);
    case 'EraseSubject':
      return eraseSubject(file, command, asking);
    case 'RefuseErasure':
      return refuseErasure(file, command, asking);
    case 'Redetermine':
      return accept(); // Done already: every live claim was decided again.
    default:
      return command satisfies never;
  }
}

function onClaim(file: ClientFile, command: OnClaimCommand, asking: FileAsking): FileDecision {
  switch (command.type) {
    case 'CompleteClaim':
      return completeClaim(file, on(file, command), asking);
    case 'WithdrawClaim':
      return withdrawClaim(file, on(file, command), asking);
    case 'ExpireClaim':
      return expireClaim(file, on(file, command), asking);
    case 'CloseClaim':
      return closeClaim(file, on(file, command), asking);
    case 'ResolveReview':
      return resolveReview(file, on(file, command), asking);
    case 'RequestEvidence':
      return requestEvidence(file, on(file, command), asking);
    case 'Approve':
      return approve(file, on(file, command), asking);
    case 'RefuseApproval':
      return refuseApproval(file, on(file, command), asking);
    case 'OrderPayment':
      return orderPayment(file, on(file, command), asking);
    case 'RecheckOrder':
      return recheckOrder(file, on(file, command), asking);
    case 'CancelOrder':
      return cancelOrder(file, command, asking);
    case 'SettlePayment':
      return settlePayment(file, command);
    case 'FailPayment':
      return failPayment(file, command);
    case 'ReportMismatch':
      return reportMismatch(file, command, asking);
    case 'ResolveMismatch':
      return resolveMismatch(file, command, asking);
    case 'ReturnPayment':
      return returnPayment(file, on(file, command), asking);
    case 'ReleaseNotice':
      return releaseNotice(file, on(file, command), asking);
    case 'ProposeClawback':
      return proposeClawback(file, on(file, command), asking);
    case 'HearClawback':
      return hearClawback(file, onClawback(file, command), asking);
    case 'DecideClawback':
      return decideClawback(file, onClawback(file, command), asking);
    case 'WithdrawClawback':
      return withdrawClawback(file, onClawback(file, command), asking);
    case 'SettleClawback':
      return settleClawback(file, onClawback(file, command), asking);
    case 'WriteOffClawback':
      return writeOffClawback(file, onClawback(file, command), asking);
    case 'FileObjection':
      return fileObjection(file, on(file, command), asking);
    case 'WithdrawObjection':
      return withdrawObjection(file, onObjection(file, command), asking);
    case 'DecideObjection':
      return decideObjection(file, onObjection(file, command), asking);
    default:
      return command satisfies never;
  }
}

/** The command with the claim it is about, as it stands after being decided again. */
function on<C extends OnClaimCommand>(file: ClientFile, command: C): C & { readonly claim: ClaimRecord } {
  const { claim } = aboutOf(file, command);
  if (claim === undefined) throw new RangeError(`${command.type} is about no claim on this file`);
  return { ...command, claim };
}

function onClawback<C extends OnClaimCommand>(
  file: ClientFile,
  command: C,
): C & Pick<ClawbackCommand<ClientFileCommandType>, 'claim' | 'clawback'> {
  const { clawback } = aboutOf(file, command);
  if (clawback === undefined) throw new RangeError(`${command.type} is about no clawback on this file`);
  return { ...on(file, command), clawback };
}

function onObjection<C extends OnClaimCommand>(
  file: ClientFile,
  command: C,
): C & Pick<ObjectionCommand<ClientFileCommandType>, 'claim' | 'objection'> {
  const { objection } = aboutOf(file, command);
  if (objection === undefined) throw new RangeError(`${command.type} is about no objection on this file`);
  return { ...on(file, command), objection };
}

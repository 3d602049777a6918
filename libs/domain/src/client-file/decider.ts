import { accept, refuse } from '../decider.js';
import type { Role } from '../event.js';
import { approve } from './approval/approve.js';
import { refuseApproval } from './approval/refuse-approval.js';
import type { FileAsking, FileDecision } from './asking.js';
import type { ClaimRecord } from './claim/claim.js';
import { completeClaim } from './claim/complete-claim.js';
import { attributionsOf, decideAttribution } from './claim/decide-attribution.js';
import { expireClaim } from './claim/expire-claim.js';
import { releaseNotice } from './claim/release-notice.js';
import { resolveReview } from './claim/resolve-review.js';
import { submitClaim } from './claim/submit-claim.js';
import { withdrawClaim } from './claim/withdraw-claim.js';
import type { ClientFile } from './client-file.js';
import type { ClientFileCommand, ClientFileCommandType } from './commands.js';
import { mayHaveChanged, redetermined } from './determination/redetermine.js';
import { drafted, draftOn } from './draft.js';
import { correctFact } from './facts/correct-fact.js';
import { MAY_RECORD, MAY_RETRACT, mayRecord, maySay } from './facts/may-record.js';
import { isHidden, recordFact } from './facts/record-fact.js';
import { retractFact } from './facts/retract-fact.js';
import { orderPayment } from './payment/order-payment.js';
import { registerClient } from './registration/register-client.js';

/** Who may ask what. What of it is allowed on this file, the guards of each command say. */
export const FILE_COMMANDS: Readonly<Record<ClientFileCommandType, readonly Role[]>> = {
  RegisterClient: ['CASEMGR'],
  RecordFact: [...new Set(Object.values(MAY_RECORD).flat())],
  RetractFact: [...new Set([...Object.values(MAY_RECORD).flat(), ...MAY_RETRACT])],
  CorrectFact: [...new Set([...Object.values(MAY_RECORD).flat(), ...MAY_RETRACT])],
  SubmitClaim: ['PROVIDER'],
  CompleteClaim: ['PROVIDER'],
  WithdrawClaim: ['PROVIDER'],
  ExpireClaim: ['SYSTEM'],
  Redetermine: ['SYSTEM'],
  ResolveReview: ['OFFICER'],
  DecideAttribution: ['OFFICER'],
  Approve: ['OFFICER', 'APPROVER2'],
  RefuseApproval: ['OFFICER', 'APPROVER2'],
  OrderPayment: ['OFFICER', 'SYSTEM'],
  ReleaseNotice: ['OFFICER'],
};

/**
 * What a command adds to a client's file. In the order of life-cycle §1: may the role, is it there, has it moved on; then every claim
 * that may have changed is decided again at today, the command's own guards look at that, and whatever the command changes is decided
 * in the same append: there is no moment at which an approval rests on an outdated outcome.
 */
export function decideClientFile(file: ClientFile, command: ClientFileCommand, asking: FileAsking): FileDecision {
  if (!mayAsk(command, asking)) return refuse('ROLE_MAY_NOT_RECORD');
  if (isMissing(file, command, asking)) return refuse('NOT_FOUND');
  if (isOutdated(file, command)) return refuse('VERSION_STALE');
  if (file.registration.mergedInto !== undefined || file.erasedOn !== undefined) return refuse('STATE_FORBIDS');
  const now = redetermined(
    draftOn(file),
    asking,
    (claim) => isActedOn(command, claim) || mayHaveChanged(claim, asking),
  );
  const { events, refusal } = carryOut(now.file, command, asking);
  // Whoever acted on an outdated decision is shown the new one; other refusals record nothing.
  if (refusal !== undefined) return { events: refusal.code === 'DECISION_STALE' ? now.events : [], refusal };
  if (events.length === 0 && command.type !== 'Redetermine') return accept();
  const done = drafted(now, asking, ...events);
  return { events: redetermined(done, asking, touched(now.file, done.file)).events };
}

function mayAsk(command: ClientFileCommand, { actor }: FileAsking): boolean {
  if (command.type === 'RecordFact') return mayRecord(command.fact, actor);
  if (command.type === 'CorrectFact' && !maySay(command.fact, actor)) return false;
  return FILE_COMMANDS[command.type].includes(actor.role);
}

/** To a provider, another's claim does not exist. */
function isMissing(file: ClientFile, command: ClientFileCommand, { actor }: FileAsking): boolean {
  if (command.type === 'RegisterClient' || command.type === 'SubmitClaim') return false;
  if (!('claimId' in command)) return isHidden(file, actor);
  const claim = file.claims.get(command.claimId);
  return claim === undefined || (actor.role === 'PROVIDER' && claim.submission.payload.providerId !== actor.orgId);
}

function isOutdated(file: ClientFile, command: ClientFileCommand): boolean {
  if (!('ifMatch' in command) || command.ifMatch === undefined) return false;
  if (command.type === 'DecideAttribution') return command.ifMatch !== attributionsOf(file, command.jobId);
  return command.ifMatch !== file.claims.get(command.claimId)?.changes;
}

/** A decision somebody acts on is made again whatever the terms it rests on say of themselves. */
const isActedOn = (command: ClientFileCommand, { claimId }: ClaimRecord): boolean =>
  command.type === 'Redetermine' || ('claimId' in command && command.claimId === claimId);

/** The claims for which something that the rules read changed. */
function touched(before: ClientFile, after: ClientFile): (claim: ClaimRecord) => boolean {
  const all =
    before.facts !== after.facts ||
    before.attributions !== after.attributions ||
    before.payments !== after.payments ||
    before.clawbacks !== after.clawbacks ||
    before.objections !== after.objections;
  return (claim) => {
    const earlier = before.claims.get(claim.claimId);
    return all || earlier === undefined || earlier.evidence !== claim.evidence || earlier.reviews !== claim.reviews;
  };
}

function carryOut(file: ClientFile, command: ClientFileCommand, asking: FileAsking): FileDecision {
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
    case 'Redetermine':
      return accept(); // Done already: every live claim was decided again.
    case 'CompleteClaim':
      return completeClaim(file, on(file, command), asking);
    case 'WithdrawClaim':
      return withdrawClaim(file, on(file, command), asking);
    case 'ExpireClaim':
      return expireClaim(file, on(file, command), asking);
    case 'ResolveReview':
      return resolveReview(file, on(file, command), asking);
    case 'Approve':
      return approve(file, on(file, command), asking);
    case 'RefuseApproval':
      return refuseApproval(file, on(file, command), asking);
    case 'OrderPayment':
      return orderPayment(file, on(file, command), asking);
    case 'ReleaseNotice':
      return releaseNotice(file, on(file, command), asking);
    default:
      return command satisfies never;
  }
}

/** The command with the claim it is about, as it stands after being decided again. */
function on<C extends { readonly claimId: string }>(file: ClientFile, command: C): C & { readonly claim: ClaimRecord } {
  const claim = file.claims.get(command.claimId);
  if (claim === undefined) throw new RangeError(`No claim ${command.claimId} on this file`);
  return { ...command, claim };
}

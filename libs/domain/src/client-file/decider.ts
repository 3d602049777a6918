import { accept, refuse } from '../decider.js';
import type { Role } from '../event.js';
import { aboutOf, mayKnowOf } from './about.js';
import { carryOut } from './carry-out.js';
import type { FileAsking, FileDecision } from './asking.js';
import type { ClaimRecord } from './claim/claim.js';
import { attributionsOf } from './claim/decide-attribution.js';
import { withClawbacksDue } from './clawback/clawbacks-due.js';
import type { ClientFile } from './client-file.js';
import type { ClientFileCommand, ClientFileCommandType } from './commands.js';
import { type Chosen, mayHaveChanged, redetermined } from './determination/redetermine.js';
import { drafted, draftOn, type Draft } from './draft.js';
import { MAY_RECORD, MAY_RETRACT, mayRecord, maySay } from './facts/may-record.js';
import { isHidden } from './facts/record-fact.js';
import { relinked } from './facts/relink-jobs.js';

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
  ReturnPayment: ['FINANCE', 'SYSTEM'],
  RecheckOrder: ['SYSTEM'],
  CancelOrder: ['SYSTEM'],
  SettlePayment: ['FINANCE'],
  FailPayment: ['FINANCE'],
  ReportMismatch: ['FINANCE'],
  ResolveMismatch: ['FINANCE'],
  ReleaseNotice: ['OFFICER'],
  RequestEvidence: ['OFFICER'],
  CloseClaim: ['SYSTEM'],
  EraseSubject: ['APPROVER2'],
  RefuseErasure: ['APPROVER2'],
  ProposeClawback: ['OFFICER', 'SYSTEM'],
  HearClawback: ['PROVIDER'],
  DecideClawback: ['APPROVER2'],
  WithdrawClawback: ['APPROVER2'],
  SettleClawback: ['FINANCE', 'SYSTEM'],
  WriteOffClawback: ['APPROVER2'],
  FileObjection: ['PROVIDER', 'CLIENT'],
  WithdrawObjection: ['PROVIDER', 'CLIENT'],
  DecideObjection: ['APPROVER2'],
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
  const about = aboutOf(file, command).claim?.claimId;
  const actedOn = (claim: ClaimRecord): boolean => command.type === 'Redetermine' || claim.claimId === about;
  const now = decided(draftOn(file), asking, {
    isChosen: (claim) => actedOn(claim) || mayHaveChanged(claim, asking),
    answeredId: ANSWERS.has(command.type) ? about : undefined,
  });
  const { events, refusal } = carryOut(now.file, command, asking);
  // Whoever acted on an outdated decision is shown the new one; other refusals record nothing.
  if (refusal !== undefined) return { events: refusal.code === 'DECISION_STALE' ? now.events : [], refusal };
  if (events.length === 0 && !LOOKS.has(command.type)) return accept();
  const done = relinked(drafted(now, asking, ...events), asking, now.file);
  return { events: decided(done, asking, { isChosen: touched(now.file, done.file) }).events };
}

/** These ask nothing of their own, only to look again: what that brings is recorded. */
const LOOKS: ReadonlySet<ClientFileCommandType> = new Set(['Redetermine', 'ProposeClawback']);

/** A person answers for the rules, on the evidence that they name by then. */
const ANSWERS: ReadonlySet<ClientFileCommandType> = new Set(['ResolveReview', 'DecideObjection']);

/** The chosen claims decided again, and what follows from that for money already paid. */
const decided = (draft: Draft, asking: FileAsking, chosen: Chosen): Draft =>
  withClawbacksDue(redetermined(draft, asking, chosen), asking);

function mayAsk(command: ClientFileCommand, { actor }: FileAsking): boolean {
  if (command.type === 'RecordFact') return mayRecord(command.fact, actor);
  if (command.type === 'CorrectFact' && !maySay(command.fact, actor)) return false;
  return FILE_COMMANDS[command.type].includes(actor.role);
}

/** To a provider, another's claim does not exist. */
function isMissing(file: ClientFile, command: ClientFileCommand, asking: FileAsking): boolean {
  if (command.type === 'RegisterClient' || command.type === 'SubmitClaim') return false;
  if (!('claimId' in command || 'clawbackId' in command || 'objectionId' in command))
    return isHidden(file, asking.actor);
  return !mayKnowOf(aboutOf(file, command), asking);
}

function isOutdated(file: ClientFile, command: ClientFileCommand): boolean {
  if (!('ifMatch' in command) || command.ifMatch === undefined) return false;
  if (command.type === 'DecideAttribution') return command.ifMatch !== attributionsOf(file, command.jobId);
  const { claim, clawback, objection } = aboutOf(file, command);
  return command.ifMatch !== (clawback ?? objection ?? claim)?.changes;
}

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

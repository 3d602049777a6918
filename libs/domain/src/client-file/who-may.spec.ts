import { ROLES, type Role } from '../event.js';
import { actorIn, C1, factOf, given, lastingOutflow, type Told } from '../testing/index.js';
import type { ClientFileCommand } from './commands.js';
import { FILE_COMMANDS } from './decider.js';
import { FACT_EVENTS, type FactType } from './events.js';
import { MAY_RECORD } from './facts/may-record.js';

/** The catalogue's "May record" column, read apart from the code. */
const CATALOGUE: Readonly<Record<FactType, string>> = {
  SegmentAssessed: 'CASEMGR',
  LadderStepAssessed: 'CASEMGR',
  SurveyInvited: 'SYSTEM',
  ClientSurveyAnswered: 'CLIENT',
  BenefitGranted: 'BENEFITS REGISTRY',
  BenefitReduced: 'BENEFITS',
  BenefitSuspended: 'BENEFITS',
  BenefitStopped: 'BENEFITS REGISTRY',
  TrajectAssigned: 'CASEMGR',
  IntakeHeld: 'CASEMGR PROVIDER',
  ServiceDelivered: 'PROVIDER',
  TrajectExtended: 'CASEMGR',
  TrajectSuspended: 'CASEMGR',
  TrajectResumed: 'CASEMGR',
  TrajectEnded: 'CASEMGR',
  TrajectChangeProposed: 'PROVIDER',
  VacancyReferred: 'PROVIDER',
  ApplicationStarted: 'CASEMGR CLIENT PROVIDER',
  PlacementPromised: 'CLIENT PROVIDER',
  PlacementStarted: 'PROVIDER REGISTRY',
  PlacementConfirmed: 'PROVIDER REGISTRY',
  PlacementChanged: 'PROVIDER REGISTRY',
  PlacementEnded: 'PROVIDER REGISTRY',
  JobSubsidyStarted: 'BENEFITS FINANCE',
  JobSubsidyEnded: 'BENEFITS FINANCE',
  DetacheringApproved: 'CASEMGR',
  SelfPlacementConfirmed: 'OFFICER REGISTRY',
  ClientStatement: 'CASEMGR CLIENT',
  ExternalClaimReported: 'CASEMGR OFFICER REGISTRY',
  JobLinked: 'BENEFITS CASEMGR SYSTEM',
  CostIncurred: 'FINANCE',
  ComplaintFiled: 'CLIENT',
};

const file = given(...lastingOutflow());
const isOnClaim = (command: ClientFileCommand): boolean =>
  /claimId|clawbackId|objectionId/.test(JSON.stringify(command));
const refusalFor = (command: ClientFileCommand, role: Role) => file.when(command, actorIn(role)).refusal?.code;

describe('Who may record what', () => {
  it.each(Object.keys(FACT_EVENTS) as FactType[])('%s: exactly the roles of the catalogue', (type) => {
    expect(MAY_RECORD[type].toSorted().join(' ')).toBe(CATALOGUE[type]);
    const allowed = ROLES.filter((role) => {
      const fact = factOf(type, { validFrom: '2009-01-01' } as Told<FactType>, actorIn(role));
      return refusalFor({ type: 'RecordFact', fact }, role) !== 'ROLE_MAY_NOT_RECORD';
    });
    expect(allowed.toSorted().join(' ')).toBe(CATALOGUE[type]);
  });

  const about = { claimId: C1, determinationId: 'd', decisionHash: 'h', grounds: 'G' };
  const commands: readonly ClientFileCommand[] = [
    { type: 'CompleteClaim', claimId: C1, evidence: [] },
    { type: 'WithdrawClaim', claimId: C1, reason: 'OTHER' },
    { type: 'ExpireClaim', claimId: C1 },
    { type: 'Redetermine' },
    { type: 'ResolveReview', claimId: C1, codes: [], result: 'CLOSED', grounds: 'G' },
    { type: 'DecideAttribution', jobId: 'j1', shares: {}, grounds: 'G' },
    { type: 'Approve', ...about },
    { type: 'RefuseApproval', ...about },
    { type: 'OrderPayment', ...about, batchId: 'b', payer: 'p', preparer: 'q', cents: 1 },
    { type: 'ReleaseNotice', claimId: C1, subjectEventId: 'd', letterId: 'L' },
    { type: 'RequestEvidence', claimId: C1, letterId: 'L' },
    { type: 'ReturnPayment', claimId: C1, orderId: 'o', cents: 1, returnedOn: '2009-05-04' },
    { type: 'RecheckOrder', claimId: C1, orderId: 'o' },
    { type: 'CancelOrder', claimId: C1, orderId: 'o', code: 'C' },
    { type: 'SettlePayment', claimId: C1, orderId: 'o', cents: 1, paidOn: '2009-05-04' },
    { type: 'FailPayment', claimId: C1, orderId: 'o', failedOn: '2009-05-04' },
    { type: 'ReportMismatch', claimId: C1, endToEndId: 'e', reason: 'UNKNOWN_ORDER', cents: 1, currency: 'EUR' },
    { type: 'ResolveMismatch', claimId: C1, mismatchEventId: 'm', result: 'DISMISSED' },
    { type: 'CloseClaim', claimId: C1 },
    { type: 'ProposeClawback', claimId: C1 },
    { type: 'HearClawback', clawbackId: 'k', position: 'AGREES' },
    { type: 'DecideClawback', clawbackId: 'k', grounds: 'G' },
    { type: 'WithdrawClawback', clawbackId: 'k', grounds: 'G' },
    { type: 'SettleClawback', clawbackId: 'k', method: 'INVOICE', cents: 1, settledOn: '2009-05-04' },
    { type: 'WriteOffClawback', clawbackId: 'k' },
    { type: 'FileObjection', claimId: C1, objectionId: 'o', subjectEventId: 'd' },
    { type: 'WithdrawObjection', objectionId: 'o' },
    { type: 'DecideObjection', objectionId: 'o', outcome: 'DISMISSED', setAside: [], grounds: 'G' },
  ];

  it.each(commands)('$type: only its roles get past the door', (command) => {
    const allowed = ROLES.filter((role) => refusalFor(command, role) !== 'ROLE_MAY_NOT_RECORD');
    expect(allowed.toSorted()).toEqual(FILE_COMMANDS[command.type].toSorted());
  });

  it('a claim, clawback or objection that is not there, or is another provider’s, is not found', () => {
    const roles = commands.map((command) => [command, FILE_COMMANDS[command.type][0] ?? 'SYSTEM'] as const);
    const codes = roles.filter(([command]) => isOnClaim(command)).map(([command, role]) => refusalFor(command, role));
    expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']));
  });
});

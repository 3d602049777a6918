import { readFileSync } from 'node:fs';
import {
  BATCH_COMMANDS,
  CONTRACT_COMMANDS,
  DEFINITION_COMMANDS,
  ERASURE_COMMANDS,
  FILE_COMMANDS,
  PROVIDER_COMMANDS,
  RULE_SET_COMMANDS,
  ROLES,
  SOURCE_COMMANDS,
  type Role,
} from '@uitkomst/domain';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
const PEOPLE = ROLES.filter((role) => role !== 'SYSTEM');
let running: RunningApp;
let file: string;
let claimId: string;
const callers = new Map<Role, Caller>();

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  for (const role of PEOPLE)
    callers.set(
      role,
      await running.as(role, {
        subject: `one-${role}`,
        ...(role === 'PROVIDER' && { organisation: 'SAGENN' }),
        ...(role === 'CLIENT' && { client: file }),
      }),
    );
  ({ claimId } = must(await callerIn('PROVIDER').post<ClaimBody>('/claims', claimFor('SAGENN', file))));
});
afterAll(() => running.stop());

function callerIn(role: Role): Caller {
  const caller = callers.get(role);
  if (caller === undefined) throw new Error(`Nobody is ${role}`);
  return caller;
}

const golden = (type: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`test/golden/${type}.v1.json`, 'utf8')) as Record<string, unknown>;

const HASH = 'a'.repeat(64);
const EVENT = '00000000-0000-4000-8000-000000000000';
const clawback = (): string => `/terugvorderingen/${file}.k`;
const SEEN = { determinationId: EVENT, decisionHash: HASH };
const since = { validFrom: '2005-01-01' };
const registration = { bsn: BSNS[1], ...since, source: { system: 'GWS4ALL' }, assurance: 'DOCUMENTED' };
const definition = (): object => {
  const { definitionId: _id, source: _source, ...body } = golden('DefinitionSetPublished');
  return body;
};

type Row = readonly [name: string, roles: readonly Role[], url: () => string, body: () => object, ifMatch?: string];
const COMMANDS: readonly Row[] = [
  ['RegisterClient', FILE_COMMANDS.RegisterClient, () => '/dossiers', () => registration],
  ['SubmitClaim', FILE_COMMANDS.SubmitClaim, () => '/claims', () => ({ dossierRef: file })],
  [
    'CompleteClaim',
    FILE_COMMANDS.CompleteClaim,
    () => `/claims/${claimId}/aanvullingen`,
    () => ({ evidence: [{ id: EVENT, kind: 'PAYSLIP', sha256: HASH }] }),
    '"r99"',
  ],
  [
    'WithdrawClaim',
    FILE_COMMANDS.WithdrawClaim,
    () => `/claims/${claimId}/intrekkingen`,
    () => ({ reason: 'MISTAKE' }),
    '"r99"',
  ],
  [
    'ResolveReview',
    FILE_COMMANDS.ResolveReview,
    () => `/claims/${claimId}/onderzoeksbesluiten`,
    () => ({ codes: ['EVIDENCE_MISSING'], result: 'CLOSED', grounds: 'SEEN' }),
    '"r99"',
  ],
  [
    'DecideAttribution',
    FILE_COMMANDS.DecideAttribution,
    () => `/dossiers/${file}/toerekeningen`,
    () => ({ jobId: 'J1', shares: { SAGENN: 10_000 }, grounds: 'SEEN' }),
    '"r99"',
  ],
  [
    'Approve',
    FILE_COMMANDS.Approve,
    () => `/claims/${claimId}/beoordelingen`,
    () => ({ decision: 'APPROVE', ...SEEN }),
    '"r99"',
  ],
  [
    'RefuseApproval',
    FILE_COMMANDS.RefuseApproval,
    () => `/claims/${claimId}/beoordelingen`,
    () => ({ decision: 'REFUSE', ...SEEN, grounds: 'DOUBT' }),
    '"r99"',
  ],
  [
    'ReleaseNotice',
    FILE_COMMANDS.ReleaseNotice,
    () => `/claims/${claimId}/bekendmakingen`,
    () => ({ subjectEventId: EVENT, letterId: 'L1' }),
  ],
  [
    'RequestEvidence',
    FILE_COMMANDS.RequestEvidence,
    () => `/claims/${claimId}/bewijsverzoeken`,
    () => ({ letterId: 'L1' }),
  ],
  ['ProposeClawback', FILE_COMMANDS.ProposeClawback, () => `/claims/${claimId}/terugvorderingen`, () => ({}), '"r99"'],
  ['HearClawback', FILE_COMMANDS.HearClawback, () => `${clawback()}/zienswijzen`, () => ({ position: 'DISPUTES' })],
  [
    'DecideClawback',
    FILE_COMMANDS.DecideClawback,
    () => `${clawback()}/beslissingen`,
    () => ({ decision: 'RECLAIM', grounds: 'SEEN' }),
    '"r99"',
  ],
  [
    'WithdrawClawback',
    FILE_COMMANDS.WithdrawClawback,
    () => `${clawback()}/beslissingen`,
    () => ({ decision: 'WITHDRAW', grounds: 'SEEN' }),
    '"r99"',
  ],
  [
    'SettleClawback',
    FILE_COMMANDS.SettleClawback,
    () => `${clawback()}/afwikkelingen`,
    () => ({ method: 'INVOICE', cents: 1, settledOn: '2008-10-01' }),
    '"r99"',
  ],
  [
    'WriteOffClawback',
    FILE_COMMANDS.WriteOffClawback,
    () => `${clawback()}/afwikkelingen`,
    () => ({ method: 'WRITE_OFF' }),
    '"r99"',
  ],
  [
    'FileObjection',
    FILE_COMMANDS.FileObjection,
    () => `/claims/${claimId}/bezwaren`,
    () => ({ subjectEventId: EVENT }),
  ],
  ['WithdrawObjection', FILE_COMMANDS.WithdrawObjection, () => `/bezwaren/${file}.b/intrekkingen`, () => ({})],
  [
    'DecideObjection',
    FILE_COMMANDS.DecideObjection,
    () => `/bezwaren/${file}.b/beslissingen`,
    () => ({ outcome: 'DISMISSED', setAside: [], grounds: 'SEEN' }),
    '"r99"',
  ],
  ['PrepareBatch', BATCH_COMMANDS.PrepareBatch, () => '/betaalbatches', () => ({ claimIds: [claimId] })],
  ['ReleaseBatch', BATCH_COMMANDS.ReleaseBatch, () => '/betaalbatches/none/vrijgaven', () => ({}), '"r1"'],
  [
    'CancelBatch',
    BATCH_COMMANDS.CancelBatch,
    () => '/betaalbatches/none/annuleringen',
    () => ({ reason: 'MISTAKE' }),
    '"r1"',
  ],
  [
    'HoldLine',
    BATCH_COMMANDS.HoldLine,
    () => `/betaalbatches/none/regels/${claimId}/aanhoudingen`,
    () => ({ reason: 'DOUBT' }),
    '"r1"',
  ],
  ['FreeLine', BATCH_COMMANDS.FreeLine, () => `/betaalbatches/none/regels/${claimId}/vrijgaven`, () => ({}), '"r1"'],
  [
    'OffsetLine',
    BATCH_COMMANDS.OffsetLine,
    () => `/betaalbatches/none/regels/${claimId}/verrekeningen`,
    () => ({ clawbackId: `${file}.b`, cents: 1 }),
    '"r1"',
  ],
  [
    'ResolveMismatch',
    FILE_COMMANDS.ResolveMismatch,
    () => `/claims/${claimId}/betaalafwijkingen`,
    () => ({ mismatchEventId: EVENT, result: 'DISMISSED' }),
    '"r99"',
  ],
  [
    'RegisterProvider',
    PROVIDER_COMMANDS.RegisterProvider,
    () => '/aanbieders',
    () => ({ providerId: 'NEW', ownership: 'PRIVATE', ...since }),
  ],
  [
    'RegisterAffiliation',
    PROVIDER_COMMANDS.RegisterAffiliation,
    () => '/aanbieders/NEW/verbondenheden',
    () => ({ employerId: 'E1', kind: 'OWNER', ...since }),
  ],
  [
    'RegisterBankAccount',
    PROVIDER_COMMANDS.RegisterBankAccount,
    () => '/aanbieders/NEW/rekeningen',
    () => ({ iban: 'NL91ABNA0417164300', holder: 'New', activeFrom: '2009-01-01' }),
    '"r99"',
  ],
  [
    'ConfirmBankAccount',
    PROVIDER_COMMANDS.ConfirmBankAccount,
    () => '/aanbieders/NEW/rekeningen/ACC-NONE/bevestigingen',
    () => ({}),
    '"r99"',
  ],
  [
    'RegisterContract',
    CONTRACT_COMMANDS.RegisterContract,
    () => '/contracten',
    () => ({ contractId: 'K-NEW', providerId: 'NEW', definitionSetId: 'NL-STD', ...since }),
  ],
  [
    'AmendContract',
    CONTRACT_COMMANDS.AmendContract,
    () => '/contracten/K-NEW/wijzigingen',
    () => ({ ...since }),
    '"r99"',
  ],
  [
    'SetTariff',
    CONTRACT_COMMANDS.SetTariff,
    () => '/contracten/K-NEW/tarieven',
    () => ({ milestone: 'SUSTAINED', cents: 1, ...since }),
    '"r99"',
  ],
  ['PublishDefinition', DEFINITION_COMMANDS.PublishDefinition, () => '/normenkaders/NEW/versies', definition],
  [
    'ActivateRuleSet',
    RULE_SET_COMMANDS.ActivateRuleSet,
    () => '/regelsets',
    () => ({ ruleSet: 'NL-RULES@1', decisionRef: 'B-1', validFrom: '2008-12-01' }),
  ],
  [
    'ProposeErasure',
    ERASURE_COMMANDS.ProposeErasure,
    () => '/vernietigingslijsten',
    () => ({ dossierRefs: [file], ground: 'RETENTION_PASSED' }),
  ],
  [
    'DecideErasure',
    ERASURE_COMMANDS.DecideErasure,
    () => '/vernietigingslijsten/none/besluiten',
    () => ({ erased: [], refused: [] }),
    '"r99"',
  ],
  [
    'RecordWatermark',
    SOURCE_COMMANDS.RecordWatermark,
    () => '/watermerken',
    () => ({ system: 'UWV_POLIS', completeThrough: '2008-01-01' }),
  ],
];

const rows = COMMANDS.map(([name, roles, url, body, ifMatch]) => ({ name, roles, url, body, ifMatch }));
test.each(rows)('$name may be asked by its roles and by nobody else', async ({ roles, url, body, ifMatch }) => {
  for (const role of PEOPLE) {
    const before = await running.recorded();
    const { status } = await callerIn(role).post(url(), body(), ifMatch === undefined ? {} : { ifMatch });
    const may = roles.includes(role);
    // Who may ask is answered by the state of things; who may not is refused, and nothing is recorded.
    expect({ role, refused: status === 403 }).toEqual({ role, refused: !may });
    expect([400, 401, 405, 428, 500]).not.toContain(status);
    expect(may || (await running.recorded()) === before).toBe(true);
  }
});

test('every command of the domain that people may ask has a row above', () => {
  const byPeople = Object.entries({
    ...FILE_COMMANDS,
    ...BATCH_COMMANDS,
    ...CONTRACT_COMMANDS,
    ...PROVIDER_COMMANDS,
    ...DEFINITION_COMMANDS,
    ...RULE_SET_COMMANDS,
    ...SOURCE_COMMANDS,
    ...ERASURE_COMMANDS,
  }).filter(([, roles]) => roles.some((role) => role !== 'SYSTEM'));
  // Facts have their own table; a batch orders payments; what the bank tells comes in its messages.
  const elsewhere = [
    'ReturnPayment',
    'EraseSubject', // Follows from the list that is decided.
    'RefuseErasure',
    'RecordFact',
    'RetractFact',
    'CorrectFact',
    'OrderPayment',
    'SettlePayment',
    'FailPayment',
    'ReportMismatch',
    'SettleLine',
    'RejectLine',
    'ReturnLine',
  ];
  const names = new Set([...COMMANDS.map(([name]) => name), ...elsewhere]);
  expect(byPeople.map(([name]) => name).filter((name) => !names.has(name))).toEqual([]);
});

const STAFF: readonly Role[] = ['CASEMGR', 'BENEFITS', 'OFFICER', 'APPROVER2', 'AUDITOR'];
const DESK: readonly Role[] = ['CASEMGR', 'OFFICER', 'APPROVER2', 'AUDITOR'];
const MONEY: readonly Role[] = ['OFFICER', 'APPROVER2', 'FINANCE', 'AUDITOR'];
test.each([
  ['/dossiers', STAFF, 403],
  ['/werkvoorraad', DESK, 403],
  ['/betaalbatches', MONEY, 403],
  ['/claims', [...STAFF, 'PROVIDER', 'CLIENT'], 403],
])('%s is read by %j', async (url, readers, otherwise) => {
  for (const role of PEOPLE)
    expect([role, (await callerIn(role).get(url)).status]).toEqual([role, readers.includes(role) ? 200 : otherwise]);
});

test.each<readonly [name: string, url: () => string, others: readonly Role[], otherwise: number]>([
  ['feiten', () => `/dossiers/${file}/feiten`, ['PROVIDER', 'CLIENT'], 404],
  ['aanvullingen', () => `/claims/${claimId}/aanvullingen`, ['PROVIDER', 'CLIENT'], 404],
  ['intrekkingen', () => `/claims/${claimId}/intrekkingen`, ['PROVIDER', 'CLIENT'], 404],
  ['bewijsverzoeken', () => `/claims/${claimId}/bewijsverzoeken`, ['PROVIDER', 'CLIENT'], 404],
  ['onderzoeksbesluiten', () => `/claims/${claimId}/onderzoeksbesluiten`, [], 403],
  ['wijzigingen', () => '/contracten/K-SAGENN/wijzigingen', ['PROVIDER', 'CONTRACTS', 'FINANCE'], 404],
  ['tarieven', () => '/contracten/K-SAGENN/tarieven', ['PROVIDER', 'CONTRACTS', 'FINANCE'], 404],
  ['verbondenheden', () => '/aanbieders/SAGENN/verbondenheden', ['PROVIDER', 'CONTRACTS', 'FINANCE'], 404],
])('what was recorded under %s is read by staff and some others', async (_name, url, others, otherwise) => {
  const readers = new Set([...STAFF, ...others]);
  for (const role of PEOPLE)
    expect([role, (await callerIn(role).get(url())).status]).toEqual([role, readers.has(role) ? 200 : otherwise]);
});

test.each<readonly [url: string, readers: readonly Role[]]>([
  ['/steekproeven/none/controles', ['AUDITOR']],
  ['/betaalbatches/none/vrijgaven', MONEY],
  ['/betaalbatches/none/annuleringen', MONEY],
  ['/betaalbatches/none/regels/aaaaaaaaaaaaa.b/verrekeningen', MONEY],
  ['/vernietigingslijsten/none/besluiten', ['BENEFITS', 'APPROVER2', 'AUDITOR']],
])('that there is nothing under %s is told to %j only', async (url, readers) => {
  for (const role of PEOPLE)
    expect([role, (await callerIn(role).get(url)).status]).toEqual([role, readers.includes(role) ? 404 : 403]);
});

test('a claim is read by staff, its provider and its client; to others it does not exist', async () => {
  for (const role of PEOPLE) {
    const may = STAFF.includes(role) || role === 'PROVIDER' || role === 'CLIENT';
    expect([role, (await callerIn(role).get(`/claims/${claimId}`)).status]).toEqual([role, may ? 200 : 404]);
  }
});

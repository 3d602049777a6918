import { memoryLedger, type RecordedEvent } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { determined, notified, submitted } from '../testing/claims.js';
import { record } from '../testing/recording.js';
import { OWN_CLAIMS } from './own-claims.projection.js';
import { readOwnClaims, type OwnClaim } from './own-claims.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const ANJA = 'aaaaaaaaaaaaa';
const STREAM = `client-0392-${ANJA}`;
const CLAIM = `${ANJA}.a`;
const question = { municipality: '0392', providerId: 'SAGENN', limit: 10, offset: 0 };

function desk() {
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [OWN_CLAIMS] });
  const tell = async (...events: Parameters<typeof record>[2][]): Promise<readonly RecordedEvent[]> => {
    const recorded = await record(ledger, STREAM, ...events);
    await runner.catchUp();
    return recorded;
  };
  const own = async (): Promise<OwnClaim | undefined> => (await readOwnClaims(reads, question)).rows[0];
  return { tell, own, reads };
}

test('a provider sees its own claims and nobody else’s, also on one client', async () => {
  const { tell, reads } = desk();
  await tell(
    submitted(CLAIM, 'SAGENN', { jobId: 'J1', providerReference: '2026-17' }),
    submitted(`${ANJA}.b`, 'PASWERK', { jobId: 'J1' }),
  );
  const { count, rows: claims } = await readOwnClaims(reads, question);
  expect(count).toBe(1);
  expect(claims[0]).toMatchObject({
    claimId: CLAIM,
    providerReference: '2026-17',
    views: { en: { status: 'RECEIVED' } },
  });
  expect(JSON.stringify(claims)).not.toContain('PASWERK');
});

test('that a rival claims the same job is under assessment, without a word about a rival', async () => {
  const { tell, own } = desk();
  await tell(submitted(CLAIM, 'SAGENN'), determined(CLAIM, 'REVIEW', { open: ['COMPETING_CLAIM'] }));
  const claim = await own();
  expect(claim?.views.en.status).toBe('IN_TREATMENT');
  expect(JSON.stringify(claim)).not.toMatch(/COMPETING|CONTESTED/);
});

test('a rejection stays unseen until an officer releases its notice, and then reads as the table says', async () => {
  const { tell, own } = desk();
  await tell(submitted(CLAIM, 'SAGENN'));
  const [rejection] = await tell(
    determined(CLAIM, 'REJECTED', { fail: ['OUTFLOW_ALREADY_PAID', 'RELAPSE_WITHIN_SUSTAIN'] }),
  );
  const before = await own();
  expect(before?.views.en.status).toBe('IN_TREATMENT');
  expect(JSON.stringify(before)).not.toMatch(/REJECTED|ALREADY_PAID|RELAPSE|CREDITED/);
  await tell(notified(CLAIM, { kind: 'REJECTED', about: rejection?.id, termUntilOn: '2026-04-21' }));
  const after = await own();
  expect(after?.views.en.status).toBe('REJECTED');
  expect(after?.respondUntilOn).toBe('2026-04-21');
  expect(after?.views.en.readings.map(({ code }) => code)).toEqual([
    'OUTFLOW_NOT_CREDITED',
    'BENEFIT_CONDITION_NOT_MET',
  ]);
});

test('after a notice the provider keeps reading what it was told, until told otherwise', async () => {
  const { tell, own } = desk();
  await tell(submitted(CLAIM, 'SAGENN'));
  const [rejection] = await tell(determined(CLAIM, 'REJECTED', { fail: ['CLAIM_LATE'] }));
  await tell(notified(CLAIM, { kind: 'REJECTED', about: rejection?.id }));
  await tell(determined(CLAIM, 'REJECTED', { hash: 'b', fail: ['NO_ASSIGNMENT'] }));
  expect((await own())?.views.en.readings.map(({ code }) => code)).toEqual(['CLAIM_LATE']);
  await tell(determined(CLAIM, 'ELIGIBLE', { hash: 'c', cents: 300_000 }));
  expect((await own())?.views.en).toMatchObject({ status: 'ELIGIBLE', cents: 300_000 });
});

test('what the client is answered on its own objection changes nothing of what the provider reads', async () => {
  const { tell, own } = desk();
  await tell(submitted(CLAIM, 'SAGENN'));
  const [rejection] = await tell(determined(CLAIM, 'REJECTED', { fail: ['CLAIM_LATE'] }));
  const about = rejection?.id;
  const filed = { objectionId: `${ANJA}.o`, by: 'CLIENT', subjectEventId: about, filedOn: '2026-03-20', late: false };
  const answer = {
    objectionId: `${ANJA}.o`,
    outcome: 'DISMISSED',
    setAside: [],
    grounds: 'NO',
    decidedOn: '2026-04-01',
  };
  await tell(notified(CLAIM, { kind: 'REJECTED', about, termUntilOn: '2026-04-21' }), {
    type: 'ObjectionFiled',
    payload: { claimId: CLAIM, ...filed },
  });
  const [decision] = await tell({ type: 'ObjectionDecided', payload: { claimId: CLAIM, ...answer } });
  const before = await own();
  await tell(notified(CLAIM, { kind: 'OBJECTION_DECIDED', about: decision?.id, termUntilOn: '2026-05-21' }));
  expect(await own()).toEqual(before);
  expect(before?.respondUntilOn).toBe('2026-04-21');
});

test('what a request for evidence left unsaid stays unsaid when a clawback is proposed later', async () => {
  const { tell, own } = desk();
  const [submission] = await tell(submitted(CLAIM, 'SAGENN'));
  const open = ['EVIDENCE_MISSING', 'CLIENT_DISPUTES_CONTRIBUTION'];
  const [incomplete] = await tell(determined(CLAIM, 'REVIEW', { open }));
  await tell(notified(CLAIM, { kind: 'INCOMPLETE', about: incomplete?.id }));
  await tell(determined(CLAIM, 'CLAWBACK', { hash: 'b', fail: ['SUBSIDISED_EMPLOYMENT'] }));
  await tell(notified(CLAIM, { kind: 'CLAWBACK_PROPOSED', about: submission?.id }));
  expect((await own())?.views.en.readings).toEqual([]);
});

test('an award whose approval was refused is no right to the bonus until the refusal is lifted', async () => {
  const { tell, own } = desk();
  await tell(submitted(CLAIM, 'SAGENN'));
  const [award] = await tell(determined(CLAIM, 'ELIGIBLE', { cents: 300_000 }));
  const about = { claimId: CLAIM, determinationId: award?.id };
  await tell({
    type: 'ApprovalRefused',
    payload: { ...about, decisionHash: 'a'.repeat(64), grounds: 'SEEN_IN_FILE', refusedOn: '2026-03-10' },
    actor: { id: 'o-1', role: 'OFFICER', orgId: 'G' },
  });
  expect((await own())?.views.en).toMatchObject({
    status: 'IN_TREATMENT',
    readings: [{ code: 'UNDER_ASSESSMENT', sentence: 'Your share is being assessed.' }],
  });
  expect(JSON.stringify((await own())?.views)).not.toMatch(/REFUSED|300000/);
  await tell({
    type: 'ReviewResolved',
    payload: {
      ...about,
      codes: [{ code: 'APPROVAL_REFUSED' }],
      result: 'CLOSED',
      grounds: 'SEEN_IN_FILE',
      resolvedOn: '2026-03-11',
    },
    actor: { id: 'o-2', role: 'OFFICER', orgId: 'G' },
  });
  expect((await own())?.views.en).toMatchObject({ status: 'ELIGIBLE', cents: 300_000 });
});

import { dayOf, type Actor, type ClientFileCommand } from '@uitkomst/domain';
import { approver2, C1, lastingOutflow, officer, PERSON, provider, submitClaim } from '@uitkomst/domain/testing';
import { memoryLedger } from './adapters/memory.ledger.js';
import { ClientFiles, clientStream } from './client-files.js';
import { accepted, gathered } from './contract/bench-of-ledgers.js';
import type { Ledger } from './ledger.js';
import { TermsBook } from './terms-book.js';
import { anEvent } from './testing/events.js';
import { manualClock } from './testing/manual-clock.js';
import { recordTerms, tariff, TOWN } from './testing/terms.js';

const STREAM = clientStream(TOWN, PERSON);

const opened: Ledger[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
});

/** Anja's ordinary sister, whose job lasted; nobody has claimed yet. */
async function office() {
  const clock = manualClock('2009-06-01T08:00:00.000Z');
  const ledger = memoryLedger({ clock });
  await recordTerms(ledger);
  let revision = -1;
  for (const { by, ...fact } of lastingOutflow()) {
    const event = anEvent({ ...fact, actor: by });
    ({ revision } = accepted(await ledger.append(STREAM, revision < 0 ? 'none' : revision, [event])));
  }
  const terms = await TermsBook.open(ledger);
  opened.push(ledger);
  return { clock, ledger, terms, files: new ClientFiles(ledger, terms) };
}

let commands = 0;
const as = (actor: Actor, commandId = `command-${(commands += 1)}`) => ({ actor, commandId });
const ask = (files: ClientFiles, command: ClientFileCommand, by: ReturnType<typeof as>) =>
  files.handle({
    municipality: TOWN,
    personRef: PERSON,
    command,
    today: dayOf('2009-06-01'),
    commandHash: 'a'.repeat(64),
    ...by,
  });
const typesOf = async (ledger: Ledger) =>
  (await gathered(ledger.readStream(STREAM, { from: 7 }))).map(({ type }) => type);

async function seen(files: ClientFiles) {
  const { state } = await files.read(TOWN, PERSON);
  const determination = state.claims.get(C1)?.determination;
  if (determination === undefined) throw new Error('Never determined');
  return { claimId: C1, determinationId: determination.id, decisionHash: determination.payload.decisionHash };
}

test('a claim and its outcome are one append, and are read at once', async () => {
  const { files, ledger } = await office();
  const result = await ask(files, submitClaim(), as(provider()));
  expect(result).toMatchObject({ ok: true, heard: false, revision: 8 });
  const [claim, outcome] = await gathered(ledger.readStream(STREAM, { from: 7 }));
  expect([claim?.type, outcome?.type]).toEqual(['ClaimSubmitted', 'ClaimDetermined']);
  expect(outcome).toMatchObject({
    recordedAt: claim?.recordedAt,
    commandId: claim?.commandId,
    actor: { role: 'SYSTEM' },
  });
  const { state, revision } = await files.read(TOWN, PERSON);
  expect(state.claims.get(C1)?.determination?.payload).toMatchObject({ outcome: 'ELIGIBLE', cents: 300_000 });
  expect({ state, revision }).toEqual('state' in result && { state: result.state, revision: result.revision });
});

test('a claim sent twice is recorded once', async () => {
  const { files, ledger } = await office();
  await ask(files, submitClaim(), as(provider(), 'once'));
  expect(await ask(files, submitClaim(), as(provider(), 'once'))).toMatchObject({
    ok: true,
    heard: true,
    events: [{}, {}],
  });
  expect(await typesOf(ledger)).toEqual(['ClaimSubmitted', 'ClaimDetermined']);
});

test('an approval never rests on terms that changed meanwhile', async () => {
  const { files, ledger } = await office();
  await ask(files, submitClaim(), as(provider()));
  const approve = { type: 'Approve', ...(await seen(files)) } as const;
  await tariff(ledger, 250_000);
  // The change is recorded, but nobody has told this process yet.
  const stale = await ask(files, approve, as(officer(), 'approving'));
  expect(stale).toMatchObject({
    ok: false,
    refusal: { code: 'DECISION_STALE' },
    events: [{ type: 'ClaimDetermined' }],
  });
  expect(await ask(files, approve, as(officer(), 'approving'))).toMatchObject({
    refusal: { code: 'DECISION_STALE' },
    events: [],
  });
  expect(await ask(files, { type: 'Approve', ...(await seen(files)) }, as(officer()))).toMatchObject({ ok: true });
  expect(await typesOf(ledger)).toEqual(['ClaimSubmitted', 'ClaimDetermined', 'ClaimDetermined', 'ApprovalGiven']);
});

test('of two payment orders at the same moment one is given', async () => {
  const { files, ledger } = await office();
  await ask(files, submitClaim(), as(provider()));
  for (const actor of [officer(), approver2()])
    await ask(files, { type: 'Approve', ...(await seen(files)) }, as(actor));
  const order = {
    type: 'OrderPayment',
    batchId: 'batch-1',
    payer: 'officer-9',
    preparer: 'officer-8',
    cents: 300_000,
    ...(await seen(files)),
  } as const;
  const results = await Promise.all([ask(files, order, as(officer(9))), ask(files, order, as(officer(9)))]);
  expect(results.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
  expect((await typesOf(ledger)).filter((type) => type === 'PaymentOrdered')).toEqual(['PaymentOrdered']);
});

test('a file is read as it was at a revision, and as it was known at an instant', async () => {
  const { files, clock } = await office();
  clock.advance(60_000);
  await ask(files, submitClaim(), as(provider()));
  const before = await files.resolveKnownAsOf('2009-06-01T08:00:30.000Z');
  const head = await files.resolveKnownAsOf('2009-06-02T00:00:00.000Z');
  expect((await files.readAt(TOWN, PERSON, { position: before })).state.claims.size).toBe(0);
  expect((await files.readAt(TOWN, PERSON, { position: head })).state.claims.size).toBe(1);
  expect((await files.readAt(TOWN, PERSON, { revision: 6 })).revision).toBe(6);
  expect((await files.readAt(TOWN, PERSON, { revision: -1 })).revision).toBe(-1);
});

test('of a person of whom nothing was recorded there is an empty file', async () => {
  const { files } = await office();
  expect(await files.read(TOWN, 'zzzzzzzzzzzzz')).toMatchObject({ revision: -1 });
});

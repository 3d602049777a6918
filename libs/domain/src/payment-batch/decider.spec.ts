import { accept, refuse, type Refusal } from '../decider.js';
import { EVERYBODY, given, person, type Past } from '../testing/small-decider.js';
import type { BatchState } from './batch.js';
import { BATCH_COMMANDS, batchDecider, type BatchCommand } from './decider.js';
import type { BatchEvent } from './events.js';
import { endToEndIdOf, lineRefusals, type OfferedLine } from './prepare-batch.js';

const preparer = person('OFFICER', 1);
const payer = person('OFFICER', 2);
const system = person('SYSTEM');
const anja = 'k3jv7q2mzx4bd.c1';
const wilma = 'p5wy6r7tnc2ha.c9';
const offered = (claimId: string, change: Partial<OfferedLine> = {}): OfferedLine => ({
  claimId,
  state: 'APPROVED',
  toPayCents: 300_000,
  determinationId: '0190b5a2-0000-7000-8000-000000000001',
  decisionHash: 'a'.repeat(64),
  ...change,
});
const prepare = (...lines: readonly OfferedLine[]): BatchCommand => ({
  type: 'PrepareBatch',
  batchId: 'B-2009-07',
  lines,
});
const lineOf = (claimId: string) => ({
  claimId,
  cents: 300_000,
  determinationId: offered(claimId).determinationId,
  decisionHash: offered(claimId).decisionHash,
  endToEndId: endToEndIdOf(claimId),
});
const prepared: Past<BatchEvent> = {
  type: 'BatchPrepared',
  payload: {
    batchId: 'B-2009-07',
    lines: [lineOf(anja), lineOf(wilma)],
    controlSumCents: 600_000,
    preparedOn: '2009-03-10',
  },
  by: preparer,
};
const released: BatchEvent = {
  type: 'BatchReleased',
  payload: { batchId: 'B-2009-07', payer: payer.id, releasedOn: '2009-03-10' },
};
const dropped = (claimId: string, code = 'DECISION_STALE'): BatchEvent => ({
  type: 'BatchLineDropped',
  payload: { batchId: 'B-2009-07', claimId, code },
});
const cancelled: BatchEvent = {
  type: 'BatchCancelled',
  payload: { batchId: 'B-2009-07', reason: 'MISTAKE', cancelledOn: '2009-03-10' },
};
const exported: BatchEvent = {
  type: 'BatchExported',
  payload: { batchId: 'B-2009-07', fileHash: 'b'.repeat(64), messageId: 'B-2009-07', exportedOn: '2009-03-11' },
};
const onBatch = { batchId: 'B-2009-07' };
const release: BatchCommand = { type: 'ReleaseBatch', ...onBatch };
const cancel: BatchCommand = { type: 'CancelBatch', ...onBatch, reason: 'MISTAKE' };
const drop: BatchCommand = { type: 'DropLine', ...onBatch, claimId: anja, code: 'DECISION_STALE' };

const STATES = {
  NONE: given(batchDecider),
  PREPARED: given(batchDecider, prepared),
  RELEASED: given(batchDecider, prepared, released),
  EXPORTED: given(batchDecider, prepared, released, exported),
  CANCELLED: given(batchDecider, prepared, cancelled),
};

const linesOf = ({ lines }: BatchState) => lines.map(({ state, code }) => [state, code]);

describe('a payment batch', () => {
  it('is prepared from approved claims, each with the decision it pays', () => {
    const decision = STATES.NONE.when(prepare(offered(anja), offered(wilma)), preparer);
    expect(decision).toEqual(accept({ type: 'BatchPrepared', payload: prepared.payload }));
  });
  it('is heard twice and prepared once', () => {
    expect(STATES.RELEASED.when(prepare(offered(anja), offered(wilma)), preparer)).toEqual(accept());
    expect(STATES.PREPARED.when(prepare(offered(anja)), preparer)).toEqual(refuse('ID_REUSED'));
  });
  it.each<[string, Partial<OfferedLine>, Refusal]>([
    ['needs a second approval', { state: 'APPROVED_1' }, { code: 'SECOND_APPROVAL_REQUIRED', data: {} }],
    ['is ordered already', { state: 'PAYMENT_ORDERED' }, { code: 'PAYMENT_ALREADY_ORDERED', data: {} }],
    ['is paid already', { state: 'PAID' }, { code: 'PAYMENT_ALREADY_ORDERED', data: {} }],
    ['is in review', { state: 'IN_REVIEW' }, { code: 'STATE_FORBIDS', data: { state: 'IN_REVIEW' } }],
    ['has nothing to pay', { toPayCents: 0 }, { code: 'STATE_FORBIDS', data: { state: 'APPROVED' } }],
    ['is in another batch', { inOtherBatch: 'B-2009-06' }, { code: 'IN_OTHER_BATCH', data: { no: 'B-2009-06' } }],
  ])('is refused as a whole when a claim %s', (_, change, { code, data }) => {
    const decision = STATES.NONE.when(prepare(offered(anja), offered(wilma, change)), preparer);
    expect(decision).toEqual(refuse(code, { ...data, claimId: wilma }));
  });
  it('names every claim that cannot be paid at once', () => {
    const { state: _, ...unknown } = offered(wilma);
    const refused = lineRefusals({ batchId: 'B-2009-07', lines: [offered(anja), unknown, offered(anja)] });
    expect(refused.map(({ claimId, code }) => [claimId, code])).toEqual([
      [wilma, 'NOT_FOUND'],
      [anja, 'IN_OTHER_BATCH'],
    ]);
  });
  it('pays something, or is no batch', () => {
    expect(STATES.NONE.when(prepare(), preparer)).toEqual(refuse('NO_GROUND'));
  });
  it('gives each order a name of at most 35 characters for the bank', () => {
    expect(endToEndIdOf(anja, 2)).toBe('k3jv7q2mzx4bdc102');
    expect(endToEndIdOf(`${'a'.repeat(13)}.${'b'.repeat(16)}`, 12)).toHaveLength(31);
  });

  it('is released by another officer, who is the payer', () => {
    expect(STATES.PREPARED.when(release, payer)).toEqual(accept(released));
    expect(STATES.PREPARED.when(release, preparer)).toEqual(refuse('SEPARATION_OF_DUTIES'));
  });
  it('loses a line that no longer holds, and is over when none is left', () => {
    expect(STATES.RELEASED.when(drop, system)).toEqual(accept(dropped(anja)));
    expect(given(batchDecider, prepared, released, dropped(anja)).when(drop, system)).toEqual(accept());
    const stranger: BatchCommand = { ...drop, type: 'DropLine', claimId: 'aaaaaaaaaaaaa.zz', code: 'X' };
    expect(STATES.RELEASED.when(stranger, system)).toEqual(refuse('NOT_FOUND'));
    const statusOf = (...events: readonly BatchEvent[]) =>
      given(batchDecider, prepared, released, ...events).state().status;
    expect(statusOf(dropped(anja))).toBe('RELEASED');
    expect(statusOf(dropped(anja), dropped(wilma))).toBe('CANCELLED');
  });
  it('refuses who decides on a batch as it no longer is', () => {
    expect(STATES.PREPARED.when({ ...release, ifMatch: 0 }, payer)).toEqual(refuse('VERSION_STALE'));
    expect(STATES.RELEASED.when({ ...drop, ifMatch: 1 }, system)).toEqual(refuse('VERSION_STALE'));
    expect(STATES.PREPARED.when({ ...release, ifMatch: 1 }, payer)).toEqual(accept(released));
  });

  const TABLE: readonly [keyof typeof STATES, release: string, drop: string, cancel: string][] = [
    ['NONE', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    ['PREPARED', 'ok', 'BATCH_STATE_FORBIDS', 'ok'],
    ['RELEASED', 'BATCH_STATE_FORBIDS', 'ok', 'ok'],
    ['EXPORTED', 'BATCH_STATE_FORBIDS', 'BATCH_STATE_FORBIDS', 'BATCH_ALREADY_EXPORTED'],
    ['CANCELLED', 'BATCH_STATE_FORBIDS', 'BATCH_STATE_FORBIDS', 'BATCH_STATE_FORBIDS'],
  ];
  it.each(TABLE)('that is %s: release %s, drop a line %s, cancel %s', (state, ...expected) => {
    const codes = [
      STATES[state].when(release, payer),
      STATES[state].when(drop, system),
      STATES[state].when(cancel, preparer),
    ].map(({ refusal }) => refusal?.code ?? 'ok');
    expect(codes).toEqual(expected);
  });
  it('lets each command come from its own role only', () => {
    for (const actor of EVERYBODY)
      for (const command of [prepare(offered(anja)), release, drop, cancel]) {
        const may = BATCH_COMMANDS[command.type].includes(actor.role);
        const refused = STATES.NONE.when(command, actor).refusal?.code === 'ROLE_MAY_NOT_RECORD';
        expect([actor.role, command.type, refused]).toEqual([actor.role, command.type, !may]);
      }
  });
  it('knows of each line whether it was held, offset, settled or rejected', () => {
    const line = { batchId: 'B-2009-07', claimId: anja };
    const events: readonly BatchEvent[] = [
      { type: 'BatchLineHeld', payload: { ...line, reason: 'ASK_BANK' } },
      { type: 'BatchLineFreed', payload: line },
      { type: 'BatchLineOffset', payload: { ...line, clawbackId: 'k3jv7q2mzx4bd.b1', cents: 50_000 } },
      { type: 'BatchLineSettled', payload: { ...line, valueOn: '2009-03-12' } },
      { type: 'BatchLineRejected', payload: { batchId: 'B-2009-07', claimId: wilma, bankReason: 'AC04' } },
    ];
    const after = (count: number) =>
      linesOf(given(batchDecider, prepared, released, ...events.slice(0, count)).state());
    expect(after(1)[0]).toEqual(['HELD', 'ASK_BANK']);
    expect(after(2)[0]).toEqual(['OPEN', undefined]);
    expect(after(5)).toEqual([
      ['SETTLED', undefined],
      ['REJECTED', 'AC04'],
    ]);
    expect(given(batchDecider, prepared, released, ...events).state().lines[0]?.offsets).toHaveLength(1);
  });
});

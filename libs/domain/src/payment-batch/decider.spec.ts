import { accept, refuse, type Refusal } from '../decider.js';
import { EVERYBODY, given, person, type Past } from '../testing/small-decider.js';
import { netCentsOf, type BatchState } from './batch.js';
import { BATCH_COMMANDS, batchDecider, type BatchCommand } from './decider.js';
import type { BatchEvent } from './events.js';
import { endToEndIdOf, lineRefusals, orderOfEndToEndId, type OfferedLine } from './prepare-batch.js';

const preparer = person('OFFICER', 1);
const payer = person('OFFICER', 2);
const system = person('SYSTEM');
const cashier = person('FINANCE');
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
const held: BatchEvent = { type: 'BatchLineHeld', payload: { ...onBatch, claimId: anja, reason: 'ASK_PROVIDER' } };
const settledLine: Past<BatchEvent> = {
  type: 'BatchLineSettled',
  payload: { ...onBatch, claimId: anja, valueOn: '2009-03-12' },
  by: cashier,
};
const rejectedLine: Past<BatchEvent> = {
  type: 'BatchLineRejected',
  payload: { ...onBatch, claimId: anja, bankReason: 'AC04' },
  by: cashier,
};
const returnedLine: Past<BatchEvent> = {
  type: 'BatchLineReturned',
  payload: { ...onBatch, claimId: anja, returnedOn: '2009-03-20' },
  by: cashier,
};
const preparedFor = (providerId: string): Past<BatchEvent> => ({
  ...prepared,
  type: 'BatchPrepared',
  payload: {
    batchId: 'B-2009-07',
    lines: [
      { ...lineOf(anja), providerId },
      { ...lineOf(wilma), providerId },
    ],
    controlSumCents: 600_000,
    preparedOn: '2009-03-10',
  },
  by: preparer,
});
const release: BatchCommand = { type: 'ReleaseBatch', ...onBatch };
const cancel: BatchCommand = { type: 'CancelBatch', ...onBatch, reason: 'MISTAKE' };
const both = [anja, wilma];
const exportIt = (claimIds: readonly string[] = both): BatchCommand => ({
  type: 'ExportBatch',
  ...onBatch,
  fileHash: 'b'.repeat(64),
  messageId: 'B-2009-07',
  claimIds,
});
const settle: BatchCommand = { type: 'SettleLine', ...onBatch, claimId: anja, valueOn: '2009-03-12' };
const reject: BatchCommand = { type: 'RejectLine', ...onBatch, claimId: anja, bankReason: 'AC04' };
const giveBack: BatchCommand = { type: 'ReturnLine', ...onBatch, claimId: anja, returnedOn: '2009-03-20' };
const hold: BatchCommand = { type: 'HoldLine', ...onBatch, claimId: anja, reason: 'ASK_PROVIDER' };
const free: BatchCommand = { type: 'FreeLine', ...onBatch, claimId: anja };
const drop: BatchCommand = { type: 'DropLine', ...onBatch, claimId: anja, code: 'DECISION_STALE' };

const STATES = {
  NONE: given(batchDecider),
  PREPARED: given(batchDecider, prepared),
  RELEASED: given(batchDecider, prepared, released),
  EXPORTED: given(batchDecider, prepared, released, exported),
  CANCELLED: given(batchDecider, prepared, cancelled),
};

const linesOf = ({ lines }: BatchState) => lines.map(({ state, code }) => [state, code]);

const exportedAnd = (...events: readonly Past<BatchEvent>[]) =>
  given(batchDecider, prepared, released, exported, ...events);
const paswerks = (...events: readonly Past<BatchEvent>[]) => given(batchDecider, preparedFor('PASWERK'), ...events);

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
    ['has a booking nobody explained', { mismatched: true }, { code: 'LINE_MISMATCH', data: {} }],
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

  const NO = 'BATCH_STATE_FORBIDS';
  const NONE = 'NOT_FOUND';
  /** life-cycle §4: release, drop a line, export, cancel, settle, reject, return, hold, free. `ok` records; `heard` is accepted. */
  const TABLE: Readonly<Record<keyof typeof STATES, readonly string[]>> = {
    NONE: [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE],
    PREPARED: ['ok', NO, NO, 'ok', NO, NO, NO, 'ok', 'heard'],
    RELEASED: [NO, 'ok', 'ok', 'ok', NO, NO, NO, 'ok', 'heard'],
    EXPORTED: [NO, NO, 'heard', 'BATCH_ALREADY_EXPORTED', 'ok', 'ok', NO, NO, 'heard'],
    CANCELLED: [NO, NO, NO, NO, NO, NO, NO, NO, 'heard'],
  };
  it.each(Object.keys(TABLE) as (keyof typeof STATES)[])('that is %s allows what the table says', (state) => {
    const codes = [
      STATES[state].when(release, payer),
      STATES[state].when(drop, system),
      STATES[state].when(exportIt(), system),
      STATES[state].when(cancel, preparer),
      STATES[state].when(settle, cashier),
      STATES[state].when(reject, cashier),
      STATES[state].when(giveBack, cashier),
      STATES[state].when(hold, preparer),
      STATES[state].when(free, preparer),
    ].map(({ refusal, events }) => refusal?.code ?? (events.length === 0 ? 'heard' : 'ok'));
    expect(codes).toEqual(TABLE[state]);
  });
  it('is exported of exactly its lines: none held, none fallen out since the file was made', () => {
    expect(STATES.RELEASED.when(exportIt(), system).events).toMatchObject([
      { type: 'BatchExported', payload: { fileHash: 'b'.repeat(64), exportedOn: '2009-03-10' } },
    ]);
    expect(STATES.RELEASED.when(exportIt([anja]), system)).toEqual(refuse('BATCH_STATE_FORBIDS'));
    const withoutAnja = given(batchDecider, prepared, released, dropped(anja));
    expect(withoutAnja.when(exportIt(), system)).toEqual(refuse('BATCH_STATE_FORBIDS'));
    expect(withoutAnja.when(exportIt([wilma]), system).events).toHaveLength(1);
    expect(given(batchDecider, prepared, released, held).when(exportIt(), system)).toEqual(
      refuse('BATCH_STATE_FORBIDS'),
    );
  });
  it('hears of the bank once for each line; another word on it is for a person', () => {
    const paid = exportedAnd(settledLine);
    expect(paid.when(settle, cashier)).toEqual(accept());
    expect(paid.when(reject, cashier)).toEqual(refuse('BATCH_STATE_FORBIDS'));
    expect(paid.when(giveBack, cashier).events).toHaveLength(1);
    const twice: BatchCommand = {
      type: 'SettleLine',
      ...onBatch,
      claimId: anja,
      valueOn: '2009-03-12',
      paymentRef: 'R2',
    };
    const named: Past<BatchEvent> = {
      type: 'BatchLineSettled',
      payload: { ...onBatch, claimId: anja, valueOn: '2009-03-12', paymentRef: 'R1' },
      by: cashier,
    };
    expect(exportedAnd(named).when(settle, cashier)).toEqual(accept());
    expect(exportedAnd(named).when(twice, cashier)).toEqual(refuse('BATCH_STATE_FORBIDS'));
    const refused = exportedAnd(rejectedLine);
    expect(refused.when(reject, cashier)).toEqual(accept());
    expect(refused.when(settle, cashier)).toEqual(refuse('BATCH_STATE_FORBIDS'));
    expect(refused.when({ ...settle, resolving: true }, cashier).events).toHaveLength(1);
    const back = exportedAnd(settledLine, returnedLine);
    expect([settle, giveBack].map((command) => back.when(command, cashier))).toEqual([accept(), accept()]);
    expect(back.state().lines[0]).toMatchObject({
      state: 'RETURNED',
      settled: { on: '2009-03-12', by: cashier },
      returned: { on: '2009-03-20', by: cashier },
    });
  });
  it('that lay prepared for more than fourteen days is cancelled by the clock, and not before', () => {
    const stale: BatchCommand = { ...cancel, type: 'CancelBatch', reason: 'NOT_RELEASED' };
    expect(STATES.PREPARED.when(stale, system, '2009-03-24')).toEqual(refuse('TERM_NOT_PASSED'));
    expect(STATES.PREPARED.when(stale, system, '2009-03-25').events).toHaveLength(1);
    expect(STATES.RELEASED.when(stale, system, '2009-03-25')).toEqual(refuse('BATCH_STATE_FORBIDS'));
  });
  it('sets off what the same provider owes, once, before the release, and leaves something to pay', () => {
    const clawbackId = 'k3jv7q2mzx4bd.b1';
    const offer = { clawbackId, providerId: 'PASWERK', outstandingCents: 400_000 };
    const offset = (cents: number, owed = offer, claimId = anja): BatchCommand => ({
      type: 'OffsetLine',
      ...onBatch,
      claimId,
      offered: owed,
      cents,
    });
    expect(paswerks().when(offset(299_999), preparer).events).toEqual([
      { type: 'BatchLineOffset', payload: { ...onBatch, claimId: anja, clawbackId, cents: 299_999 } },
    ]);
    expect(paswerks().when(offset(300_000), preparer)).toEqual(refuse('AMOUNT_ABOVE_OUTSTANDING'));
    const little = { ...offer, outstandingCents: 10 };
    expect(paswerks().when(offset(11, little), preparer)).toEqual(refuse('AMOUNT_ABOVE_OUTSTANDING'));
    expect(paswerks().when(offset(1, { ...offer, providerId: 'SAGENN' }), preparer)).toEqual(refuse('NO_GROUND'));
    const unknown: BatchCommand = { type: 'OffsetLine', ...onBatch, claimId: anja, cents: 1 };
    expect(paswerks().when(unknown, preparer).refusal?.code).toBe('UNKNOWN_REFERENCE');
    const done: BatchEvent = {
      type: 'BatchLineOffset',
      payload: { ...onBatch, claimId: anja, clawbackId, cents: 50_000 },
    };
    expect(paswerks(done).when(offset(50_000), preparer)).toEqual(accept());
    expect(paswerks(done).when(offset(1, offer, wilma), preparer)).toEqual(refuse('ID_REUSED'));
    expect(paswerks(released).when(offset(1), preparer)).toEqual(refuse('BATCH_STATE_FORBIDS'));
    expect(paswerks(done).state().lines.map(netCentsOf)).toEqual([250_000, 300_000]);
  });
  it('reads the claim and the attempt back from the bank’s name of an order, and nothing from a stranger’s', () => {
    const claimId = 'k3jv7q2mzx4bd.c4m7q';
    expect(orderOfEndToEndId(endToEndIdOf(claimId, 7))).toEqual({ claimId, attempt: 7 });
    expect(orderOfEndToEndId('SALARIS-2009-03')).toBeUndefined();
    expect(orderOfEndToEndId('NOTPROVIDED')).toBeUndefined();
  });
  it('lets each command come from its own role only', () => {
    for (const actor of EVERYBODY)
      for (const command of [
        prepare(offered(anja)),
        release,
        drop,
        cancel,
        exportIt(),
        settle,
        reject,
        giveBack,
        hold,
        free,
      ]) {
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

import {
  dayOf,
  earliest,
  offsetCentsOf,
  personOf,
  SYSTEM,
  textOf,
  type Actor,
  type BankWord,
  type BatchLine,
  type BatchState,
  type ClientFile,
  type ClientFileCommand,
  type PaymentOrder,
} from '@uitkomst/domain';
import type { TransactResult } from '@uitkomst/ledger';
import { derivedHash, derivedId } from '../derived-id.js';
import type { PaymentPorts } from './payment-ports.js';

/** A line of a batch, and everything needed to make files, budget and offsets agree with it. */
export interface Carrying {
  readonly municipality: string;
  readonly batch: BatchState;
  readonly line: BatchLine;
  readonly ports: PaymentPorts;
}

/** Every step is named by what it is about: asked twice, late or on two machines it is the same command. */
export const named = (...names: readonly string[]): { readonly commandId: string; readonly commandHash: string } => ({
  commandId: derivedId(...names),
  commandHash: derivedHash(...names),
});

export const namesOf = (step: string, { municipality, batch, line }: Carrying): readonly string[] => [
  step,
  municipality,
  batch.batchId ?? '',
  line.claimId,
];

/** Asks something of the claim's file. */
export async function onFile(
  carrying: Carrying,
  step: string,
  { command, actor }: { readonly command: ClientFileCommand; readonly actor: Actor },
): Promise<TransactResult<ClientFile>> {
  const { municipality, line, ports } = carrying;
  const personRef = personOf(line.claimId);
  const ids = named(...namesOf(step, carrying));
  return ports.sendToFile({ municipality, personRef, command, actor, today: ports.today(), ...ids });
}

/** The order this batch gave for the claim, as the file has it. */
export async function orderOf({ municipality, batch, line, ports }: Carrying): Promise<PaymentOrder | undefined> {
  const file = await ports.readFile(municipality, personOf(line.claimId));
  return file.payments.find(({ claimId, order }) => claimId === line.claimId && order?.batchId === batch.batchId);
}

/** The line fell out, or its batch was cancelled: its order is taken back and its money is free again. */
export async function takeBack(carrying: Carrying, code: string): Promise<void> {
  const order = await orderOf(carrying);
  if (order?.state === 'OPEN') {
    const command = { type: 'CancelOrder', claimId: order.claimId, orderId: order.orderId, code } as const;
    ensure(await onFile(carrying, 'cancel', { command, actor: SYSTEM }));
  }
  await release(carrying);
}

/** The bank did not pay: the claim may be ordered again. */
export async function failOrder(carrying: Carrying, { on, by }: BankWord): Promise<void> {
  const order = await orderOf(carrying);
  if (order?.state === 'OPEN') {
    const reason = carrying.line.code === undefined ? {} : { bankReason: carrying.line.code };
    const { claimId, orderId } = order;
    const command = { type: 'FailPayment', claimId, orderId, failedOn: on, ...reason } as const;
    ensure(await onFile(carrying, 'fail', { command, actor: by }));
  }
  await release(carrying);
}

/**
 * The bank paid: first what was set off is settled on its own file, then the claim is paid. What could not be set off any more was
 * paid too little, and is due again.
 */
export async function settleOrder(carrying: Carrying, { on, by }: BankWord): Promise<void> {
  const { line } = carrying;
  const order = await orderOf(carrying);
  if (order === undefined || order.state === 'RETURNED') return;
  if (order.state === 'PAID') return release(carrying, order.paidCents);
  if (line.rejected !== undefined) await reserve(carrying, 'reserve settled');
  let cents = order.cents;
  for (const offset of line.offsets) if (!(await setOff(carrying, offset, { on, by }))) cents -= offset.cents;
  const { claimId, orderId } = order;
  const command = { type: 'SettlePayment', claimId, orderId, cents, paidOn: on } as const;
  ensure(await onFile(carrying, 'settle', { command, actor: by }));
  await release(carrying, cents);
}

async function setOff(
  { municipality, batch, ports }: Carrying,
  { clawbackId, cents }: BatchLine['offsets'][number],
  { on, by }: BankWord,
): Promise<boolean> {
  const batchId = batch.batchId ?? '';
  const settled = await ports.sendToFile({
    municipality,
    personRef: personOf(clawbackId),
    command: { type: 'SettleClawback', clawbackId, method: 'OFFSET', cents, settledOn: notLater(on, ports), batchId },
    actor: by,
    today: ports.today(),
    ...named('offset', municipality, batchId, clawbackId),
  });
  return settled.ok;
}

/** The bank sent it back: what it had paid is due again; what was set off stays set off. */
export async function returnOrder(carrying: Carrying, { on, by }: BankWord): Promise<void> {
  const { line } = carrying;
  if (line.settled !== undefined) await settleOrder(carrying, line.settled);
  const order = await orderOf(carrying);
  if (order?.state === 'PAID') {
    const { claimId, orderId } = order;
    const reason = line.code === undefined ? {} : { bankReason: line.code };
    const returned = { cents: line.cents - offsetCentsOf(line), returnedOn: notLater(on, carrying.ports), ...reason };
    const command = { type: 'ReturnPayment', claimId, orderId, ...returned } as const;
    ensure(await onFile(carrying, 'return', { command, actor: by }));
  }
  await release(carrying, (await orderOf(carrying))?.paidCents);
}

/** Sets the money of the line apart under its contract's ceiling; why there is no room, if so. */
export async function reserve(carrying: Carrying, step: 'reserve' | 'reserve settled'): Promise<string | undefined> {
  const { municipality, batch, line, ports } = carrying;
  const { claimId, contractId, cents } = line;
  if (contractId === undefined) return undefined;
  // What the bank paid is spent, whatever the ceiling says.
  const ceilingCents = step === 'reserve' ? await ports.ceilingOf(municipality, contractId) : undefined;
  const ceiling = ceilingCents === undefined ? {} : { ceilingCents };
  const about = { contractId, batchId: batch.batchId ?? '', claimId };
  const result = await ports.sendToBudget({
    municipality,
    command: { type: 'ReserveBudget', ...about, cents, ...ceiling },
    actor: SYSTEM,
    ...named(...namesOf(step, carrying)),
  });
  return 'refusal' in result ? result.refusal.code : undefined;
}

async function release(carrying: Carrying, keepCents = 0): Promise<void> {
  const { municipality, batch, line, ports } = carrying;
  const { claimId, contractId } = line;
  if (contractId === undefined) return;
  await ports.sendToBudget({
    municipality,
    command: { type: 'ReleaseBudget', contractId, batchId: batch.batchId ?? '', claimId, keepCents },
    actor: SYSTEM,
    ...named(...namesOf('release', carrying), line.state, String(keepCents)),
  });
}

/** A bank's value date may lie ahead; nothing has come back before it did. */
const notLater = (on: string, { today }: PaymentPorts): string => textOf(earliest(dayOf(on), today()));

/** What the batch says must be so on the file; a refusal here is a fault of the program, not of a person. */
function ensure(result: TransactResult<ClientFile>): void {
  if (result.ok) return;
  throw new Error('refusal' in result ? `The file refuses what its batch says: ${result.refusal.code}` : 'Used before');
}

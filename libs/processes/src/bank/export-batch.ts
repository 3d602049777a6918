import {
  addDays,
  agreedOn,
  dayOf,
  latest,
  netCentsOf,
  outstandingCents,
  personOf,
  providerDecider,
  SYSTEM,
  termsStream,
  type BatchState,
  type Day,
  type ProviderState,
  type Refusal,
} from '@uitkomst/domain';
import { foldOf, foldStream, type BankVault, type Clock, type Ledger, type TermsBook } from '@uitkomst/ledger';
import { named, onFile, orderOf, type Carrying } from '../batch-completion/carry-line.js';
import { completeBatch, drop } from '../batch-completion/complete-batch.js';
import type { PaymentPorts } from '../batch-completion/payment-ports.js';
import { messageIdOf, pain001, type Debtor, type Transfer } from './pain-001.js';

export interface Exporting {
  readonly ledger: Ledger;
  readonly terms: TermsBook;
  readonly bankVault: BankVault;
  readonly clock: Clock;
  readonly ports: PaymentPorts;
  readonly debtor: Debtor;
}

export interface ExportRequest {
  readonly municipality: string;
  readonly batchId: string;
  /** Who asked the system to export. */
  readonly requestedBy?: string;
}

/** The kept file, or why there is none. */
export type Exported = { readonly batch: BatchState; readonly file: Buffer } | { readonly refusal: Refusal };

/** How often the batch may change under the export before it is asked again. */
const ROUNDS_MAX = 5;

/**
 * Makes the file for the bank, once: every order is looked at again just before, what no longer holds falls out, the bytes are kept
 * and only then is the batch exported. A batch that was exported gives its kept bytes.
 */
export async function exportBatch(exporting: Exporting, request: ExportRequest): Promise<Exported> {
  const { municipality, batchId, requestedBy } = request;
  const { bankVault, ports } = exporting;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const batch = await ports.readBatch(municipality, batchId);
    if (batch.status === 'NONE') return { refusal: { code: 'NOT_FOUND' } };
    if (batch.exported) return { batch, file: keptFile(bankVault, batch.exported.fileHash) };
    if (batch.status !== 'RELEASED') return { refusal: { code: 'BATCH_STATE_FORBIDS' } };
    await completeBatch(municipality, batch, ports);
    const transfers = await transfersOf(exporting, municipality, await ports.readBatch(municipality, batchId));
    if (transfers.length === 0) continue;
    const messageId = messageIdOf(batchId);
    const createdAt = new Date(exporting.clock.now());
    const file = await pain001({ messageId, createdAt, debtor: exporting.debtor, transfers });
    const fileHash = bankVault.keepFile(file);
    const claimIds = transfers.map(({ claimId }) => claimId);
    const asked = requestedBy === undefined ? {} : { requestedBy };
    const done = await ports.sendToBatch({
      municipality,
      command: { type: 'ExportBatch', batchId, fileHash, messageId, claimIds, ...asked },
      actor: SYSTEM,
      ...named('export', municipality, batchId, fileHash),
    });
    if (done.ok && done.state.exported?.fileHash === fileHash) return { batch: done.state, file };
  }
  return { refusal: { code: 'BATCH_STATE_FORBIDS' } };
}

function keptFile(vault: BankVault, sha256: string): Buffer {
  const file = vault.file(sha256);
  if (file === undefined) throw new Error(`The payment file ${sha256} is not in the vault`);
  return file;
}

type LineTransfer = Transfer & { readonly claimId: string };

/** The lines that hold, each with where its money goes; the others fall out here. */
async function transfersOf(
  exporting: Exporting,
  municipality: string,
  batch: BatchState,
): Promise<readonly LineTransfer[]> {
  const transfers: LineTransfer[] = [];
  for (const line of batch.lines) {
    if (line.state !== 'OPEN' && line.state !== 'HELD') continue;
    const carrying = { municipality, batch, line, ports: exporting.ports };
    const checked = line.state === 'HELD' ? 'LINE_HELD' : await transferOf(exporting, carrying);
    if (typeof checked === 'string') await drop(carrying, checked);
    else transfers.push(checked);
  }
  return transfers;
}

/** The transfer of one line, or the code with which it falls out. */
async function transferOf(exporting: Exporting, carrying: Carrying): Promise<LineTransfer | string> {
  const { municipality, line } = carrying;
  const { claimId, endToEndId } = line;
  const order = await orderOf(carrying);
  if (order?.order === undefined) return 'STATE_FORBIDS';
  const command = { type: 'RecheckOrder', claimId, orderId: order.orderId } as const;
  const checked = await onFile(carrying, 'recheck', { command, actor: SYSTEM });
  if ('refusal' in checked) return checked.refusal.code;
  if (!(await offsetsHold(carrying))) return 'AMOUNT_ABOVE_OUTSTANDING';
  const { providerId } = order;
  const { accountId = '', contractId } = order.order;
  const { accounts } = await providerOf(exporting.ledger, municipality, providerId);
  const commitment = accounts.get(accountId)?.account.ibanCommitment ?? '';
  const account = exporting.bankVault.account({ municipality, providerId, accountId }, commitment);
  if (account === undefined) return 'ACCOUNT_NOT_CONFIRMED';
  const file = await exporting.ports.readFile(municipality, personOf(claimId));
  const { providerReference, submittedOn } = file.claims.get(claimId)?.submission.payload ?? {};
  const dueOn = dueDay(exporting, { municipality, contractId, submittedOn });
  const remittance = [providerReference, claimId].filter((part) => part !== undefined).join(' ');
  return { claimId, endToEndId, cents: netCentsOf(line), ...account, remittance, executionOn: dueOn };
}

/** What is set off must still be owed: else the provider would get too little. */
async function offsetsHold({ municipality, line, ports }: Carrying): Promise<boolean> {
  for (const { clawbackId, cents } of line.offsets) {
    const { clawbacks } = await ports.readFile(municipality, personOf(clawbackId));
    const clawback = clawbacks.find((one) => one.clawbackId === clawbackId);
    if (clawback === undefined || outstandingCents(clawback) < cents) return false;
  }
  return true;
}

async function providerOf(ledger: Ledger, municipality: string, providerId: string): Promise<ProviderState> {
  const stream = termsStream('provider', municipality, providerId);
  return (await foldStream({ ledger, stream, fold: PROVIDER })).state;
}

const PROVIDER = foldOf(providerDecider);

/** Not before the payment term that the contract agrees is over, and not in the past. */
function dueDay(
  { terms, ports }: Exporting,
  {
    municipality,
    contractId = '',
    submittedOn,
  }: {
    readonly municipality: string;
    readonly contractId?: string | undefined;
    readonly submittedOn?: string | undefined;
  },
): Day {
  const today = ports.today();
  const contract = terms.current(municipality).contracts.get(contractId);
  const term = contract && agreedOn(contract, today)?.paymentTermDays;
  if (term === undefined || submittedOn === undefined) return today;
  return latest(today, addDays(dayOf(submittedOn), term));
}

import {
  claimStanding,
  SYSTEM,
  termsStream,
  type Actor,
  type BatchCommand,
  type BatchState,
  type BudgetState,
  type ClaimStanding,
  type ClientFile,
  type ClientFileCommand,
} from '@uitkomst/domain';
import { finance, lastingOutflow, officer, provider, submitClaim } from '@uitkomst/domain/testing';
import { ClientFiles, clientStream, TermsBook, type BankVault, type Clock, type Ledger } from '@uitkomst/ledger';
import { record } from '@uitkomst/projections/testing';
import type { BankEntry } from '../bank/bank-message.js';
import { exportBatch, type Exported, type Exporting } from '../bank/export-batch.js';
import { recordBankLine, type BankLineReport } from '../bank/record-bank-line.js';
import { named } from '../batch-completion/carry-line.js';
import { completeBatch } from '../batch-completion/complete-batch.js';
import { paymentPorts, readBudget, type PaymentPorts } from '../batch-completion/payment-ports.js';
import { TOWN } from './town.js';

export const PAY_DAY = '2009-04-02';
/** Below the threshold of four eyes. */
export const BONUS = 200_000;
const DEBTOR = { name: 'Gemeente Haarlem', iban: 'NL91ABNA0417164300' };

const personCalled = (client: string): string => client.padEnd(13, 'a');
/** The claim of a client: Paswerk's, under contract K1. */
export const claimOf = (client: string): string => `${personCalled(client)}.a`;

/** What one process of the municipality needs to pay: opened again on the same ledger and vault, it is the process after a crash. */
export class PayOffice {
  private constructor(readonly exporting: Exporting) {}

  get ledger(): Ledger {
    return this.exporting.ledger;
  }

  get ports(): PaymentPorts {
    return this.exporting.ports;
  }

  static async open(ledger: Ledger, bankVault: BankVault, clock: Clock): Promise<PayOffice> {
    const terms = await TermsBook.open(ledger, { follow: false });
    const files = new ClientFiles(ledger, terms);
    const ports = paymentPorts({ ledger, clientFiles: files, terms, clock });
    return new PayOffice({ ledger, ports, terms, bankVault, clock, debtor: DEBTOR });
  }

  /** Asks something of a client's file; asked again it is the same command. */
  async ask(client: string, command: ClientFileCommand, actor: Actor): Promise<ClientFile> {
    const result = await this.ports.sendToFile({
      municipality: TOWN,
      personRef: personCalled(client),
      command,
      actor,
      today: this.ports.today(),
      ...named('ask', client, JSON.stringify(command)),
    });
    if ('refusal' in result) throw new Error(`${command.type}: ${result.refusal.code}`);
    if (!result.ok) throw new Error(`${command.type} was asked twice`);
    return result.state;
  }

  /** Somebody of the municipality asks something of a batch, and it is carried through. */
  async onBatch(command: BatchCommand, actor: Actor): Promise<BatchState> {
    const ids = named('on batch', command.batchId, JSON.stringify(command));
    const result = await this.ports.sendToBatch({ municipality: TOWN, command, actor, ...ids });
    if ('refusal' in result) throw new Error(`${command.type}: ${result.refusal.code}`);
    if (!result.ok) throw new Error(`${command.type} was asked twice`);
    if (command.type !== 'PrepareBatch') await completeBatch(TOWN, result.state, this.ports);
    return this.ports.readBatch(TOWN, command.batchId);
  }

  /** Prepared by officer 2 from the claims of these clients, as their files stand. */
  async prepare(
    batchId: string,
    clients: readonly string[],
    told: { readonly vatCents?: number } = {},
  ): Promise<BatchState> {
    const lines = [];
    for (const client of clients) {
      const { file, standing } = await this.claim(client);
      const { determination, submission } = file.claims.get(claimOf(client)) ?? {};
      lines.push({
        claimId: claimOf(client),
        state: standing.state,
        toPayCents: standing.toPayCents,
        determinationId: determination?.id ?? '',
        decisionHash: determination?.payload.decisionHash ?? '',
        attempt: file.payments.length + 1,
        providerId: submission?.payload.providerId ?? '',
        contractId: 'K1',
        ...told,
      });
    }
    return this.onBatch({ type: 'PrepareBatch', batchId, lines }, officer(2));
  }

  release(batchId: string): Promise<BatchState> {
    return this.onBatch({ type: 'ReleaseBatch', batchId }, officer(3));
  }

  export(batchId: string): Promise<Exported> {
    return exportBatch(this.exporting, { municipality: TOWN, batchId });
  }

  /** The bank tells of the order of a client, by its n-th name. */
  tell(client: string, entry: Partial<BankEntry> & Pick<BankEntry, 'result'>, attempt = 1): Promise<BankLineReport> {
    const endToEndId = `${claimOf(client).replace('.', '')}${String(attempt).padStart(2, '0')}`;
    const told = { place: 'entry 1', endToEndId, on: PAY_DAY, cents: BONUS, currency: 'EUR', ...entry };
    return recordBankLine(told, { municipality: TOWN, actor: finance(), ports: this.ports });
  }

  async claim(client: string): Promise<{ readonly file: ClientFile; readonly standing: ClaimStanding }> {
    const file = await this.ports.readFile(TOWN, personCalled(client));
    const standing = claimStanding(file, claimOf(client), { today: this.ports.today() });
    if (standing === undefined) throw new Error(`${client} has no claim`);
    return { file, standing };
  }

  budget(): Promise<BudgetState> {
    return readBudget(this.ledger, TOWN, 'K1');
  }
}

/** Records what a municipality has agreed, and where Paswerk's money goes: kept in the vault, long confirmed. */
export async function recordAgreements(
  ledger: Ledger,
  vault: BankVault,
  told: { readonly budgetCents?: number; readonly validTo?: string } = {},
): Promise<void> {
  const account = { providerId: 'PASWERK', accountId: 'ACC-1' };
  const details = { iban: 'NL20INGB0001234567', holder: 'Stichting Paswérk & Co' };
  const ibanCommitment = vault.keepAccount({ municipality: TOWN, ...account }, details);
  const tell = async (stream: string, type: string, payload: object): Promise<void> =>
    void (await record(ledger, stream, { type, payload, actor: SYSTEM }));
  const stream = termsStream('provider', TOWN, 'PASWERK');
  await tell(stream, 'BankAccountRegistered', { ...account, activeFrom: '2004-01-01', ibanCommitment });
  await tell(stream, 'BankAccountConfirmed', { ...account, confirmedOn: '2004-01-02' });
  const contract = termsStream('contract', TOWN, 'K1');
  await tell(contract, 'TariffSet', {
    contractId: 'K1',
    milestone: 'SUSTAINED',
    cents: BONUS,
    validFrom: '2000-01-01',
  });
  if (Object.keys(told).length > 0)
    await tell(contract, 'ContractAmended', { contractId: 'K1', validFrom: '2000-01-02', ...told });
  for (const system of ['UWV_POLIS', 'GWS4ALL'])
    await tell(`source-${TOWN}-${system}`, 'SourceWatermark', { system, completeThrough: '2009-04-01' });
}

/** A client whose job lasts, claimed by Paswerk and approved by officer 1. */
export async function approvedClaim(
  office: PayOffice,
  client: string,
  told: Parameters<typeof submitClaim>[0] = {},
): Promise<void> {
  for (const { by, ...event } of lastingOutflow())
    await record(office.ledger, clientStream(TOWN, personCalled(client)), { ...event, actor: by });
  await office.ask(client, submitClaim({ claimId: claimOf(client), ...told }), provider());
  await approve(office, client);
}

async function approve(office: PayOffice, client: string): Promise<void> {
  const { determination } = (await office.claim(client)).file.claims.get(claimOf(client)) ?? {};
  const seen = { determinationId: determination?.id ?? '', decisionHash: determination?.payload.decisionHash ?? '' };
  await office.ask(client, { type: 'Approve', claimId: claimOf(client), ...seen }, officer(1));
}

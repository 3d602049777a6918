import { randomUUID } from 'node:crypto';
import {
  textOf,
  type Actor,
  type Asking,
  type ClientFile,
  type ClientFileCommand,
  type Day,
  type Decider,
} from '@uitkomst/domain';
import {
  BankVault,
  ClientFiles,
  foldOf,
  Identities,
  type AccountDetails,
  type AccountName,
  openLedger,
  TermsBook,
  transact,
  type Ledger,
} from '@uitkomst/ledger';
import {
  completeBatch,
  derivedHash,
  exportBatch,
  paymentPorts,
  recordBankMessage,
  type PaymentPorts,
} from '@uitkomst/processes';
import { todayOf } from '../shell/today.js';
import { SimulatedClock } from './simulated-clock.js';

/** The municipality's own account, at a bank that does not exist. */
const DEBTOR = { name: 'Gemeente Voorbeeld', iban: 'NL91ABNA0417164300' };
const FINANCE: Actor = { id: 'finance-1', role: 'FINANCE', orgId: 'VOORBEELDSTAD' };

type AnyEvent = { readonly type: string; readonly payload: unknown };

interface Parts {
  readonly clock: SimulatedClock;
  readonly ledger: Ledger;
  readonly terms: TermsBook;
  readonly files: ClientFiles;
  readonly identities: Identities;
  readonly bankVault: BankVault;
}

/** Records through the same deciders and the same write path as the API, on a day of its own choosing. */
export class Recorder {
  private constructor(
    readonly municipality: string,
    private readonly parts: Parts,
  ) {}

  static async open(folder: string, ledgerUrl: string, municipality: string): Promise<Recorder> {
    const clock = new SimulatedClock();
    clock.moveTo('2004-01-01');
    const ledger = await openLedger(ledgerUrl, { clock });
    const terms = await TermsBook.open(ledger, { follow: false });
    const files = new ClientFiles(ledger, terms);
    const identities = Identities.open(folder);
    const bankVault = BankVault.open(folder);
    return new Recorder(municipality, { clock, ledger, terms, files, identities, bankVault });
  }

  moveTo(on: string): void {
    this.parts.clock.moveTo(on);
  }

  get today(): Day {
    return todayOf(this.parts.clock);
  }

  personRefOf(bsn: string): string {
    return this.parts.identities.createOrFind(this.municipality, bsn);
  }

  /** Keeps an account number in the vault and gives its commitment. */
  keepAccount(name: Omit<AccountName, 'municipality'>, details: AccountDetails): string {
    return this.parts.bankVault.keepAccount({ ...name, municipality: this.municipality }, details);
  }

  /** Asks one of the small deciders; what it refuses is a fault of the demonstration. */
  async ask<S, C extends { readonly type: string }, E extends AnyEvent, R>(
    decider: Decider<S, C, E, Asking, R>,
    stream: string,
    { by, command }: { readonly by: Actor; readonly command: C },
  ): Promise<void> {
    const result = await transact<S>({
      ledger: this.parts.ledger,
      stream,
      fold: foldOf(decider),
      decide: (state) => decider.decide(state, command, { actor: by, today: this.today }),
      command: { ...this.commandIds(), actor: by },
    });
    if ('refusal' in result) throw new Error(`${command.type} on ${stream}: ${result.refusal.code}`);
    await this.parts.terms.refresh(this.municipality);
  }

  /** Asks something of a client's file and gives the file as it is then. */
  async onFile(personRef: string, by: Actor, command: ClientFileCommand): Promise<ClientFile> {
    const task = { municipality: this.municipality, personRef, command, actor: by, today: this.today };
    const result = await this.parts.files.handle({ ...task, ...this.commandIds() });
    if ('refusal' in result)
      throw new Error(`${command.type}: ${result.refusal.code} ${JSON.stringify(result.refusal.data ?? {})}`);
    if (!result.ok) throw new Error(`${command.type} was asked twice`);
    return result.state;
  }

  /** What follows from a released batch: the orders on the files, given by who released it. */
  async carryOut(batchId: string, actor: Actor): Promise<void> {
    const { ports, municipality } = this;
    await completeBatch(municipality, await ports.readBatch(municipality, batchId), { ...ports, actor });
  }

  /** The file goes to the bank, and the bank says that it paid. */
  async pay(batchId: string): Promise<void> {
    const { ports, municipality, parts } = this;
    const exported = await exportBatch({ ...parts, ports, debtor: DEBTOR }, { municipality, batchId });
    if ('refusal' in exported) throw new Error(`${batchId}: ${exported.refusal.code}`);
    const on = textOf(this.today);
    const entries = exported.batch.lines.map(({ endToEndId, cents }, index) => ({
      place: String(index + 1),
      endToEndId,
      result: 'SETTLED' as const,
      cents,
      currency: 'EUR',
      on,
    }));
    const message = { kind: 'CAMT_053', messageId: `STM-${batchId}`, entries } as const;
    const reports = await recordBankMessage(message, { municipality, actor: FINANCE, ports });
    const other = reports.find(({ status }) => status !== 'SETTLED');
    if (other !== undefined) throw new Error(`${batchId}: ${JSON.stringify(other)}`);
  }

  private get ports(): PaymentPorts {
    const { ledger, terms, files: clientFiles, clock } = this.parts;
    return paymentPorts({ ledger, terms, clientFiles, clock });
  }

  async fileOf(personRef: string): Promise<ClientFile> {
    return (await this.parts.files.read(this.municipality, personRef)).state;
  }

  async close(): Promise<void> {
    await this.parts.terms.close();
    await this.parts.ledger.close();
    this.parts.identities.close();
    this.parts.bankVault.close();
  }

  private commandIds(): { readonly commandId: string; readonly commandHash: string } {
    const commandId = randomUUID();
    return { commandId, commandHash: derivedHash(commandId) };
  }
}

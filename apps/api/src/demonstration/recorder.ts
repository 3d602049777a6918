import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type Asking,
  type ClientFile,
  type ClientFileCommand,
  type Day,
  type Decider,
  type Recorded,
} from '@uitkomst/domain';
import {
  BankVault,
  ClientFiles,
  Identities,
  type AccountDetails,
  type AccountName,
  openLedger,
  TermsBook,
  transact,
  type Ledger,
} from '@uitkomst/ledger';
import { derivedHash } from '@uitkomst/processes';
import { todayOf } from '../shell/today.js';
import { SimulatedClock } from './simulated-clock.js';

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
      fold: { initial: decider.initial, evolve: (state: S, event: Recorded) => decider.evolve(state, event as R) },
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

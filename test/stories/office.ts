import {
  amsterdamDay,
  evolveTerms,
  noTerms,
  type Actor,
  type ClientFile,
  type ClientFileCommand,
  type Day,
  type DefinitionParameters,
  type Terms,
} from '@uitkomst/domain';
import { confirmedAccount, PERSON, PRESET_PARAMETERS, type Past } from '@uitkomst/domain/testing';
import {
  ClientFiles,
  clientStream,
  memoryLedger,
  municipalityOfTerms,
  plain,
  TermsBook,
  type Ledger,
  type NewEvent,
  type Position,
  type TransactResult,
} from '@uitkomst/ledger';
import { anEvent, manualClock } from '@uitkomst/ledger/testing';

export const TOWN = '0392';
const FILE = clientStream(TOWN, PERSON);

/** What is agreed before anything happens: tariffs by contract and provider, and the definition set. */
export interface Agreement {
  readonly contracts: readonly { readonly contractId: string; readonly providerId: string; readonly cents: number }[];
  readonly parameters?: Partial<DefinitionParameters>;
}

/** A municipality's office with a real ledger in memory, its terms and one client's file; its clock stands still until it is set. */
export class Office {
  private commands = 0;

  private constructor(
    readonly ledger: Ledger,
    readonly book: TermsBook,
    private readonly clock: ReturnType<typeof manualClock>,
    readonly files = new ClientFiles(ledger, book),
  ) {}

  static async open({ contracts, parameters }: Agreement, day: string): Promise<Office> {
    const clock = manualClock(`${day}T09:00:00.000Z`);
    const ledger = memoryLedger({ clock });
    const office = new Office(ledger, await TermsBook.open(ledger, { follow: false }), clock);
    await office.tell(`definition-${TOWN}-NL-STD`, published({ ...PRESET_PARAMETERS, ...parameters }));
    for (const { contractId, providerId, cents } of contracts) {
      const since = { contractId, validFrom: '2000-01-01' };
      const stream = `contract-${TOWN}-${contractId}`;
      await office.tell(stream, {
        type: 'ContractRegistered',
        payload: { ...since, providerId, definitionSetId: 'NL-STD' },
      });
      for (const event of confirmedAccount(providerId)) await office.tell(`provider-${TOWN}-${providerId}`, event);
      await office.tell(stream, { type: 'TariffSet', payload: { ...since, milestone: 'SUSTAINED', cents } });
    }
    for (const system of ['UWV_POLIS', 'GWS4ALL'])
      await office.tell(`source-${TOWN}-${system}`, {
        type: 'SourceWatermark',
        payload: { system, completeThrough: '2020-01-01' },
      });
    return office;
  }

  /** The morning of a later day. */
  on(day: string): this {
    this.clock.advance(Math.max(0, Date.parse(`${day}T09:00:00.000Z`) - this.clock.now()));
    return this;
  }

  /** So much later; the clock may also stand still, so that much is recorded at one instant. */
  wait(milliseconds: number): void {
    this.clock.advance(milliseconds);
  }

  get now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** In Amsterdam. */
  get today(): Day {
    return amsterdamDay(this.now);
  }

  ask(command: ClientFileCommand, actor: Actor): Promise<TransactResult<ClientFile>> {
    const commandId = `asked-${(this.commands += 1)}`;
    const { today } = this;
    return this.files.handle({
      municipality: TOWN,
      personRef: PERSON,
      command,
      actor,
      today,
      commandId,
      commandHash: '0'.repeat(64),
    });
  }

  /** What was reported, each as an append of its own. */
  async reported(...past: readonly Past[]): Promise<void> {
    for (const { by, ...event } of past) await this.tell(FILE, { ...event, actor: by });
  }

  async tell(stream: string, event: Pick<NewEvent, 'type' | 'payload'> & { readonly actor?: Actor }): Promise<void> {
    let revision = -1;
    for await (const last of this.ledger.readStream(stream, { backwards: true, max: 1 })) ({ revision } = last);
    const result = await this.ledger.append(stream, revision < 0 ? 'none' : revision, [anEvent(event)]);
    if (!result.ok) throw new Error(`${stream} was not taken`);
  }

  async file(): Promise<ClientFile> {
    return (await this.files.read(TOWN, PERSON)).state;
  }

  async fileAt(until: { readonly revision: number } | { readonly position: Position }): Promise<ClientFile> {
    return (await this.files.readAt(TOWN, PERSON, until)).state;
  }

  /** All terms as they were known at a position. */
  async termsAt(until: Position): Promise<Terms> {
    let terms = noTerms(TOWN);
    for await (const event of this.ledger.readAll({ until }))
      if (municipalityOfTerms(event.stream) !== undefined) terms = evolveTerms(terms, event.stream, plain(event));
    return terms;
  }

  async close(): Promise<void> {
    await this.book.close();
    await this.ledger.close();
  }
}

const published = (parameters: DefinitionParameters) => ({
  type: 'DefinitionSetPublished',
  payload: {
    definitionId: 'NL-STD',
    version: 1,
    parameters,
    text: 'Duurzame uitstroom naar regulier werk',
    decisionRef: '2007/12',
    validFrom: '2000-01-01',
    source: { system: 'IMPORT', recordedOn: '2000-01-01' },
  },
});

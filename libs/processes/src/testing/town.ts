import { dayOf, SYSTEM, type Actor, type ClientFile, type ClientFileCommand, type Day } from '@uitkomst/domain';
import {
  C1,
  confirmedAccount,
  lastingOutflow,
  PERSON,
  PRESET_PARAMETERS,
  provider,
  submitClaim,
} from '@uitkomst/domain/testing';
import {
  ClientFiles,
  clientStream,
  memoryLedger,
  TermsBook,
  type ClientFileTask,
  type Ledger,
  type TransactResult,
} from '@uitkomst/ledger';
import { manualClock } from '@uitkomst/ledger/testing';
import { affectedFiles, ALL_PROJECTIONS, dueBy, ProjectionRunner, type ReadStore } from '@uitkomst/projections';
import { record } from '@uitkomst/projections/testing';
import { randomUUID } from 'node:crypto';
import type { SendToFile } from '../ports.js';

export const TOWN = '0392';
export { C1, PERSON };

/** A municipality in memory with a real write path, its read store, and a client whose job lasts: claimed by Paswerk on 1 October 2008. */
export interface Town {
  readonly ledger: Ledger;
  readonly runner: ProjectionRunner;
  readonly files: ClientFiles;
  readonly reads: ReadStore;
  /** Every task that was sent, in order. */
  readonly sent: ClientFileTask[];
  readonly send: SendToFile;
  readonly due: (today: Day) => ReturnType<typeof dueBy>;
  readonly affected: (stream: string | undefined) => ReturnType<typeof affectedFiles>;
  ask(command: ClientFileCommand, actor: Actor, day: string): Promise<TransactResult<ClientFile>>;
  file(): Promise<ClientFile>;
  /** Through which day the registers are complete. */
  registersComplete(through: string): Promise<void>;
  tariff(cents: number): Promise<void>;
  ruleSet(ruleSet: string, validFrom: string): Promise<void>;
}

export async function town(reads: ReadStore): Promise<Town> {
  const ledger = memoryLedger({ clock: manualClock('2008-10-01T10:00:00Z') });
  await recordTerms(ledger);
  const runner = new ProjectionRunner({ ledger, reads, projections: ALL_PROJECTIONS });
  const terms = await TermsBook.open(ledger, { follow: false });
  const files = new ClientFiles(ledger, terms);
  for (const { by, ...event } of lastingOutflow())
    await record(ledger, clientStream(TOWN, PERSON), { ...event, actor: by });
  const sent: ClientFileTask[] = [];
  const send: SendToFile = async (task) => {
    sent.push(task);
    await terms.refresh(TOWN);
    return files.handle(task);
  };
  const ask: Town['ask'] = (command, actor, day) =>
    files.handle({
      municipality: TOWN,
      personRef: PERSON,
      command,
      actor,
      today: dayOf(day),
      commandId: randomUUID(),
      commandHash: '0'.repeat(64),
    });
  await ask(submitClaim(), provider(), '2008-10-01');
  const tell = async (stream: string, type: string, payload: object): Promise<void> =>
    void (await record(ledger, stream, { type, payload, actor: SYSTEM }));
  return {
    ledger,
    runner,
    files,
    reads,
    sent,
    send,
    ask,
    due: async (today) => {
      await runner.catchUp();
      return dueBy(reads, today, { limit: 100, offset: 0 });
    },
    affected: async (stream) => {
      await runner.catchUp();
      return affectedFiles(reads, stream);
    },
    file: async () => (await files.read(TOWN, PERSON)).state,
    registersComplete: async (completeThrough) => {
      for (const system of ['UWV_POLIS', 'GWS4ALL'])
        await tell(`source-${TOWN}-${system}`, 'SourceWatermark', { system, completeThrough });
    },
    tariff: (cents) =>
      tell(`contract-${TOWN}-K1`, 'TariffSet', {
        contractId: 'K1',
        milestone: 'SUSTAINED',
        cents,
        validFrom: '2008-01-01',
      }),
    ruleSet: (ruleSet, validFrom) => tell(`rules-${TOWN}`, 'RuleSetActivated', { ruleSet, validFrom }),
  };
}

export async function recordTerms(ledger: Ledger): Promise<void> {
  await record(ledger, `provider-${TOWN}-PASWERK`, ...confirmedAccount('PASWERK'));
  await record(ledger, `definition-${TOWN}-NL-STD`, {
    type: 'DefinitionSetPublished',
    payload: {
      definitionId: 'NL-STD',
      version: 1,
      parameters: PRESET_PARAMETERS,
      text: 'Duurzame uitstroom naar regulier werk',
      decisionRef: '2007/12',
      validFrom: '2000-01-01',
      source: { system: 'IMPORT', recordedOn: '2000-01-01' },
    },
  });
  await record(
    ledger,
    `contract-${TOWN}-K1`,
    {
      type: 'ContractRegistered',
      payload: { contractId: 'K1', providerId: 'PASWERK', definitionSetId: 'NL-STD', validFrom: '2000-01-01' },
    },
    {
      type: 'TariffSet',
      payload: { contractId: 'K1', milestone: 'SUSTAINED', cents: 300_000, validFrom: '2000-01-01' },
    },
  );
}

import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  Population,
  SAMPLE_COMMANDS,
  sampleDecider,
  seedOf,
  SYSTEM,
  type RecordedFileEvent,
  type SampleCommand,
  type SampleState,
} from '@uitkomst/domain';
import { foldOf, plain, transact, type Ledger } from '@uitkomst/ledger';
import type { Services } from '../open-services.js';
import { commandHashOf, commandIdOf, type Ask } from '../recording/ask.js';
import { SERVICES } from '../services.js';
import { todayOf } from '../today.js';
import { decideOnStream, readStream, type Decided } from './decide-on-stream.js';

/** Something asked of one sample. */
export class OnSample extends Command<Decided<SampleState>> {
  constructor(
    readonly sampleId: string,
    readonly command: SampleCommand,
    readonly ask: Ask,
  ) {
    super();
  }
}

export const sampleStream = (municipality: string, sampleId: string): string => `sample-${municipality}-${sampleId}`;

type Needs = Pick<Services, 'ledger' | 'clock' | 'log' | 'refusals'>;

/** The handler for samples; what was announced is drawn before it answers, or at the next command after a crash. */
@CommandHandler(OnSample)
export class HandleSample implements ICommandHandler<OnSample> {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}

  async execute({ sampleId, command, ask }: OnSample): Promise<Decided<SampleState>> {
    const { municipality } = ask.principal;
    const stream = sampleStream(municipality, sampleId);
    const before = await readStream(this.services.ledger, sampleDecider, stream);
    if (before !== undefined) await this.drawn(municipality, sampleId, before.state);
    const deciding = { decider: sampleDecider, mayAsk: SAMPLE_COMMANDS };
    const done = await decideOnStream(this.services, deciding, { stream, command, ask });
    return { ...done, state: await this.drawn(municipality, sampleId, done.state) };
  }

  private async drawn(municipality: string, sampleId: string, state: SampleState): Promise<SampleState> {
    if (state.plan === undefined || state.drawn !== undefined) return state;
    const { ledger, clock } = this.services;
    const stream = sampleStream(municipality, sampleId);
    const { seed, population } = await drawingOf(ledger, { municipality, sampleId, filter: state.plan.filter });
    const names = ['sample', municipality, sampleId];
    const asking = { actor: SYSTEM, today: todayOf(clock) };
    const result = await transact<SampleState>({
      ledger,
      stream,
      fold: FOLD,
      decide: (known) => sampleDecider.decide(known, { type: 'DrawSample', seed, population }, asking),
      command: { actor: SYSTEM, commandId: commandIdOf(...names), commandHash: commandHashOf(...names) },
    });
    return 'state' in result ? result.state : state;
  }
}

const FOLD = foldOf(sampleDecider);

interface Announced {
  readonly municipality: string;
  readonly sampleId: string;
  readonly filter: NonNullable<SampleState['plan']>['filter'];
}

/** The seed and the population that follow from the plan's place in the ledger: what anyone finds who looks. */
async function drawingOf(
  ledger: Ledger,
  { municipality, sampleId, filter }: Announced,
): Promise<{ readonly seed: string; readonly population: readonly string[] }> {
  const population = new Population(filter);
  for await (const plan of ledger.readStream(sampleStream(municipality, sampleId), { max: 1 })) {
    const files = ledger.readAll({ until: plan.position, prefixes: [`client-${municipality}-`] });
    for await (const event of files) population.add(plain(event) as RecordedFileEvent);
    return { seed: seedOf(sampleId, plan.leafHash), population: population.claimIds() };
  }
  throw new RangeError(`Sample ${sampleId} was never announced`);
}

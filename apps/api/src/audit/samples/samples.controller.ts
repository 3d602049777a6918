import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CheckSample, PlanSample, Sample, SampleParams, SampleQuery, Samples } from '@uitkomst/contracts';
import {
  SAMPLE_COMMANDS,
  sampleDecider,
  sampleResult,
  type RecordedOf,
  type SampleCommand,
  type SampleEvent,
  type SampleState,
} from '@uitkomst/domain';
import { plain } from '@uitkomst/ledger';
import type { FastifyReply } from 'fastify';
import { placeOf } from '../../shell/acts/acts.controller.js';
import { actAs, onlyAuditor, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { readStream } from '../../shell/commands/decide-on-stream.js';
import { OnSample, sampleStream } from '../../shell/commands/handle-sample.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Reads, Recording } from '../../shell/http/docs.js';
import type { Tag } from '../../shell/http/document/tags.js';
import type { Services } from '../../shell/open-services.js';
import { receiptOf } from '../../shell/receipt.js';
import { Asks, nameFrom, type Ask } from '../../shell/recording/ask.js';
import { SERVICES } from '../../shell/services.js';
import { sampleView } from './sample-view.js';

const TAG: Tag = 'verantwoording';

/** Steekproeven: announced before anybody knows what will be drawn, drawn by a rule anyone can repeat, checked by the auditor. */
@ApiTags(TAG)
@Controller('steekproeven')
export class SamplesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger'>,
  ) {}

  @Post()
  @Recording({
    id: 'planSample',
    summary: 'Kondig een steekproef aan en trek die',
    description:
      'Het zaad volgt uit het blad van de aankondiging en is dus vooraf niet te kennen; de populatie is wat op die plaats in het grootboek aan het filter voldoet.',
    answer: Sample,
  })
  plan(
    @Asks() ask: Ask,
    @Body({ schema: PlanSample }) { filter, size }: PlanSample,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Sample> {
    const sampleId = `sample.${nameFrom(ask.commandId, 'sample')}`;
    return this.ask(sampleId, { type: 'PlanSample', sampleId, filter, size }, { ask, reply });
  }

  @Get()
  @Reads({ id: 'listSamples', summary: 'Lijst van steekproeven', answer: Samples })
  async list(@SignedIn() principal: Principal): Promise<Samples> {
    onlyAuditor(principal);
    const samples = new Map<string, SampleState>();
    const prefixes = [`sample-${principal.municipality}-`];
    for await (const event of this.services.ledger.readAll({ prefixes })) {
      const known = samples.get(event.stream) ?? sampleDecider.initial;
      samples.set(event.stream, sampleDecider.evolve(known, plain(event) as RecordedOf<SampleEvent>));
    }
    const results = [...samples.values()].flatMap((state) => {
      const { checked, errors } = sampleResult(state);
      if (state.plan === undefined) return [];
      const { sampleId, plannedOn, size } = state.plan;
      return [{ sampleId, plannedOn, size, checked, errors }];
    });
    return { results: results.toReversed() };
  }

  @Get(':sampleId')
  @Reads({ id: 'getSample', summary: 'Eén steekproef met het foutpercentage', answer: Sample })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: SampleParams }) { sampleId }: SampleParams,
    @Query({ schema: SampleQuery }) { extrapolate }: SampleQuery,
  ): Promise<Sample> {
    onlyAuditor(principal);
    const stream = sampleStream(principal.municipality, sampleId);
    const read = await readStream(this.services.ledger, sampleDecider, stream);
    return orMissing(read && sampleView(read.state, { extrapolate: extrapolate === 'true' }));
  }

  @Post(':sampleId/controles')
  @Recording({ id: 'checkSample', summary: 'Leg de bevinding bij een declaratie vast', answer: Sample })
  check(
    @Asks() ask: Ask,
    @Param({ schema: SampleParams }) { sampleId }: SampleParams,
    @Body({ schema: CheckSample }) { claimId, valid, reason }: CheckSample,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Sample> {
    const found = { claimId, valid, ...(reason !== undefined && { reason }) };
    return this.ask(sampleId, { type: 'CheckSample', ...found }, { ask, reply });
  }

  private async ask(
    sampleId: string,
    command: SampleCommand,
    { ask, reply }: { readonly ask: Ask; readonly reply: FastifyReply },
  ): Promise<Sample> {
    actAs(ask.principal, SAMPLE_COMMANDS[command.type]);
    const { state, events } = await this.commands.execute(new OnSample(sampleId, command, ask));
    const made = `/v1/steekproeven/${sampleId}`;
    const checked = command.type === 'CheckSample';
    void reply.header('Location', checked ? placeOf(events, made, 'controles') : made);
    const sample = orMissing(sampleView(state, { extrapolate: false }));
    const [first] = events;
    return first === undefined ? sample : { ...sample, receipt: receiptOf(first) };
  }
}

function orMissing(sample: Sample | undefined): Sample {
  if (sample === undefined) throw new NotFoundException('Niet gevonden');
  return sample;
}

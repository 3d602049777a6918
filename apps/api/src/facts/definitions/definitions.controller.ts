import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Act,
  DefinitionList,
  DefinitionParams,
  DefinitionVersionParams,
  PublishDefinition,
  TermsHistory,
  TermsRecorded,
} from '@uitkomst/contracts';
import { DEFINITION_COMMANDS, PRESETS, termsStream } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { providerAct, staffAct } from '../../shell/acts/shown-act.js';
import { actAs, maySeeTermsOf, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { OnDefinition } from '../../shell/commands/handle-terms.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Reads, Recording } from '../../shell/http/docs.js';
import type { Tag } from '../../shell/http/document/tags.js';
import type { Services } from '../../shell/open-services.js';
import { Asks, type Ask } from '../../shell/recording/ask.js';
import { SERVICES } from '../../shell/services.js';
import { goldenCasesOf, NO_CASES } from './golden-cases.js';
import { termsHistory, termsRecorded } from '../terms-answers.js';

const TAG: Tag = 'voorwaarden';
type Params = z.infer<typeof DefinitionParams>;

/** Normenkaders: which there are; everyone may read them. */
@ApiTags(TAG)
@Controller('normenkaders')
export class DefinitionListController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'terms'>) {}

  @Get()
  @Reads({ id: 'listDefinitions', summary: 'Lijst van normenkaders', answer: DefinitionList })
  async list(@SignedIn() { municipality }: Principal): Promise<z.infer<typeof DefinitionList>> {
    const { definitions } = await this.services.terms.refresh(municipality);
    const results = [...definitions].flatMap(([id, versions]) => {
      const last = versions.at(-1);
      if (last === undefined) return [];
      const { version, validFrom, validTo } = last;
      return [{ id, version, validFrom, ...(validTo !== undefined && { validTo }) }];
    });
    const published = new Set(
      [...definitions].flatMap(([id, versions]) => versions.map(({ version }) => `${id}@${version}`)),
    );
    const builtIn = [...PRESETS.keys()].filter((name) => !published.has(name));
    return { results: results.toSorted((one, other) => one.id.localeCompare(other.id)), builtIn };
  }
}

/** Normenkaders: published version by version on a decision of the council; everyone may read them. */
@ApiTags(TAG)
@Controller('normenkaders/:definitionId/versies')
export class DefinitionsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger'>,
  ) {}

  @Post()
  @Recording({
    id: 'publishDefinition',
    summary: 'Publiceer een versie van een normenkader',
    description:
      'Meegegeven gevallen worden eerst onder de nieuwe versie beslist; komt er één anders uit, dan volgt 409 gevallen-falen met het verschil.',
    answer: TermsRecorded,
  })
  async publish(
    @Asks() ask: Ask,
    @Param({ schema: DefinitionParams }) { definitionId }: Params,
    @Body({ schema: PublishDefinition }) { goldenCases: offered, ...body }: PublishDefinition,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    actAs(ask.principal, DEFINITION_COMMANDS.PublishDefinition);
    const definition = { ...body, definitionId };
    const goldenCases = offered === undefined ? NO_CASES : await goldenCasesOf(definition, offered);
    const command = { type: 'PublishDefinition', definition, goldenCases } as const;
    const done = await this.commands.execute(new OnDefinition(definitionId, command, ask));
    const location = `/v1/normenkaders/${definitionId}/versies/${body.version}`;
    return termsRecorded(done, { id: `${definitionId}@${body.version}`, location }, reply);
  }

  @Get()
  @Reads({ id: 'getDefinition', summary: 'Lees de versies van een normenkader', answer: TermsHistory, version: true })
  get(
    @SignedIn() principal: Principal,
    @Param({ schema: DefinitionParams }) { definitionId: id }: Params,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsHistory> {
    const { staff } = maySeeTermsOf(principal);
    const stream = termsStream('definition', principal.municipality, id);
    return termsHistory(this.services.ledger, { id, stream, staff }, reply);
  }

  @Get(':version')
  @Reads({ id: 'getDefinitionVersion', summary: 'Lees één versie van een normenkader', answer: Act })
  async version(
    @SignedIn() principal: Principal,
    @Param({ schema: DefinitionVersionParams }) { definitionId, version }: z.infer<typeof DefinitionVersionParams>,
  ): Promise<Act> {
    const show = maySeeTermsOf(principal).staff ? staffAct : providerAct;
    const stream = termsStream('definition', principal.municipality, definitionId);
    for await (const event of this.services.ledger.readStream(stream)) {
      const act = (event.payload as { readonly version?: number }).version === version ? show(event) : undefined;
      if (act !== undefined) return act;
    }
    throw new NotFoundException('Niet gevonden');
  }
}

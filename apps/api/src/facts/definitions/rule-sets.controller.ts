import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ActivateRuleSet, RuleSets, TermsRecorded } from '@uitkomst/contracts';
import { KNOWN_RULE_SETS, ruleSetDecider, ruleSetOn, termsStream } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import { SignedIn, type Principal } from '../../shell/auth/principal.js';
import { readStream } from '../../shell/commands/decide-on-stream.js';
import { OnRuleSets } from '../../shell/commands/handle-terms.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Reads, Recording } from '../../shell/http/docs.js';
import type { Tag } from '../../shell/http/document/tags.js';
import type { Services } from '../../shell/open-services.js';
import { Asks, type Ask } from '../../shell/recording/ask.js';
import { SERVICES } from '../../shell/services.js';
import { todayOf } from '../../shell/today.js';
import { termsRecorded } from '../terms-answers.js';

const TAG: Tag = 'voorwaarden';

/** Regelsets: which version of the rules decides, from which day, and by whose decision; everyone may read it. */
@ApiTags(TAG)
@Controller('regelsets')
export class RuleSetsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger' | 'clock' | 'terms'>,
  ) {}

  @Post()
  @Recording({
    id: 'activateRuleSet',
    summary: 'Maak een versie van de regels actief',
    description:
      'Vanaf vandaag of een latere dag, nooit met terugwerkende kracht. Alle lopende claims worden dan opnieuw beoordeeld; een regelset die deze versie niet kent wordt geweigerd (RULE_SET_UNKNOWN).',
    answer: TermsRecorded,
  })
  async activate(
    @Asks() ask: Ask,
    @Body({ schema: ActivateRuleSet }) activation: ActivateRuleSet,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    const done = await this.commands.execute(new OnRuleSets({ type: 'ActivateRuleSet', activation }, ask));
    return termsRecorded(done, { id: activation.ruleSet, location: '/v1/regelsets' }, reply);
  }

  @Get()
  @Reads({ id: 'listRuleSets', summary: 'Welke regels gelden, en vanaf wanneer', answer: RuleSets })
  async list(@SignedIn() { municipality }: Principal): Promise<RuleSets> {
    const { ledger, clock, terms } = this.services;
    const read = await readStream(ledger, ruleSetDecider, termsStream('rules', municipality));
    const active = ruleSetOn(await terms.refresh(municipality), todayOf(clock));
    return { active, known: [...KNOWN_RULE_SETS], results: [...(read?.state.activations ?? [])] };
  }
}

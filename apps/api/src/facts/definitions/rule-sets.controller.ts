import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ActivateRuleSet, EventParams, RuleSet, RuleSets, TermsRecorded } from '@uitkomst/contracts';
import { KNOWN_RULE_SETS, ruleSetOn, termsStream, type RuleSetActivation } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import { actIn, placeAmong } from '../../shell/acts/acts.controller.js';
import { SignedIn, type Principal } from '../../shell/auth/principal.js';
import { eventsOn } from '../../shell/commands/decide-on-stream.js';
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
    return termsRecorded(done, { id: activation.ruleSet, location: placeAmong(done.events, '/v1/regelsets') }, reply);
  }

  @Get()
  @Reads({ id: 'listRuleSets', summary: 'Welke regels gelden, en vanaf wanneer', answer: RuleSets })
  async list(@SignedIn() { municipality }: Principal): Promise<RuleSets> {
    const { clock, terms } = this.services;
    const active = ruleSetOn(await terms.refresh(municipality), todayOf(clock));
    return { active, known: [...KNOWN_RULE_SETS], results: await this.read(municipality) };
  }

  @Get(':eventId')
  @Reads({ id: 'getRuleSet', summary: 'Eén regelset, en vanaf wanneer die geldt', answer: RuleSet })
  async get(
    @SignedIn() { municipality }: Principal,
    @Param({ schema: EventParams }) { eventId }: EventParams,
  ): Promise<RuleSet> {
    return actIn(await this.read(municipality), eventId);
  }

  private async read(municipality: string): Promise<RuleSet[]> {
    const events = await eventsOn(this.services.ledger, termsStream('rules', municipality));
    return events.map(({ id, payload }) => Object.assign({ eventId: id }, payload as RuleSetActivation));
  }
}

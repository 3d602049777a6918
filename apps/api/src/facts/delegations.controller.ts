import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Delegation, Delegations, EventParams, RecordDelegation, TermsRecorded } from '@uitkomst/contracts';
import { mandatesOn, type DelegationState } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import { actIn, placeAmong } from '../shell/acts/acts.controller.js';
import { delegationStream } from '../shell/auth/mandates.js';
import { readsDuties, SignedIn, type Principal } from '../shell/auth/principal.js';
import { eventsOn } from '../shell/commands/decide-on-stream.js';
import { OnDelegations } from '../shell/commands/handle-delegation.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { todayOf } from '../shell/today.js';
import { termsRecorded } from './terms-answers.js';

const TAG: Tag = 'voorwaarden';

/** Mandaten: who may act for whom in absence, recorded before it begins; the delegate stays who they are. */
@ApiTags(TAG)
@Controller('mandaten')
export class DelegationsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger' | 'clock'>,
  ) {}

  @Post()
  @Recording({
    id: 'recordDelegation',
    summary: 'Leg een mandaat bij afwezigheid vast',
    description:
      'Vóór het begint en voor hoogstens een jaar. Met dezelfde personen, rol en begindatum en een andere einddatum wordt het bekort of verlengd.',
    answer: TermsRecorded,
  })
  async record(
    @Asks() ask: Ask,
    @Body({ schema: RecordDelegation }) delegation: RecordDelegation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    const done = await this.commands.execute(new OnDelegations({ type: 'RecordDelegation', delegation }, ask));
    return termsRecorded(done, { id: delegation.toSubject, location: placeAmong(done.events, '/v1/mandaten') }, reply);
  }

  @Get()
  @Reads({ id: 'listDelegations', summary: 'Mandaten, en of zij vandaag gelden', answer: Delegations })
  async list(@SignedIn() principal: Principal): Promise<Delegations> {
    return { results: await this.read(principal) };
  }

  @Get(':eventId')
  @Reads({ id: 'getDelegation', summary: 'Eén mandaat, en of het vandaag geldt', answer: Delegation })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: EventParams }) { eventId }: EventParams,
  ): Promise<Delegation> {
    return actIn(await this.read(principal), eventId);
  }

  private async read(principal: Principal): Promise<Delegation[]> {
    readsDuties(principal);
    const { ledger, clock } = this.services;
    const events = await eventsOn(ledger, delegationStream(principal.municipality));
    const recorded = events.map(({ id, payload }) => ({ id, mandate: payload as Mandate }));
    const delegations = recorded.map(({ mandate }) => mandate);
    const holding = new Set(mandatesOn({ delegations }, todayOf(clock)));
    return recorded.map(({ id, mandate }) => Object.assign({ eventId: id, holds: holding.has(mandate) }, mandate));
  }
}

type Mandate = DelegationState['delegations'][number];

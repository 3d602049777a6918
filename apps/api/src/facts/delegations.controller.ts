import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Delegations, RecordDelegation, TermsRecorded } from '@uitkomst/contracts';
import { delegationDecider, mandatesOn } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import { delegationStream } from '../shell/auth/mandates.js';
import { readsDuties, SignedIn, type Principal } from '../shell/auth/principal.js';
import { readStream } from '../shell/commands/decide-on-stream.js';
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
    return termsRecorded(done, { id: delegation.toSubject, location: '/v1/mandaten' }, reply);
  }

  @Get()
  @Reads({ id: 'listDelegations', summary: 'Mandaten, en of zij vandaag gelden', answer: Delegations })
  async list(@SignedIn() principal: Principal): Promise<Delegations> {
    readsDuties(principal);
    const { ledger, clock } = this.services;
    const read = await readStream(ledger, delegationDecider, delegationStream(principal.municipality));
    if (read === undefined) return { results: [] };
    const holding = new Set(mandatesOn(read.state, todayOf(clock)));
    return { results: read.state.delegations.map((one) => Object.assign({ ...one }, { holds: holding.has(one) })) };
  }
}

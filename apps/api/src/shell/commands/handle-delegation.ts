import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DELEGATION_COMMANDS, delegationDecider, type DelegationState, type RecordDelegation } from '@uitkomst/domain';
import { delegationStream } from '../auth/mandates.js';
import type { Services } from '../open-services.js';
import type { Ask } from '../recording/ask.js';
import { SERVICES } from '../services.js';
import { decideOnStream, type Decided } from './decide-on-stream.js';

/** A mandate to be recorded. */
export class OnDelegations extends Command<Decided<DelegationState>> {
  constructor(
    readonly command: RecordDelegation,
    readonly ask: Ask,
  ) {
    super();
  }
}

@CommandHandler(OnDelegations)
export class HandleDelegation implements ICommandHandler<OnDelegations> {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger' | 'clock' | 'log' | 'refusals' | 'mandates'>,
  ) {}

  async execute({ command, ask }: OnDelegations): Promise<Decided<DelegationState>> {
    const { municipality } = ask.principal;
    const deciding = { decider: delegationDecider, mayAsk: DELEGATION_COMMANDS };
    const done = await decideOnStream(this.services, deciding, {
      stream: delegationStream(municipality),
      command,
      ask,
    });
    this.services.mandates.know(municipality, done.state);
    return done;
  }
}

import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ERASURE_COMMANDS, erasureDecider, type ErasureCommand, type ErasureList } from '@uitkomst/domain';
import { completeErasure } from '@uitkomst/processes';
import { erasurePorts, erasureStream } from '../erasures.js';
import type { Services } from '../open-services.js';
import type { Ask } from '../recording/ask.js';
import { SERVICES } from '../services.js';
import { decideOnStream, type Decided } from './decide-on-stream.js';

/** Something asked of one list of persons to be erased. */
export class OnErasureList extends Command<Decided<ErasureList>> {
  constructor(
    readonly command: ErasureCommand,
    readonly ask: Ask,
  ) {
    super();
  }
}

/** The handler for lists; a decision is carried out, file by file, before it is answered. */
@CommandHandler(OnErasureList)
export class HandleErasure implements ICommandHandler<OnErasureList> {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  async execute({ command, ask }: OnErasureList): Promise<Decided<ErasureList>> {
    const { municipality } = ask.principal;
    const stream = erasureStream(municipality, command.listId);
    const deciding = { decider: erasureDecider, mayAsk: ERASURE_COMMANDS };
    const done = await decideOnStream(this.services, deciding, { stream, command, ask });
    if (command.type === 'DecideErasure') await completeErasure(municipality, done.state, erasurePorts(this.services));
    return done;
  }
}

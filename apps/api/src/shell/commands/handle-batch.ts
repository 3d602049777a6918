import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  BATCH_COMMANDS,
  batchDecider,
  lineRefusals,
  type BatchCommand,
  type BatchState,
  type Refusal,
} from '@uitkomst/domain';
import { batchStream, completeBatch, paymentPorts } from '@uitkomst/processes';
import type { Services } from '../open-services.js';
import type { PlacedRefusal } from '../http/refusals.js';
import type { Ask } from '../recording/ask.js';
import { SERVICES } from '../services.js';
import { decideOnStream, type Decided } from './decide-on-stream.js';

/** Something asked of one payment batch. */
export class OnBatch extends Command<Decided<BatchState>> {
  constructor(
    readonly command: BatchCommand,
    readonly ask: Ask,
  ) {
    super();
  }
}

/** The handler for batches; what the batch says then is carried through on the claims' files before it answers. */
@CommandHandler(OnBatch)
export class HandleBatch implements ICommandHandler<OnBatch> {
  constructor(
    @Inject(SERVICES)
    private readonly services: Pick<Services, 'ledger' | 'clock' | 'log' | 'clientFiles' | 'refusals' | 'terms'>,
  ) {}

  async execute({ command, ask }: OnBatch): Promise<Decided<BatchState>> {
    const { municipality } = ask.principal;
    const stream = batchStream(municipality, command.batchId);
    const deciding = { decider: batchDecider, mayAsk: BATCH_COMMANDS, eachRefused };
    const done = await decideOnStream(this.services, deciding, { stream, command, ask });
    if (command.type !== 'PrepareBatch') await completeBatch(municipality, done.state, paymentPorts(this.services));
    return done;
  }
}

/** Every claim that stands in the way, where the claims are what the batch is refused for. */
function eachRefused(command: BatchCommand, refusal: Refusal): readonly PlacedRefusal[] {
  if (command.type !== 'PrepareBatch' || refusal.data?.['claimId'] === undefined) return [];
  const placeOf = new Map(command.lines.map(({ claimId }, index) => [claimId, index]));
  return lineRefusals(command).map(({ claimId, code, data = {} }) => ({
    code,
    data,
    within: `/claimIds/${placeOf.get(claimId)}`,
  }));
}

import type { Decided } from '@uitkomst/contracts';
import { standingOf, type Day } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../shell/auth/principal.js';
import { stateText } from '../shell/claim-view.js';
import type { FileDecided } from '../shell/commands/handle-client-file.js';
import { inFile } from '../shell/find-claim.js';
import { etagOf } from '../shell/http/etag.js';
import { receiptOf } from '../shell/receipt.js';

interface About {
  readonly principal: Principal;
  readonly claimId: string;
  readonly today: Day;
  readonly reply: FastifyReply;
  /** Where what was recorded can be read. */
  readonly location: string;
}

/** Where a claim stands right after a decision on it, with the version to decide on next. */
export function decidedClaim({ file, events }: FileDecided, about: About): Decided {
  const { claim } = inFile(file, about.principal, about.claimId);
  const { state } = standingOf(file, claim, { today: about.today });
  void about.reply.header('Location', about.location).header('ETag', etagOf(claim.changes));
  const [first] = events;
  return {
    claimId: about.claimId,
    state,
    stateText: stateText(state),
    ...(claim.determination && {
      determinationId: claim.determination.id,
      decisionHash: claim.determination.payload.decisionHash,
    }),
    ...(first && { receipt: receiptOf(first) }),
  };
}

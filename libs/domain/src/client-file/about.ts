import type { FileAsking } from './asking.js';
import type { ClaimRecord } from './claim/claim.js';
import { hearingUntil, type Clawback } from './clawback/clawbacks.js';
import type { ClientFile } from './client-file.js';
import type { ClientFileCommand } from './commands.js';
import { filingBy, type Objection } from './objection/objections.js';

/** What of the file a command is about: a claim, perhaps by way of its clawback or of an objection against a decision on it. */
export interface About {
  readonly claim?: ClaimRecord;
  readonly clawback?: Clawback;
  readonly objection?: Objection;
}

export function aboutOf(file: ClientFile, command: ClientFileCommand): About {
  if ('clawbackId' in command) {
    const clawback = file.clawbacks.find(({ clawbackId }) => clawbackId === command.clawbackId);
    return clawback === undefined ? {} : { ...claimOf(file, clawback.claimId), clawback };
  }
  if ('claimId' in command) return claimOf(file, command.claimId);
  if (!('objectionId' in command)) return {};
  const objection = file.objections.find(({ objectionId }) => objectionId === command.objectionId);
  return objection === undefined ? {} : { ...claimOf(file, objection.claimId), objection };
}

function claimOf({ claims }: ClientFile, claimId: string): About {
  const claim = claims.get(claimId);
  return claim === undefined ? {} : { claim };
}

/** Whether the asker may know of it: another's claim does not exist, nor a clawback no letter told of, nor another's objection. */
export function mayKnowOf({ claim, clawback, objection }: About, { actor }: Pick<FileAsking, 'actor'>): boolean {
  if (claim === undefined) return false;
  if (actor.role === 'PROVIDER') {
    if (claim.submission.payload.providerId !== actor.orgId) return false;
    if (clawback !== undefined && hearingUntil(clawback, claim) === undefined) return false;
  }
  if (objection === undefined || (actor.role !== 'PROVIDER' && actor.role !== 'CLIENT')) return true;
  return filingBy(objection, actor.role) !== undefined;
}

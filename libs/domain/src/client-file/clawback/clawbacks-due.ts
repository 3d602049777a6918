import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { SYSTEM } from '../../event.js';
import { textOf } from '../../values/calendar-date.js';
import { personOf } from '../../values/ids.js';
import type { DecidedFileEvent, FileAsking } from '../asking.js';
import type { ClaimRecord } from '../claim/claim.js';
import { isLive, overpaidCents, standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { drafted, type Draft } from '../draft.js';
import { hearingUntil, ofClaim, outstandingCents, type Clawback } from './clawbacks.js';
import { horizonRuns, wasLetGo } from './horizon.js';

/**
 * Rows 4a, 5 and 5a of life-cycle §2: whatever the command changed, the same append asks back what was paid beyond what is due, and
 * lets go of what is not due any more. It follows from the money and the decision, never from who asked what.
 */
export function withClawbacksDue(draft: Draft, asking: FileAsking): Draft {
  let result = draft;
  for (const claim of draft.file.claims.values()) {
    const hasMoney = ofClaim(draft.file.payments, claim.claimId).length > 0;
    if (!hasMoney || !isLive(draft.file, claim)) continue;
    const trigger = { eventId: triggerOf(result, asking) };
    for (const event of consequences(result.file, claim, { asking, trigger }))
      result = drafted(result, asking, { ...event, actor: SYSTEM });
  }
  return result;
}

interface Looking {
  readonly asking: FileAsking;
  readonly trigger: { readonly eventId: string | undefined };
}

function consequences(file: ClientFile, claim: ClaimRecord, looking: Looking): readonly DecidedFileEvent[] {
  const { asking } = looking;
  const standing = standingOf(file, claim, asking);
  if (standing.orderedCents > 0) return []; // The bank answers first.
  const due = overpaidCents(file, claim.claimId, standing);
  const clawbacks = ofClaim(file.clawbacks, claim.claimId);
  const decided = clawbacks.find((one) => outstandingCents(one) > 0);
  if (decided !== undefined && outstandingCents(decided) <= due) return [];
  const over = decided === undefined ? [] : [withdrawalOf(decided, 'NO_GROUND', asking)];
  const open = clawbacks.find(({ state }) => state === 'PROPOSED');
  const runs = horizonRuns(file, claim, asking);
  if (due <= 0 || !runs || wasLetGo(file, claim)) {
    const code = due > 0 && !runs ? 'CLAWBACK_TIME_BARRED' : 'NO_GROUND';
    return open === undefined ? over : [...over, withdrawalOf(open, code, asking)];
  }
  if (open?.proposedCents === due) return over;
  const replaced = open === undefined ? [] : [withdrawalOf(open, 'CLAWBACK_REPLACED', asking)];
  return [...over, ...replaced, proposalOf(claim, { cents: due, number: clawbacks.length + 1, open }, looking)];
}

const withdrawalOf = ({ claimId, clawbackId }: Clawback, code: string, { today }: FileAsking): DecidedFileEvent => ({
  type: 'ClawbackWithdrawn',
  payload: { claimId, clawbackId, code, withdrawnOn: textOf(today) },
});

interface Due {
  readonly cents: number;
  /** Clawbacks of a claim are numbered. */
  readonly number: number;
  /** The proposal that this one takes the place of. */
  readonly open: Clawback | undefined;
}

function proposalOf(claim: ClaimRecord, { cents, number, open }: Due, { asking, trigger }: Looking): DecidedFileEvent {
  const { claimId, determination } = claim;
  // The provider is heard once about a sum; only a higher one needs a term of its own.
  const hearingUntilOn = open !== undefined && cents <= open.proposedCents ? hearingUntil(open, claim) : undefined;
  const triggerEventId = trigger.eventId ?? determination?.id;
  return {
    type: 'ClawbackProposed',
    payload: {
      claimId,
      clawbackId: `${personOf(claimId)}.${nameOf(`${claimId} ${number}`)}`,
      cents,
      codes: codesOf(claim),
      proposedOn: textOf(asking.today),
      ...(hearingUntilOn === undefined ? {} : { hearingUntilOn }),
      ...(triggerEventId === undefined ? {} : { triggerEventId }),
    },
  };
}

/** Why: what fails; of a claim that stays eligible for less, what is worth saying of the amount. */
function codesOf({ determination }: ClaimRecord): string[] {
  const { fail = [], rules = [] } = determination?.payload ?? {};
  if (fail.length > 0) return [...fail];
  return rules.flatMap(({ result, code }) => (result === 'INFO' && code !== undefined ? [code] : []));
}

/** What somebody did in this append; where only the day brought it about, the determination says enough. */
function triggerOf({ events }: Draft, asking: FileAsking): string | undefined {
  const index = events.findIndex(({ actor }) => actor === undefined);
  return index < 0 ? undefined : asking.idOf(index);
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const NAME_LENGTH = 16;

/** The same clawback gets the same number whoever decides it, so that a retry makes no second one. */
const nameOf = (text: string): string =>
  Array.from(sha256(utf8ToBytes(text)).subarray(0, NAME_LENGTH), (byte) => BASE32.charAt(byte % 32)).join('');

import {
  emptyClientFile,
  evolveClientFile,
  type ClientFile,
  type Outcome,
  type RecordedFileEvent,
} from '@uitkomst/domain';
import { plain, type Ledger, type Position } from '@uitkomst/ledger';

/** Two moments of knowledge, the earlier first. */
export interface Between {
  readonly before: Position;
  readonly after: Position;
}

/** What was recorded on a file in between, decisions aside: they follow from the rest. */
export interface EventBehind {
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
}

/** What a claim's decision said. */
export interface DecisionSaid {
  readonly outcome: Outcome;
  readonly cents: number;
  readonly fail: readonly string[];
  readonly open: readonly string[];
}

/** A claim that was decided otherwise at the second moment; null where it was not known or not decided yet. */
export interface DecidedOtherwise {
  readonly claimId: string;
  readonly providerId: string;
  readonly before: DecisionSaid | null;
  readonly after: DecisionSaid | null;
  readonly behind: readonly EventBehind[];
}

/** Which claims of a file were decided otherwise between two moments, and what was recorded in between. */
export async function decidedOtherwise(
  ledger: Pick<Ledger, 'readStream'>,
  stream: string,
  { before, after }: Between,
): Promise<readonly DecidedOtherwise[]> {
  let [then, now] = [emptyClientFile, emptyClientFile];
  const behind: EventBehind[] = [];
  for await (const event of ledger.readStream(stream)) {
    if (event.position > after) break;
    now = evolveClientFile(now, plain(event) as RecordedFileEvent); // Only a client's events stand on a client's stream.
    if (event.position <= before) then = now;
    else behind.push(...shownBehind(event));
  }
  return [...now.claims.values()].flatMap(({ claimId, submission }) => {
    const [earlier, later] = [saidOf(then, claimId), saidOf(now, claimId)];
    if (JSON.stringify(earlier) === JSON.stringify(later)) return [];
    return [{ claimId, providerId: submission.payload.providerId, before: earlier, after: later, behind }];
  });
}

/** What was recorded on a stream between two moments. */
export async function eventsBehind(
  ledger: Pick<Ledger, 'readStream'>,
  stream: string,
  { before, after }: Between,
): Promise<readonly EventBehind[]> {
  const behind: EventBehind[] = [];
  for await (const event of ledger.readStream(stream)) {
    if (event.position > after) break;
    if (event.position > before) behind.push(...shownBehind(event));
  }
  return behind;
}

const shownBehind = ({ id, type, recordedAt }: { id: string; type: string; recordedAt: string }): EventBehind[] =>
  type === 'ClaimDetermined' ? [] : [{ eventId: id, type, recordedAt }];

function saidOf(file: ClientFile, claimId: string): DecisionSaid | null {
  const said = file.claims.get(claimId)?.determination?.payload;
  return said === undefined ? null : { outcome: said.outcome, cents: said.cents, fail: said.fail, open: said.open };
}

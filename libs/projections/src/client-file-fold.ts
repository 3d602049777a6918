import {
  emptyClientFile,
  evolveClientFile,
  inRun,
  type ClientFile,
  type RecordedAs,
  type RecordedFileEvent,
} from '@uitkomst/domain';
import { plain, START, type Ledger, type Position } from '@uitkomst/ledger';
import { answersToOthers } from './own-claims/letters-to-provider.js';
import type { StreamFold } from './projection.js';

/** A client's file as far as it was read, and where it stands. */
export interface ReadFile {
  readonly municipality: string;
  readonly personRef: string;
  readonly file: ClientFile;
  /** Of the file's last event. */
  readonly position: Position;
  readonly lastRecordedAt: string;
  /** By claim: what the provider was last told in a letter, which may be an earlier decision than the current one. */
  readonly told: ReadonlyMap<string, Told>;
}

/** The kind of the last notice, and the last decision that one was about. */
export interface Told {
  readonly kind: Notice['kind'];
  readonly decision?: RecordedAs<'ClaimDetermined'>['payload'];
}

type Notice = RecordedAs<'DecisionNotified'>['payload'];

const CLIENT = /^client-(\d{4})-([a-z2-7]+)$/;

/** The one fold that every read model about claims shares, so that a file is folded once whatever is read from it. */
export const CLIENT_FILES: StreamFold<ReadFile> = {
  follows: (stream) => CLIENT.test(stream),
  initial: (stream) => {
    const [, municipality = '', personRef = ''] = CLIENT.exec(stream) ?? [];
    return { municipality, personRef, file: emptyClientFile, position: START, lastRecordedAt: '', told: new Map() };
  },
  evolve: (read, event) => {
    const recorded = plain(event) as RecordedFileEvent; // The stored bytes are left behind: files are kept in memory.
    const told = recorded.type === 'DecisionNotified' ? withNotice(read, recorded.payload) : read.told;
    const file = evolveClientFile(read.file, recorded);
    const { municipality, personRef } = read;
    return { municipality, personRef, file, told, position: event.position, lastRecordedAt: event.recordedAt };
  },
};

function withNotice({ file, told }: ReadFile, { claimId, kind, subjectEventId }: Notice): ReadFile['told'] {
  if (answersToOthers(file).has(subjectEventId)) return told;
  const claim = file.claims.get(claimId);
  const decides = kind !== 'INCOMPLETE'; // A request tells what is asked, and releases nothing of the decision it came from.
  const about = claim && decides && inRun(claim, subjectEventId) ? claim.determination?.payload : undefined;
  const decision = about ?? told.get(claimId)?.decision;
  return new Map(told).set(claimId, { kind, ...(decision && { decision }) });
}

/** One client's file, read straight from its stream: an item read sees its reader's own writes. */
export async function readClientFile(ledger: Ledger, stream: string): Promise<ReadFile> {
  let read = CLIENT_FILES.initial(stream);
  for await (const event of ledger.readStream(stream)) read = CLIENT_FILES.evolve(read, event);
  return read;
}

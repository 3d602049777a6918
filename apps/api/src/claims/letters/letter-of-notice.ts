import {
  contractNamed,
  letterOf,
  letterSubject,
  personOf,
  type Language,
  type Letter,
  termsStream,
  type RecordedFileEvent,
} from '@uitkomst/domain';
import { clientStream, plain, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import { termsKnownAt } from '../../shell/terms-known-at.js';

interface Asked {
  readonly municipality: string;
  readonly municipalityName?: string | undefined;
  readonly claimId: string;
  readonly letterId: string;
  readonly language: Language;
}

/**
 * The letter of a notice, made from the ledger as it was at that notice: whatever was recorded since, on the file or on the
 * contract, changes nothing in it. Undefined where the claim has no such letter.
 */
export async function letterOfNotice(
  ledger: Ledger,
  { municipality, municipalityName, claimId, letterId, language }: Asked,
): Promise<Letter | undefined> {
  const events: RecordedFileEvent[] = [];
  for await (const event of ledger.readStream(clientStream(municipality, personOf(claimId)))) {
    const recorded = plain(event) as RecordedFileEvent;
    events.push(recorded);
    if (!isNotice(recorded, claimId, letterId)) continue;
    const terms = await termsThen(ledger, { municipality, claimId, events, notice: event });
    const subject = letterSubject(events, recorded.id, terms);
    return subject && letterOf({ ...subject, ...(municipalityName !== undefined && { municipalityName }) }, language);
  }
  return undefined;
}

/** By its own reference, or by the notice: requests that the system sends share one reference. */
const isNotice = (event: RecordedFileEvent, claimId: string, letterId: string): boolean =>
  event.type === 'DecisionNotified' &&
  event.payload.claimId === claimId &&
  (event.payload.letterId === letterId || event.id === letterId);

interface Then {
  readonly municipality: string;
  readonly claimId: string;
  readonly events: readonly RecordedFileEvent[];
  readonly notice: RecordedEvent;
}

/** The one contract the letter is under, as it was known then. */
function termsThen(ledger: Ledger, { municipality, claimId, events, notice: { position } }: Then) {
  const contractId = contractNamed(events, claimId);
  const streams = contractId === undefined ? [] : [termsStream('contract', municipality, contractId)];
  return termsKnownAt(ledger, { municipality, streams, position });
}

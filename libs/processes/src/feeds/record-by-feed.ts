import { createHmac } from 'node:crypto';
import type { DeliveryMessage, RowReport } from '@uitkomst/contracts';
import { canonicalOnce, sourceDecider, termsStream, type Actor, type SourceState } from '@uitkomst/domain';
import {
  foldOf,
  transact,
  type ClientFiles,
  type Clock,
  type Identities,
  type Ledger,
  type TermsBook,
  type Vault,
} from '@uitkomst/ledger';
import { paymentPorts } from '../batch-completion/payment-ports.js';
import { bookPayment } from '../deliveries/book-payment.js';
import { differingEvidence } from '../deliveries/differing-evidence.js';
import type { Deliverer, RecordingRows, RowTask } from '../deliveries/record-rows.js';
import { refusedField, refusedRow, unknownPerson } from '../deliveries/refused-row.js';
import { derivedHash, derivedId } from '../derived-id.js';
import { todayOf } from '../today.js';

interface Parts {
  readonly ledger: Ledger;
  readonly clientFiles: ClientFiles;
  readonly identities: Identities;
  readonly clock: Clock;
  readonly terms: TermsBook;
  readonly vault: Pick<Vault, 'documents'>;
}

/** Who acts when a feed records: the source itself, in its role. */
const actorOf = ({ orgId, role }: Deliverer): Actor => ({ id: `feed-${orgId}`, role, orgId });

/** How a feed records rows: by the one write path, as the source that delivered them. A row's hash is keyed, for it may name a BSN. */
export function recordingByFeed(parts: Parts, secret: Uint8Array): (deliverer: Deliverer) => RecordingRows {
  const { identities } = parts;
  const ports = paymentPorts(parts);
  return (deliverer) => ({
    personRefOf: (municipality, bsn) => identities.personRefOf(municipality, bsn),
    hashOf: (raw) => createHmac('sha256', secret).update(canonicalOnce(raw)).digest('hex'),
    perform: (task) => perform(task, { ...parts, deliverer }),
    pay: (task) => bookPayment(task, { municipality: deliverer.municipality, actor: actorOf(deliverer), ports }),
  });
}

interface Performing extends Pick<Parts, 'clientFiles' | 'clock' | 'vault'> {
  readonly deliverer: Deliverer;
}

async function perform(task: RowTask, { clientFiles, clock, vault, deliverer }: Performing): Promise<RowReport> {
  const { row, personRef, command, commandId, commandHash } = task;
  const { municipality } = deliverer;
  const differs = differingEvidence(command, () => vault.documents.documentsOf({ municipality, personRef }));
  if (differs) return refusedField(task, { field: differs.data.field.replaceAll('.', '/'), code: differs.code });
  const [actor, today] = [actorOf(deliverer), todayOf(clock)];
  const done = await clientFiles.handle({ municipality, personRef, command, actor, today, commandId, commandHash });
  if ('idempotencyMismatch' in done) return refusedRow(task, 'sleutel-hergebruikt');
  if (!done.ok) return done.refusal.code === 'NOT_FOUND' ? unknownPerson(task) : refusedRow(task, done.refusal.code);
  const [event] = done.events;
  const status = done.heard || event === undefined ? 'DUPLICATE' : 'RECORDED';
  return { row, status, errors: [], ...(event !== undefined && { eventId: event.id }) };
}

/** A watermark of the source that delivered: whether its role may give one. */
export const completeByFeed =
  ({ ledger, clock }: Pick<Parts, 'ledger' | 'clock'>) =>
  async (deliverer: Deliverer, { system, deliveryId, completeThrough }: DeliveryMessage): Promise<boolean> => {
    if (completeThrough === undefined) return false;
    const { municipality, orgId } = deliverer;
    const names = ['watermark', municipality, orgId, system, deliveryId, completeThrough];
    const actor = actorOf(deliverer);
    const watermark = { system, completeThrough };
    const done = await transact<SourceState>({
      ledger,
      stream: termsStream('source', municipality, system),
      fold: SOURCE,
      decide: (state) =>
        sourceDecider.decide(state, { type: 'RecordWatermark', watermark }, { actor, today: todayOf(clock) }),
      command: { actor, commandId: derivedId(...names), commandHash: derivedHash(...names) },
    });
    return done.ok;
  };

const SOURCE = foldOf(sourceDecider);

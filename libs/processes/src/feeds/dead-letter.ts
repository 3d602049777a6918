import { TOPICS, type DeadLetter, type DeadLetterReason, type FieldFault, type RowReport } from '@uitkomst/contracts';
import type { OutboundMessage } from '../relay/publisher.js';
import type { KafkaKeys } from '../settings/kafka-keys.js';
import type { IncomingMessage } from './message-source.js';
import { isSealed } from './read-message.js';

/** Why a message could not be taken. */
export interface Rejection {
  readonly reason: DeadLetterReason;
  readonly faults?: readonly FieldFault[];
  readonly deliveryId?: string;
  readonly system?: string;
  /** The rows of it that were refused; the others are recorded. */
  readonly rows?: readonly RowReport[];
}

/** A message parked with the reason. Whatever it may hold, it lies there encrypted, and of what is wrong only the places are told. */
export async function deadLetter(
  incoming: IncomingMessage,
  { reason, faults = [], rows = [], ...about }: Rejection,
  keys: Pick<KafkaKeys, 'seal'>,
): Promise<OutboundMessage> {
  const { topic, partition, offset, value } = incoming;
  const letter: DeadLetter = {
    reason,
    topic,
    partition,
    offset,
    ...about,
    faults: faults.map(placeOf),
    rows: rows.map(({ row, code, errors }) => ({
      row,
      ...(code !== undefined && { code }),
      faults: errors.map(placeOf),
    })),
    message: isSealed(value) ? value : await keys.seal(value),
  };
  return {
    topic: TOPICS.deadLetters,
    key: `${topic}-${partition}-${offset}`,
    value: JSON.stringify(letter),
    headers: { 'content-type': 'application/json', reason },
  };
}

/** A pointer may name an unknown field, and somebody may have put a number there. */
const placeOf = ({ pointer, code }: FieldFault): { readonly pointer: string; readonly code: string } => ({
  pointer: pointer.replaceAll(/\d{6,}/g, '…'),
  code,
});

import { DeliveryMessage, faultsOf, onceEach, type DeadLetterReason, type FieldFault } from '@uitkomst/contracts';
import type { KafkaKeys } from '../settings/kafka-keys.js';

const COMPACT_JWE = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

export type ReadMessage =
  | { readonly kind: 'delivery'; readonly delivery: DeliveryMessage }
  | { readonly kind: 'unreadable'; readonly reason: DeadLetterReason; readonly faults: readonly FieldFault[] };

export const isSealed = (value: string): boolean => COMPACT_JWE.test(value);

/** The delivery a message holds, or why it holds none. One that names a BSN is taken from an encrypted message alone. */
export async function readMessage(value: string, keys: Pick<KafkaKeys, 'open'>): Promise<ReadMessage> {
  const sealed = isSealed(value);
  const text = sealed ? await keys.open(value).catch(() => undefined) : value;
  if (text === undefined) return unreadable('NOT_DECRYPTABLE');
  const json = parsed(text);
  if (json === undefined) return unreadable('NOT_JSON');
  const delivery = DeliveryMessage.safeParse(json);
  if (!delivery.success)
    return unreadable(
      'NOT_A_DELIVERY',
      onceEach(delivery.error.issues.flatMap((issue) => faultsOf(issue, { in: 'body' }))),
    );
  if (!sealed && delivery.data.rows.some((row) => row['bsn'] !== undefined)) return unreadable('BSN_NOT_ENCRYPTED');
  return { kind: 'delivery', delivery: delivery.data };
}

const unreadable = (reason: DeadLetterReason, faults: readonly FieldFault[] = []): ReadMessage => ({
  kind: 'unreadable',
  reason,
  faults,
});

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

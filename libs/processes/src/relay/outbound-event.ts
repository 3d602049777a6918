import { createHmac } from 'node:crypto';
import { CloudEvent, Kafka } from 'cloudevents';
import { PUBLICATIONS, type AboutEvent } from '@uitkomst/contracts';
import type { RecordedEvent } from '@uitkomst/ledger';
import type { OutboundMessage } from './publisher.js';

/** Who publishes, and where what is only referred to can be read. */
export interface Origin {
  /** Organisatie-identificatienummer of the municipality, 20 digits. */
  readonly oin: string;
  /** Address of the API as consumers reach it, without a slash at the end: `https://uitkomst.example.nl/v1`. */
  readonly apiUrl: string;
  /** Secret of the municipality: with it a stream's name becomes the key of its messages, which tells nobody whose it is. */
  readonly keySecret: Uint8Array;
}

/** Whether an event goes out at all. */
export const isPublished = ({ type }: { readonly type: string }): boolean => Object.hasOwn(PUBLICATIONS, type);

/**
 * The message of a published event: a CloudEvent of the NL GOV profile. About a person it carries no data, only the address where
 * those who may can read it. `count` is its place among everything ever published: the consumer's means to drop what it had before.
 */
export function outboundEvent(event: RecordedEvent, count: number, origin: Origin): OutboundMessage {
  const publication = PUBLICATIONS[event.type];
  if (!publication) throw new Error(`${event.type} is not published`);
  const { topic, type, subject, path, data } = publication;
  const about = event as RecordedEvent & AboutEvent;
  const cloudEvent = new CloudEvent({
    id: event.id,
    source: sourceOf(origin),
    type,
    time: event.recordedAt,
    subject: subject(about),
    datacontenttype: 'application/json',
    dataschema: data ? `${origin.apiUrl}/asyncapi.json` : `${origin.apiUrl}/openapi.json`,
    sequence: sequenceOf(count),
    sequencetype: 'Integer',
    ...(path && { dataref: `${origin.apiUrl}${path(about)}` }),
    ...(data && { data: data.parse(event.payload) }),
  });
  const { value, headers } = Kafka.structured(cloudEvent);
  return { topic, key: keyOf(event.stream, origin.keySecret), value, headers: headers as Headers };
}

type Headers = Readonly<Record<string, string>>;

/** `urn:nld:oin:<oin>:systeem:uitkomst`. */
const sourceOf = ({ oin }: Origin): string => `urn:nld:oin:${oin}:systeem:uitkomst`;

/** A signed 32-bit integer that wraps around, as the CloudEvents extension has it. */
const sequenceOf = (count: number): string => String(count | 0);

/** One client's messages share a key and so their order; in base64url hardly nine digits ever stand in a row. */
const keyOf = (stream: string, secret: Uint8Array): string =>
  createHmac('sha256', secret).update(stream).digest('base64url');

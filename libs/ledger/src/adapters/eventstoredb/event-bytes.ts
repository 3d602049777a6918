import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { binaryEvent, type BinaryEventType, type EventData, type ResolvedEvent } from '@eventstore/db-client';
import { AUDIENCES } from '@uitkomst/domain';
import { UnknownEvent } from '../../codec/codec.js';
import { hashOfLeaf } from '../../codec/digest.js';
import type { Position, StoredBytes, StoredEvent } from '../../ledger.js';

/**
 * First line of the metadata: format, whether the data are packed, whether more of the same append follows. It also keeps the client
 * from taking our metadata for JSON, which it would parse and so give back as other bytes.
 */
const FORMAT = /^uitkomst\/1( deflate)?( more)?$/;
const formatLine = (packed: boolean, more: boolean): string =>
  `uitkomst/1${packed ? ' deflate' : ''}${more ? ' more' : ''}`;
/** An append of more bytes is packed: the server takes 1 MiB, all events together. */
const PLAIN_BYTES_MAX = 900_000;
const APPEND_BYTES_MAX = 1_000_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Sent = Pick<StoredEvent, 'id' | 'type' | 'bytes'>;

/**
 * Events as the server keeps them. The data are the parts, one a line with the name of its audience; the metadata are format, leaf,
 * actor and salt, one a line. Canonical JSON holds no line break, so what is cut at line breaks is what was written.
 */
export function binaryEvents(events: readonly Sent[]): EventData<BinaryEventType>[] {
  const last = events.length - 1;
  const sent = (packed: boolean) => events.map((event, index) => binary(event, formatLine(packed, index < last)));
  const plain = sent(false);
  if (bytesOf(plain) <= PLAIN_BYTES_MAX) return plain;
  const packed = sent(true);
  const bytes = bytesOf(packed);
  if (bytes > APPEND_BYTES_MAX)
    throw new RangeError(`An append of ${bytes} bytes is too large to record on this engine`);
  return packed;
}

function binary({ id, type, bytes }: Sent, format: string): EventData<BinaryEventType> {
  // A server refuses these, and on the batch path the client falls over the refusal and takes the process with it.
  if (type === '' || !UUID.test(id)) throw new RangeError(`Not an event to be sent: ${type} ${id}`);
  const parts = AUDIENCES.flatMap((audience) => {
    const part = bytes[audience];
    return part === undefined ? [] : [`${audience} ${part}`];
  });
  const metadata = [format, bytes.leaf, bytes.actor, bytes.salt];
  if ([...parts, ...metadata].some((line) => line.includes('\n')))
    throw new RangeError(`${id} holds a line break, which canonical JSON does not`);
  const text = Buffer.from(parts.join('\n'));
  const data = format.includes('deflate') ? deflateRawSync(text) : text;
  return binaryEvent({ id, type, data, metadata: Buffer.from(metadata.join('\n')) });
}

const bytesOf = (events: readonly EventData<BinaryEventType>[]): number =>
  events.reduce((sum, { type, data, metadata }) => sum + type.length + data.length + sizeOf(metadata), 0);

const sizeOf = (metadata: unknown): number => (metadata instanceof Uint8Array ? metadata.length : 0);

type Received = NonNullable<ResolvedEvent['event']>;

/** The event of a stream of ours as it was stored. Throws {@link UnknownEvent} on what no program of ours wrote. */
export function storedEvent(received: Received, stream: string): StoredEvent {
  const { id, type, data, metadata } = received;
  const revision = Number(received.revision);
  const [format = '', leaf, actor, salt] = linesOf(metadata);
  const recordedAt = leaf === undefined ? undefined : RECORDED_AT.exec(leaf)?.[1];
  if (
    !(data instanceof Uint8Array) ||
    !FORMAT.test(format) ||
    leaf === undefined ||
    actor === undefined ||
    salt === undefined ||
    recordedAt === undefined
  )
    throw new UnknownEvent(`${stream} revision ${revision} (${id}) was not written by this program`);
  const text = format.includes('deflate') ? inflateRawSync(data).toString('utf8') : textOf(data);
  const bytes: { -readonly [K in keyof StoredBytes]: StoredBytes[K] } = { leaf, actor, salt };
  for (const line of text === '' ? [] : text.split('\n')) {
    const audience = AUDIENCES.find((name) => line.startsWith(`${name} `));
    if (audience === undefined) throw new UnknownEvent(`${stream} revision ${revision} (${id}) has an unknown part`);
    bytes[audience] = line.slice(audience.length + 1);
  }
  return { position: positionOf(received), stream, revision, id, type, recordedAt, leafHash: hashOfLeaf(leaf), bytes };
}

/** Whether it is the last of what was appended together. */
export const endsAppend = ({ metadata }: Received): boolean => !(linesOf(metadata)[0] ?? '').endsWith(' more');

const linesOf = (metadata: unknown): readonly string[] =>
  metadata instanceof Uint8Array ? textOf(metadata).split('\n') : [];

/** In a leaf, and nowhere inside a text of it, where a quote is escaped. */
const RECORDED_AT = /"recordedAt":"([^"]+)","revision":/;

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/**
 * Where an event stands among all: its prepare position. Among all events that is its commit position too; when a stream is read,
 * only the prepare position is sure to be the event's own.
 */
export function positionOf({ position, id }: Received): Position {
  const place = position === undefined ? Number.NaN : Number(position.prepare);
  if (!Number.isSafeInteger(place))
    throw new Error(`The server does not say where event ${id} stands; EventStoreDB 22.6 or newer is needed`);
  return place as Position;
}

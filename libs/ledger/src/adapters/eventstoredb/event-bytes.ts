import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { binaryEvent, type BinaryEventType, type EventData, type ResolvedEvent } from '@eventstore/db-client';
import { AUDIENCES } from '@uitkomst/domain';
import { UnknownEvent } from '../../codec/codec.js';
import { hashOfLeaf } from '../../codec/digest.js';
import type { MadeBytes } from '../../codec/leaf-around.js';
import type { Position, StoredEvent } from '../../ledger.js';

/**
 * How the data are to be read, and whether more of the same append follows. It stands in the metadata, of which the client makes JSON
 * where it can and an exception for every event where it cannot; what is evidence stands in the data.
 */
interface Label {
  readonly format: typeof FORMAT;
  readonly packed?: 'deflate';
  readonly more?: true;
}
const FORMAT = 'uitkomst/1';
/** An append of more bytes is packed: the server takes 1 MiB, all events together. */
const PLAIN_BYTES_MAX = 900_000;
const APPEND_BYTES_MAX = 1_000_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Sent = Pick<StoredEvent, 'id' | 'type' | 'bytes'>;

/**
 * Events as the server keeps them. The data are leaf, actor and salt, and the parts, each with the name of its audience; one a line.
 * Canonical JSON holds no line break, so what is cut at line breaks is what was written.
 */
export function binaryEvents(events: readonly Sent[]): EventData<BinaryEventType>[] {
  const last = events.length - 1;
  const sent = (packed: boolean) =>
    events.map((event, index) =>
      binary(event, { format: FORMAT, ...(packed && { packed: 'deflate' }), ...(index < last && { more: true }) }),
    );
  const plain = sent(false);
  if (bytesOf(plain) <= PLAIN_BYTES_MAX) return plain;
  const packed = sent(true);
  const bytes = bytesOf(packed);
  if (bytes > APPEND_BYTES_MAX)
    throw new RangeError(`An append of ${bytes} bytes is too large to record on this engine`);
  return packed;
}

function binary({ id, type, bytes }: Sent, label: Label): EventData<BinaryEventType> {
  // A server refuses these, and on the batch path the client falls over the refusal and takes the process with it.
  if (type === '' || !UUID.test(id)) throw new RangeError(`Not an event to be sent: ${type} ${id}`);
  const lines = [bytes.leaf, bytes.actor, bytes.salt];
  for (const audience of AUDIENCES) {
    const part = bytes[audience];
    if (part !== undefined) lines.push(`${audience} ${part}`);
  }
  if (lines.some((line) => line.includes('\n')))
    throw new RangeError(`${id} holds a line break, which canonical JSON does not`);
  const text = Buffer.from(lines.join('\n'));
  const data = label.packed ? deflateRawSync(text) : text;
  return binaryEvent({ id, type, data, metadata: Buffer.from(JSON.stringify(label)) });
}

const bytesOf = (events: readonly EventData<BinaryEventType>[]): number =>
  events.reduce((sum, { type, data, metadata }) => sum + type.length + data.length + sizeOf(metadata), 0);

const sizeOf = (metadata: unknown): number => (metadata instanceof Uint8Array ? metadata.length : 0);

type Received = NonNullable<ResolvedEvent['event']>;

/** The event of a stream of ours as it was stored. Throws {@link UnknownEvent} on what no program of ours wrote. */
export function storedEvent(received: Received, stream: string): StoredEvent {
  const { id, type, data } = received;
  const revision = Number(received.revision);
  const { format, packed } = labelOf(received);
  const lines = format === FORMAT && data instanceof Uint8Array ? textOf(packed ? inflateRawSync(data) : data) : '';
  const [leaf, actor, salt, ...parts] = lines.split('\n');
  const recordedAt = RECORDED_AT.exec(leaf ?? '')?.[1];
  if (leaf === undefined || actor === undefined || salt === undefined || recordedAt === undefined)
    throw new UnknownEvent(`${stream} revision ${revision} (${id}) was not written by this program`);
  const bytes: MadeBytes = { leaf, actor, salt };
  for (const part of parts) {
    const audience = AUDIENCES.find((name) => part.startsWith(`${name} `));
    if (audience === undefined) throw new UnknownEvent(`${stream} revision ${revision} (${id}) has an unknown part`);
    bytes[audience] = part.slice(audience.length + 1);
  }
  return { position: positionOf(received), stream, revision, id, type, recordedAt, leafHash: hashOfLeaf(leaf), bytes };
}

/** Whether it is the last of what was appended together. */
export const endsAppend = (received: Received): boolean => labelOf(received).more !== true;

const labelOf = ({ metadata }: Received): Partial<Label> => (metadata ?? {}) as Partial<Label>;

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

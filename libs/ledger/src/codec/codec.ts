import {
  AUDIENCES,
  canonical,
  EVENT_CATALOGUE,
  type Actor,
  type Audience,
  type EventDefinition,
} from '@uitkomst/domain';
import type { NewEvent, RecordedEvent, StoredEvent } from '../ledger.js';
import { upcast, UPCASTERS, type Upcasters } from '../upcasters/upcasters.js';
import { DecodedEvent, type Made, type Newest } from './decoded-event.js';
import { hashOfLeaf, newSalt } from './digest.js';
import { leafAround as leafOf, type LeafAround, type MadeBytes } from './leaf-around.js';

/** Largest event, all parts together; the engines of other ledgers take no more (EventStoreDB: 1 MiB with its envelope). */
export const EVENT_CHARACTERS_MAX = 1_000_000;

/** The event is of a type or version this program does not know: it refuses rather than overlook what it says. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
}

/** Everything of an event that can be made before the ledger gives it its place and time. */
export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly commandId: string;
  readonly commandHash: string;
  /** As they will be stored; the leaf is filled in by {@link sealed}. */
  readonly bytes: MadeBytes;
  /** The leaf around `recordedAt` and `revision`, which only the ledger knows. */
  readonly leafAround: LeafAround;
  /** What {@link Codec.decode} need not parse again. */
  readonly made: Made;
}

export interface Codec {
  /** Checks the payload against its schema (a bad one is a bug of the caller, and throws) and makes its bytes. */
  prepare(stream: string, event: NewEvent): PreparedEvent;
  /** Gives back what was stored. Checks nothing cryptographic, but throws {@link UnknownEvent} on a type it does not know. */
  decode(stored: StoredEvent, made?: Made): RecordedEvent;
}

/** Completes the leaf, once the ledger has given the event its place and time, and gives its hash. */
export function sealed({ bytes, leafAround }: PreparedEvent, revision: number, recordedAt: string): string {
  const [before, between, after] = leafAround;
  bytes.leaf = before + recordedAt + between + revision + after;
  return hashOfLeaf(bytes.leaf);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Prepares a whole append. What cannot be recorded as it is (no event, a name no engine keeps whole) is a bug, and throws. */
export function prepareAll(codec: Codec, stream: string, events: readonly NewEvent[]): readonly PreparedEvent[] {
  if (events.length === 0) throw new RangeError('An append holds at least one event');
  for (const [index, { id }] of events.entries()) {
    if (!UUID.test(id)) throw new RangeError(`Not an event id: ${id}`);
    if (events.findIndex((event) => event.id === id) < index)
      throw new RangeError(`An append gives an id only once: ${id}`);
  }
  return events.map((event) => codec.prepare(stream, event));
}

type Fields = Readonly<Record<Audience, readonly string[]>>;

/** A codec for a catalogue of events; {@link CODEC} is the one in use. Leaves are made otherwise only to measure what they cost. */
export function codecFor(
  catalogue: Readonly<Record<string, EventDefinition>>,
  { upcasters = UPCASTERS, around = leafOf }: { upcasters?: Upcasters; around?: typeof leafOf } = {},
): Codec {
  const definitions = Object.values(catalogue);
  const writers = new Map(
    definitions.map((definition) => [definition.type, { definition, fields: fieldsOf(definition) }]),
  );
  const readers = new Map(definitions.map((definition) => [definition.type, readerOf(definition, upcasters)]));
  return {
    prepare: (stream, event) => {
      const writer = writers.get(event.type);
      if (writer === undefined) throw new UnknownEvent(`No event is called ${event.type}`);
      const { definition, fields } = writer;
      const payload = definition.payload.parse(event.payload);
      const salt = newSalt();
      const { id, type, actor, commandId, commandHash } = event;
      const bytes = bytesOf(payload, fields, { actor, salt: salt.toString('hex') });
      return {
        id,
        type,
        stream,
        commandId,
        commandHash,
        bytes,
        made: { payload, actor, commandId, commandHash },
        leafAround: around(stream, event, { schema: definition.version, bytes, salt }),
      };
    },
    decode: (stored, made) => {
      const reader = readers.get(stored.type);
      if (reader === undefined) throw new UnknownEvent(`No event is called ${stored.type}`);
      return new DecodedEvent(stored, reader, made);
    },
  };
}

/** The codec of the catalogue in use. */
export const CODEC: Codec = codecFor(EVENT_CATALOGUE);

function readerOf({ type, version: known }: EventDefinition, upcasters: Upcasters): Newest {
  return (payload, stored) => {
    if (stored > known) throw new UnknownEvent(`${type} version ${stored} is newer than this program`);
    return upcast(upcasters, { type, payload }, { stored, known });
  };
}

/** The fields of each audience, in the order of canonical JSON. */
function fieldsOf({ audienceOf }: EventDefinition): Fields {
  const of = (audience: Audience) =>
    Object.keys(audienceOf)
      .filter((field) => audienceOf[field] === audience)
      .toSorted((left, right) => (left < right ? -1 : 1));
  return { open: of('open'), provider: of('provider'), municipality: of('municipality') };
}

/** The texts of an event, still without its leaf. */
function bytesOf(
  payload: Readonly<Record<string, unknown>>,
  fields: Fields,
  { actor, salt }: { readonly actor: Actor; readonly salt: string },
): MadeBytes {
  const bytes: MadeBytes = {
    leaf: '',
    actor: canonical({ id: actor.id, orgId: actor.orgId, role: actor.role }),
    salt,
  };
  let length = 0;
  for (const audience of AUDIENCES) {
    let text = '';
    for (const field of fields[audience]) {
      const value = payload[field];
      if (value !== undefined) text += `${text === '' ? '{' : ','}"${field}":${canonical(value)}`;
    }
    if (text !== '') bytes[audience] = `${text}}`;
    length += text.length;
  }
  if (length > EVENT_CHARACTERS_MAX) throw new RangeError(`An event of ${length} characters is too large to record`);
  return bytes;
}

import { AUDIENCES, type Actor, type Audience } from '@uitkomst/domain';
import type { Position, RecordedEvent, StoredBytes, StoredEvent } from '../ledger.js';

/** What a leaf says, in the order of its bytes. */
export interface Leaf {
  readonly digests: Readonly<Partial<Record<Audience, string>>>;
  readonly header: {
    readonly actor: string;
    readonly commandHash: string;
    readonly commandId: string;
    readonly id: string;
    readonly recordedAt: string;
    readonly revision: number;
    readonly schema: number;
    readonly stream: string;
    readonly type: string;
    readonly v: 1;
  };
}

/** Brings a payload from the version it was stored in to the newest. */
export type Newest = (payload: Readonly<Record<string, unknown>>, version: number) => Readonly<Record<string, unknown>>;

/** What whoever recorded an event still has at hand: the payload as it was checked, and who did what with it. */
export type Made = Pick<RecordedEvent, 'payload' | 'actor' | 'commandId' | 'commandHash'>;

/** Parsed when first asked for: most readers look at few of many events. */
export class DecodedEvent implements RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
  readonly bytes: StoredBytes;
  readonly leafHash: string;
  #header: Asked | undefined;
  #payload: unknown;
  #actor: Actor | undefined;
  readonly #newest: Newest;
  readonly #made: Made | undefined;

  constructor(stored: StoredEvent, newest: Newest, made?: Made) {
    this.id = stored.id;
    this.type = stored.type;
    this.stream = stored.stream;
    this.revision = stored.revision;
    this.position = stored.position;
    this.recordedAt = stored.recordedAt;
    this.bytes = stored.bytes;
    this.leafHash = stored.leafHash;
    this.#newest = newest;
    this.#made = made;
    this.#payload = made?.payload;
    this.#actor = made?.actor;
  }

  get payload(): unknown {
    return (this.#payload ??= this.#newest(payloadOf(this.bytes), this.header.schema));
  }
  get actor(): Actor {
    return (this.#actor ??= actorOf(this.bytes.actor));
  }
  get commandId(): string {
    return this.#made?.commandId ?? this.header.commandId;
  }
  get commandHash(): string {
    return this.#made?.commandHash ?? this.header.commandHash;
  }
  private get header(): Asked {
    return (this.#header ??= askedIn(this.bytes.leaf));
  }
}

/** What is asked of a leaf for every event; the rest of it is there to be verified. */
type Asked = Pick<Leaf['header'], 'commandHash' | 'commandId' | 'schema'>;

/** In the order of canonical JSON. Where a name needs an escape, the leaf is parsed. */
const ASKED =
  /"commandHash":"([^"\\]*)","commandId":"([^"\\]*)","id":"[^"\\]*","recordedAt":"[^"\\]*","revision":\d+,"schema":(\d+),/;

function askedIn(leaf: string): Asked {
  const [, commandHash, commandId, schema] = ASKED.exec(leaf) ?? [];
  if (commandHash === undefined || commandId === undefined) return (JSON.parse(leaf) as Leaf).header;
  return { commandHash, commandId, schema: Number(schema) };
}

const ACTORS_MAX = 1_000;
const actors = new Map<string, Actor>();

/** Few people record most events: each is parsed once. */
function actorOf(text: string): Actor {
  const known = actors.get(text);
  if (known !== undefined) return known;
  const actor = JSON.parse(text) as Actor;
  if (actors.size >= ACTORS_MAX) actors.clear();
  actors.set(text, actor);
  return actor;
}

function payloadOf(bytes: StoredBytes): Readonly<Record<string, unknown>> {
  let payload: Record<string, unknown> | undefined;
  for (const audience of AUDIENCES) {
    const part = bytes[audience];
    if (part === undefined) continue;
    const fields = JSON.parse(part) as Record<string, unknown>;
    payload = payload === undefined ? fields : Object.assign(payload, fields); // Most often there is one part.
  }
  return payload ?? {};
}

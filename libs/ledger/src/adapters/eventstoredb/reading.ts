import {
  BACKWARDS,
  END,
  FORWARDS,
  START as BEGINNING,
  StreamNotFoundError,
  UnknownError,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { Codec } from '../../codec/codec.js';
import {
  LedgerUnavailable,
  START,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
} from '../../ledger.js';
import type { Address } from './address.js';
import { collected } from './collect.js';
import { patiently } from './connection.js';
import { positionOf, storedEvent } from './event-bytes.js';
import type { StreamNames } from './stream-names.js';

/** Events of one call, at most. */
const PAGE = 4_000;
/** Who reads so many at a time reads everything, and will be back for the next. */
const BULK = 1_000;
/** Most looks at the end find something soon; where only the server's own events were added for days, further. */
const LOOK_BACK = [16, 256, 1_000];

/** A part of the global order. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  /** The last event looked at, whoever's it is. */
  readonly through: Position;
  readonly atEnd: boolean;
}

export interface ReadingOptions {
  readonly client: EventStoreDBClient;
  readonly address: Address;
  readonly names: StreamNames;
  readonly codec: Codec;
}

/** Reads streams, and the global order without what is not this ledger's. */
export class Reading {
  /** How far the end was looked at, and the last event of ours up to there. */
  private looked: { readonly through: Position; readonly last: RecordedEvent | undefined } = {
    through: START,
    last: undefined,
  };

  private ahead: { readonly after: Position; readonly size: number; readonly page: Promise<Page> } | undefined;

  constructor(private readonly options: ReadingOptions) {}

  async *stream(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const { backwards = false, max = Number.POSITIVE_INFINITY } = options;
    let from = options.from;
    if (backwards && from !== undefined) {
      // What a server makes of a revision beyond the end is its own affair.
      const [last] = await this.streamPage(stream, { backwards, max: 1 });
      from = Math.min(from, last?.revision ?? -1);
    }
    for (let left = max; left > 0 && (from ?? 0) >= 0;) {
      const size = Math.min(left, PAGE);
      const page = await this.streamPage(stream, { backwards, max: size, ...(from !== undefined && { from }) });
      yield* page;
      if (page.length < size) return;
      left -= page.length;
      from = (page.at(-1)?.revision ?? 0) + (backwards ? -1 : 1);
    }
  }

  /** Whole runs of events at once; `from` is a revision the stream has, or its next. */
  async streamPage(stream: string, { from, backwards = false, max = PAGE }: ReadOptions): Promise<RecordedEvent[]> {
    const { client, address, names, codec } = this.options;
    const ask = async (): Promise<readonly ResolvedEvent[]> => {
      const reading = client.readStream(names.outward(stream), {
        direction: backwards ? BACKWARDS : FORWARDS,
        fromRevision: from === undefined ? (backwards ? END : BEGINNING) : BigInt(from),
        maxCount: max,
        requiresLeader: true,
        credentials: address.credentials,
      });
      return collected(reading, address.timeoutMs);
    };
    try {
      const received = await patiently(ask);
      return received.flatMap(({ event }) => (event ? [codec.decode(storedEvent(event, stream))] : []));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  /** Reads ahead while the caller is busy with a page, also for the call that will ask for as many more. */
  async *all({
    after = START,
    until,
    max = Number.POSITIVE_INFINITY,
  }: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    let left = max;
    if (left <= 0) return;
    for (let next = this.first(after, max); ;) {
      const page = await next;
      const rest = left - page.events.length;
      if (!page.atEnd && (rest > 0 || max >= BULK)) {
        next = rest > 0 ? this.page(after, rest, page.through) : this.page(page.through, max);
        next.catch(() => undefined); // Nobody may ever wait for it.
        if (rest <= 0) this.ahead = { after: page.through, size: max, page: next };
      }
      for (const event of page.events) {
        if (event.position > (until ?? Number.MAX_SAFE_INTEGER)) return;
        yield event;
        if ((left -= 1) <= 0) return;
      }
      if (page.atEnd) return;
    }
  }

  private async first(after: Position, size: number): Promise<Page> {
    const { ahead } = this;
    if (ahead?.after !== after || ahead.size !== size) return this.page(after, size);
    this.ahead = undefined;
    const page = await ahead.page.catch(() => undefined);
    // What was the end then may not be it now.
    return page === undefined || page.atEnd ? this.page(after, size) : page;
  }

  /** The next events of ours after a position; none only at the end. */
  async next(after: Position, max: number): Promise<readonly RecordedEvent[]> {
    for (let page = await this.page(after, max); ; page = await this.page(after, max, page.through))
      if (page.events.length > 0 || page.atEnd) return page.events;
  }

  /**
   * Looks on from where one looked before. From a position the server gives that event itself too, and its own events, and those of
   * other ledgers: all of them are left out here.
   */
  private async page(after: Position, max: number, from: Position = after): Promise<Page> {
    const size = Math.min(Math.max(max, LOOK_BACK[0] ?? 1), PAGE);
    // Everything between the last event of ours and where we looked is the server's.
    const { last, through } = this.looked;
    const received = await this.received(from === (last?.position ?? START) ? through : from, size);
    const places = received.map(({ event }) => positionOf(event));
    const events = this.ours(received).filter(({ position }) => position > Math.max(after, from));
    return {
      events: events.slice(0, max),
      through: events[max - 1]?.position ?? places.at(-1) ?? from,
      atEnd: received.length < size && events.length <= max,
    };
  }

  private async received(after: Position, size: number): Promise<readonly Received[]> {
    if (after === START) return this.asked(FORWARDS, BEGINNING, size);
    try {
      return await this.asked(FORWARDS, after, size);
    } catch (error) {
      // The server reads only from places where an event stands. From elsewhere we look at everything.
      if (!isUnknown(error)) throw error;
      return this.asked(FORWARDS, BEGINNING, size);
    }
  }

  private async asked(
    direction: typeof FORWARDS | typeof BACKWARDS,
    from: Position | typeof BEGINNING | typeof END,
    size: number,
  ): Promise<readonly Received[]> {
    const { client, address } = this.options;
    const fromPosition = typeof from === 'number' ? { commit: BigInt(from), prepare: BigInt(from) } : from;
    const received = await patiently(() => {
      const options = { requiresLeader: true, credentials: address.credentials };
      return collected(client.readAll({ direction, fromPosition, maxCount: size, ...options }), address.timeoutMs);
    });
    return received.filter((each): each is Received => each.event !== undefined);
  }

  private ours(received: readonly Received[]): readonly RecordedEvent[] {
    return received.flatMap((each) => this.own(each) ?? []);
  }

  /** The event, if it is of this ledger's order. */
  own({ event }: ResolvedEvent): RecordedEvent | undefined {
    const { names, codec } = this.options;
    const stream = event && names.inward(event.streamId);
    return event === undefined || stream === undefined ? undefined : codec.decode(storedEvent(event, stream));
  }

  async head(): Promise<Position> {
    return (await this.last())?.position ?? START;
  }

  /** The last event of ours: looks back from the end to where it looked before, or finds one on the way. */
  async last(): Promise<RecordedEvent | undefined> {
    const known = this.looked;
    let through = known.through;
    let from: Position | typeof END = END;
    for (let look = 0; ; look += 1) {
      const size = LOOK_BACK[Math.min(look, LOOK_BACK.length - 1)] ?? PAGE;
      const received: readonly Received[] = await this.asked(BACKWARDS, from, size);
      const places = received.map(({ event }) => positionOf(event));
      through = Math.max(through, ...places) as Position;
      const newer = received.filter((_, index) => (places[index] ?? START) > known.through);
      const [found] = this.ours(newer);
      if (found === undefined && newer.length === size) {
        from = places.at(-1) ?? from;
        continue;
      }
      const last = found ?? known.last;
      if (through > this.looked.through) this.looked = { through, last };
      return last;
    }
  }
}

/** The client's name for an error it has no name for, such as that of a place where no event stands. */
const isUnknown = (error: unknown): boolean =>
  error instanceof UnknownError || (error instanceof LedgerUnavailable && error.cause instanceof UnknownError);

type Received = AllStreamResolvedEvent & { readonly event: NonNullable<AllStreamResolvedEvent['event']> };

import { setTimeout as sleep } from 'node:timers/promises';
import { START, type Ledger, type Position, type RecordedEvent, type Subscription } from '@uitkomst/ledger';
import { LedgerMark } from './belonging/ledger-mark.js';
import { Lane } from './lane.js';
import type { Projecting } from './projecting.js';
import type { Projection } from './projection.js';
import type { ReadStore } from './reads.js';
import { Waiters } from './waiters.js';

export interface RunnerOptions {
  readonly ledger: Ledger;
  readonly reads: ReadStore;
  readonly projections: readonly Projection[];
  /** Events written in one transaction. */
  readonly batchMax?: number;
  /** How many folded events each fold may keep in memory. */
  readonly eventsKept?: number;
  /** First pause after a failure; it doubles up to `pauseMaxMs`. */
  readonly pauseMs?: number;
  readonly pauseMaxMs?: number;
  /** Told of every failed attempt; the batch is tried again until it succeeds, because nothing may be skipped. */
  readonly onError?: (error: unknown) => void;
  /** Nothing else runs in this thread. */
  readonly alone?: boolean;
  /** Told how far readers see, each time that is further. */
  readonly onReached?: (position: Position) => void;
}

/** What is written at once is folded in so many parts: events are let go before there are many of them. */
const SLICES = 8;
/** Rests four times as long as it worked, and never so long that a reader would notice. */
const REST_SHARE = 4;
const REST_MAX_MS = 50;

/**
 * Keeps the read store up with the ledger: batches in global order, rows and checkpoints in one transaction, every batch until it
 * succeeds. A new version of a projection is built beside the one readers see and takes its place once it has come as far.
 */
export class ProjectionRunner implements Projecting {
  private readonly live: Lane;
  private readonly mark: LedgerMark;
  /** The last event that was handed over, or after which it began. */
  private heard: Position = START;
  /** Where the served version of a name stands that only an earlier program could move on. */
  private readonly frozen = new Map<string, Position>();
  private subscription: Subscription | undefined;
  private readonly building: Promise<void>[] = [];
  private readonly waiters = new Waiters();
  private turn: Promise<unknown> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(private readonly options: RunnerOptions) {
    this.live = this.lane();
    this.mark = new LedgerMark(options);
  }

  /** Resumes every projection from its checkpoint and follows the ledger. */
  async start(): Promise<void> {
    const fresh = await this.prepare();
    await this.follow();
    this.building.push(this.build(fresh));
  }

  /** Brings every projection to the ledger's head, without following it: for a rebuild, an export or a test. */
  async catchUp(): Promise<void> {
    const fresh = await this.prepare();
    while (await this.inTurn(() => this.catchUpOn())) await sleep(0); // Others take their turn.
    await this.build(fresh);
  }

  /** Stops after the batches in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription?.close();
    await Promise.allSettled(this.building.splice(0));
    await this.turn.catch(() => undefined);
    this.waiters.giveUp();
  }

  /** Up to where readers may rely on having seen everything. */
  get position(): Position {
    const live = this.live.empty ? [] : [this.live.position];
    return Math.min(...live, ...this.frozen.values()) as Position;
  }

  async lag(): Promise<number> {
    if (this.position >= (await this.options.ledger.head())) return 0;
    return (await this.subscription?.lag()) ?? 0;
  }

  async waitUntil(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.position >= position) return true;
    if (this.stopping.signal.aborted) return false;
    return this.waiters.wait(position, timeoutMs);
  }

  private lane(): Lane {
    return new Lane(this.options.ledger, this.options.reads, this.options.eventsKept ?? 10_000);
  }

  /** Sorts the projections into those readers see and those to be built beside them. */
  private async prepare(): Promise<readonly Projection[]> {
    const { ledger, reads, projections } = this.options;
    const head = await ledger.head();
    this.live.catchUpTo(head);
    await this.mark.forgetRowsOfAnother(head);
    const fresh: Projection[] = [];
    for (const projection of projections) {
      await reads.prepare(projection);
      const served = await reads.served(projection.name);
      if (served === projection.version) await this.live.enter(projection);
      else fresh.push(projection);
      if (
        served !== undefined &&
        !projections.some(({ name, version }) => name === projection.name && version === served)
      )
        this.frozen.set(projection.name, await reads.checkpoint(projection.name, served));
    }
    return fresh;
  }

  private async follow(): Promise<void> {
    const { ledger, onError } = this.options;
    const after = this.live.empty ? await ledger.head() : this.live.position;
    this.heard = after;
    const handler = (events: readonly RecordedEvent[]): Promise<void> => this.applyAll(events);
    this.subscription = ledger.subscribe({ after, handler, max: this.batchMax, ...(onError && { onError }) });
  }

  private async applyAll(events: readonly RecordedEvent[]): Promise<void> {
    const max = this.batchMax;
    for (let from = 0; from < events.length && !this.stopping.signal.aborted; from += max) {
      const batch = events.slice(from, from + max);
      const began = performance.now();
      await this.untilDone(() => this.applyOne(batch), this.live);
      this.tellReached();
      // Alone in its thread, a long way is gone without rest.
      if (this.options.alone !== true || batch.length < max) await this.rest(performance.now() - began);
    }
  }

  private async applyOne(batch: readonly RecordedEvent[]): Promise<void> {
    await this.mark.remember(this.heard, batch[0]);
    await this.live.apply(batch);
    this.heard = batch.at(-1)?.position ?? this.heard;
  }

  /** While others are recording, most of the thread is theirs; what arrives meanwhile is written in one transaction. */
  private async rest(workedMs: number): Promise<void> {
    const { signal } = this.stopping;
    await sleep(Math.min(REST_SHARE * workedMs, REST_MAX_MS), undefined, { signal }).catch(() => undefined);
  }

  private tellReached(): void {
    this.waiters.reached(this.position);
    this.options.onReached?.(this.position);
  }

  /** Lanes take turns, so that a version can take another's place between two batches. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work, work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Tries until it succeeds; skipping a batch is not an option. Undefined only where the runner stops meanwhile. */
  private async untilDone<T>(work: () => Promise<T>, lane: Lane): Promise<T | undefined> {
    const { pauseMs = 50, pauseMaxMs = 10_000, onError } = this.options;
    const { signal } = this.stopping;
    for (let pause = pauseMs; !signal.aborted; pause = Math.min(pause * 2, pauseMaxMs)) {
      try {
        return await this.inTurn(work);
      } catch (error) {
        onError?.(error);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        await lane.reload().catch((failure: unknown) => onError?.(failure));
      }
    }
    return undefined;
  }

  /** Goes on by as much as is written at once; tells whether there may be more. */
  private async goOn(lane: Lane): Promise<boolean> {
    const size = Math.ceil(this.batchMax / SLICES);
    let slice: RecordedEvent[] = [];
    let count = 0;
    const after = lane.foldedTo;
    for await (const event of this.options.ledger.readAll({ after, max: this.batchMax })) {
      if (count === 0) await this.mark.remember(after, event);
      count += 1;
      slice.push(event);
      if (slice.length < size) continue;
      await lane.fold(slice);
      slice = [];
    }
    await lane.fold(slice);
    await lane.write();
    const more = count === this.batchMax;
    if (!more) await lane.written();
    return more;
  }

  /** Builds new versions beside the served ones, over one reading, until they have come as far, and lets them take their place. */
  private async build(fresh: readonly Projection[]): Promise<void> {
    if (fresh.length === 0) return;
    const lane = this.lane();
    await this.untilDone(() => this.beginOn(lane, fresh), lane);
    while (!this.stopping.signal.aborted && !(await this.untilDone(() => this.buildOn(lane), lane))) await sleep(0); // Others take their turn.
    await lane.written().catch(() => undefined); // Stopped on the way: the next start goes on from what was written.
  }

  private async beginOn(lane: Lane, fresh: readonly Projection[]): Promise<void> {
    lane.catchUpTo(await this.options.ledger.head());
    for (const projection of fresh) await lane.add(projection);
  }

  private async catchUpOn(): Promise<boolean> {
    const more = await this.goOn(this.live);
    this.tellReached();
    return more;
  }

  /** One step, in its turn: the versions readers see stand still meanwhile, so at the ledger's end this one has come as far. */
  private async buildOn(lane: Lane): Promise<boolean> {
    if (lane.empty) return true;
    if (await this.goOn(lane)) return false;
    for (const projection of lane.projections) await this.takeItsPlace(projection);
    return true;
  }

  private async takeItsPlace(projection: Projection): Promise<void> {
    const { reads } = this.options;
    const served = await reads.served(projection.name);
    if (served === projection.version) return; // Before an attempt that failed at another.
    await reads.serve(projection);
    await this.live.add(projection); // Before the old one goes: whoever waits must find one of them at every moment.
    if (served !== undefined) this.live.remove(projection.name, served);
    this.frozen.delete(projection.name);
  }

  private get batchMax(): number {
    return this.options.batchMax ?? 2_000;
  }
}

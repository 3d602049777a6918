import type { Ledger, Position, RecordedEvent, Subscription } from '@uitkomst/ledger';
import type { Projecting } from '@uitkomst/projections';
import type { Principal } from '../shell/auth/principal.js';
import type { Log } from '../shell/log.js';
import { changesFor, type Change } from './change.js';
import { ownChanges } from './own-changes.js';

/** Somebody with a page open. */
export interface Listener {
  readonly principal: Principal;
  /** Told after each batch of events in which something of theirs changed. */
  tell(changes: readonly Change[], position: Position): void;
}

interface Parts {
  readonly ledger: Pick<Ledger, 'head' | 'readAll' | 'readStream' | 'subscribe'>;
  readonly projecting: Pick<Projecting, 'waitUntil'>;
  readonly log: Log;
}

/** Lists are told of once they can be read as they are now. */
const READ_WITHIN_MS = 10_000;
/** Whoever missed more than this reads everything again. */
const MISSED_MAX = 1000;

/** Tells who is listening what changed of what they may read. It follows the ledger only while somebody listens. */
export class ChangeHub {
  private readonly listeners = new Set<Listener>();
  private following: Promise<Subscription> | undefined;

  constructor(private readonly parts: Parts) {}

  countOf(subject: string): { readonly all: number; readonly own: number } {
    const own = [...this.listeners].filter(({ principal }) => principal.subject === subject).length;
    return { all: this.listeners.size, own };
  }

  /** Rejects where the ledger gives no answer: then nobody was added, and who comes next tries again. */
  async add(listener: Listener): Promise<void> {
    this.listeners.add(listener);
    const following = (this.following ??= this.follow());
    try {
      await following;
    } catch (error) {
      this.listeners.delete(listener);
      if (this.following === following) this.following = undefined;
      throw error;
    }
  }

  async remove(listener: Listener): Promise<void> {
    this.listeners.delete(listener);
    if (this.listeners.size > 0 || this.following === undefined) return;
    const { following } = this;
    this.following = undefined;
    const begun = await following.catch(() => undefined); // Whoever was being added is told.
    await begun?.close();
  }

  /** What one of them missed since a place in the ledger; false where that is too much to tell. */
  async catchUp(listener: Listener, after: Position): Promise<boolean> {
    const missed: RecordedEvent[] = [];
    for await (const event of this.parts.ledger.readAll({ after, max: MISSED_MAX + 1 })) missed.push(event);
    if (missed.length > MISSED_MAX) return false;
    await this.handOut(missed, [listener]);
    return true;
  }

  private async follow(): Promise<Subscription> {
    const { ledger, log } = this.parts;
    return ledger.subscribe({
      after: await ledger.head(),
      handler: (batch) => this.handOut(batch, [...this.listeners]),
      onError: (error) => log.error({ error }, 'changes could not be told'),
    });
  }

  private async handOut(batch: readonly RecordedEvent[], listeners: readonly Listener[]): Promise<void> {
    const last = batch.at(-1);
    if (last === undefined || listeners.length === 0) return;
    await this.parts.projecting.waitUntil(last.position, READ_WITHIN_MS);
    const told = new Map<Listener, Change[]>(listeners.map((listener) => [listener, []]));
    for (const [stream, events] of byStream(batch)) await this.hearOf(stream, events, told);
    for (const [listener, changes] of told) if (changes.length > 0) listener.tell(changes, last.position);
  }

  private async hearOf(
    stream: string,
    events: readonly RecordedEvent[],
    told: ReadonlyMap<Listener, Change[]>,
  ): Promise<void> {
    let own: ReadonlyMap<string, readonly string[]> | undefined;
    for (const [{ principal }, changes] of told) {
      changes.push(...changesFor(principal, stream, events));
      if (!stream.startsWith(`client-${principal.municipality}-`) || !principal.roles.includes('PROVIDER')) continue;
      own ??= await ownChanges(this.parts.ledger, stream, events);
      const ids = own.get(principal.orgId) ?? [];
      changes.push(...ids.map((id): Change => ({ resource: 'claims', id })));
    }
  }
}

function byStream(batch: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of batch) {
    const events = streams.get(event.stream) ?? [];
    streams.set(event.stream, events);
    events.push(event);
  }
  return streams;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { FEED_ROLES, type DeliveryMessage, type DeliveryReport, type RowReport } from '@uitkomst/contracts';
import { ClockRefused, LedgerUnavailable } from '@uitkomst/ledger';
import {
  carryOut,
  isTask,
  performRows,
  prepareRows,
  type Deliverer,
  type RecordingRows,
  type Task,
} from '../deliveries/record-rows.js';
import type { OnError } from '../ports.js';
import type { OutboundMessage, Publisher } from '../relay/publisher.js';
import type { KafkaKeys } from '../settings/kafka-keys.js';
import { deadLetter, type Rejection } from './dead-letter.js';
import type { IncomingMessage, MessageSource } from './message-source.js';
import { readMessage } from './read-message.js';

export interface DeliveryFeedOptions {
  readonly source: MessageSource;
  /** Where messages go that could not be taken. */
  readonly deadLetters: Publisher;
  readonly keys: Pick<KafkaKeys, 'open' | 'seal'>;
  readonly municipality: string;
  readonly recording: (deliverer: Deliverer) => RecordingRows;
  /** Says that the source is complete through a day; false where it may not. */
  readonly complete: (deliverer: Deliverer, delivery: DeliveryMessage) => Promise<boolean>;
  /** Keeps what became of a delivery; of one that comes again what was kept first. */
  readonly report: (taken: TakenDelivery) => void;
  readonly onError: OnError;
  readonly pauseMs?: number;
  readonly pauseMaxMs?: number;
}

/** A delivery every row of which is recorded or refused. */
export interface TakenDelivery {
  readonly message: IncomingMessage;
  readonly deliverer: Deliverer;
  readonly delivery: DeliveryMessage;
  readonly rows: readonly RowReport[];
  readonly watermark: DeliveryReport['watermark'];
}

/** What fails so often without the ledger being away is the message's own doing, and is parked. */
const TRIES_MAX = 10;

/**
 * Takes deliveries from messages: row by row, by the way they are recorded over HTTP too. A batch is done once every row is recorded
 * or parked with the reason, and only then is its place moved; handed over again, everything in it is heard and nothing doubled.
 */
export class DeliveryFeed {
  private readonly stopping = new AbortController();

  constructor(private readonly options: DeliveryFeedOptions) {}

  start(): void {
    this.options.source.start((batch) => this.take(batch));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.options.source.stop();
    await this.options.deadLetters.close();
  }

  lag(): number {
    return this.options.source.lag();
  }

  /** Tries until it is done: nothing may be skipped. Rejects only when stopped meanwhile, and then the place stays. */
  async take(batch: readonly IncomingMessage[]): Promise<void> {
    const { pauseMs = 100, pauseMaxMs = 5_000, onError } = this.options;
    const { signal } = this.stopping;
    const parked = new Set<IncomingMessage>();
    for (let tries = 1, pause = pauseMs; ; pause = Math.min(pause * 2, pauseMaxMs)) {
      try {
        return await this.attempt(batch, parked);
      } catch (error) {
        onError(error);
        if (!isOutage(error)) tries += 1;
        if (tries > TRIES_MAX) await this.findFailing(batch, parked);
        await sleep(pause, undefined, { signal });
      }
    }
  }

  private async attempt(batch: readonly IncomingMessage[], parked: ReadonlySet<IncomingMessage>): Promise<void> {
    const taken = await Promise.all(batch.map((message) => this.opened(message, parked.has(message))));
    const portsOf = new Map(
      taken.flatMap((one) =>
        'rejection' in one ? [] : one.rows.filter(isTask).map((task) => [task, one.ports] as const),
      ),
    );
    const reports = await performRows([...portsOf.keys()], (task) => performed(task, portsOf.get(task)));
    const letters: OutboundMessage[] = [];
    for (const one of taken) {
      const rejection = 'rejection' in one ? one.rejection : await this.finished(one, reports);
      if (rejection) letters.push(await deadLetter(one.message, rejection, this.options.keys));
    }
    if (letters.length > 0) await this.park(letters);
  }

  private async park(letters: readonly OutboundMessage[]): Promise<void> {
    try {
      await this.options.deadLetters.publish(letters);
    } catch (error) {
      throw new Away('The dead letters could not be published', { cause: error });
    }
  }

  private async opened(message: IncomingMessage, failing: boolean): Promise<Opened | Unopened> {
    const { keys, municipality, recording } = this.options;
    const read = await readMessage(message.value, keys);
    if (read.kind === 'unreadable') return { message, rejection: { reason: read.reason, faults: read.faults } };
    const { delivery } = read;
    const { deliveryId, system, firstRow, rows } = delivery;
    if (failing) return { message, rejection: { reason: 'FAILED', deliveryId, system } };
    const deliverer: Deliverer = { municipality, orgId: system, role: FEED_ROLES[system] };
    const ports = recording(deliverer);
    const delivered = { deliveryId, system, rows, ...(firstRow !== undefined && { firstRow }) };
    return { message, deliverer, delivery, ports, rows: prepareRows(delivered, deliverer, ports) };
  }

  /** Every row is recorded or refused: where none was refused, the source may be complete. */
  private async finished(
    { message, deliverer, delivery, rows: prepared }: Opened,
    reports: ReadonlyMap<Task, RowReport>,
  ): Promise<Rejection | undefined> {
    const rows = prepared.flatMap((row) => (isTask(row) ? (reports.get(row) ?? []) : row));
    const refused = rows.filter(({ status }) => status === 'REFUSED');
    const watermark = await this.watermark(deliverer, delivery, refused.length);
    try {
      this.options.report({ message, deliverer, delivery, rows, watermark });
    } catch (error) {
      throw new Away('What became of a delivery could not be kept', { cause: error });
    }
    const { deliveryId, system } = delivery;
    return refused.length > 0 ? { reason: 'ROWS_REFUSED', deliveryId, system, rows: refused } : undefined;
  }

  private async watermark(
    deliverer: Deliverer,
    delivery: DeliveryMessage,
    refused: number,
  ): Promise<DeliveryReport['watermark']> {
    if (delivery.completeThrough === undefined) return 'NOT_ASKED';
    if (refused > 0) return 'WITHHELD';
    return (await this.options.complete(deliverer, delivery)) ? 'RECORDED' : 'WITHHELD';
  }

  /** One by one, to park only those that fail by themselves. */
  private async findFailing(batch: readonly IncomingMessage[], parked: Set<IncomingMessage>): Promise<void> {
    for (const message of batch) {
      try {
        await this.attempt([message], parked);
      } catch (error) {
        if (!isOutage(error)) parked.add(message);
      }
    }
  }
}

interface Unopened {
  readonly message: IncomingMessage;
  readonly rejection: Rejection;
}

interface Opened {
  readonly message: IncomingMessage;
  readonly deliverer: Deliverer;
  readonly delivery: DeliveryMessage;
  readonly ports: RecordingRows;
  readonly rows: ReturnType<typeof prepareRows>;
}

/** Where a message is parked, or what became of it is kept, is away for now. */
class Away extends Error {
  override readonly name = 'Away';
}

/** The ledger, its clock, the broker or the disk is away: that passes, and says nothing of the message. */
const isOutage = (error: unknown): boolean =>
  error instanceof LedgerUnavailable || error instanceof ClockRefused || error instanceof Away;

const performed = (task: Task, ports: RecordingRows | undefined): Promise<RowReport> =>
  ports ? carryOut(task, ports) : Promise.reject(new Error('A row without who delivered it'));

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
import type { Publisher } from '../relay/publisher.js';
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
  /** Keeps what became of deliveries; of one that comes again what was kept first. */
  readonly report: (taken: readonly TakenDelivery[]) => void;
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
    const opened = await Promise.all(batch.map((message) => this.opened(message, parked.has(message))));
    const portsOf = new Map(
      opened.flatMap((one) =>
        'rejection' in one ? [] : one.rows.filter(isTask).map((task) => [task, one.ports] as const),
      ),
    );
    const reports = await performRows([...portsOf.keys()], (task) => performed(task, portsOf.get(task)));
    const taken: TakenDelivery[] = [];
    const refused: Refused[] = [];
    for (const one of opened)
      if ('rejection' in one) refused.push(one);
      else taken.push(await this.finished(one, reports));
    this.keep(taken);
    await this.park([...refused, ...taken.flatMap(refusedIn)]);
  }

  private keep(taken: readonly TakenDelivery[]): void {
    try {
      if (taken.length > 0) this.options.report(taken);
    } catch (error) {
      throw new Away('What became of deliveries could not be kept', { cause: error });
    }
  }

  private async park(refused: readonly Refused[]): Promise<void> {
    if (refused.length === 0) return;
    const { keys } = this.options;
    const letters = await Promise.all(refused.map(({ message, rejection }) => deadLetter(message, rejection, keys)));
    try {
      await this.options.deadLetters.publish(letters);
    } catch (error) {
      throw new Away('The dead letters could not be published', { cause: error });
    }
  }

  private async opened(message: IncomingMessage, failing: boolean): Promise<Opened | Refused> {
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
  ): Promise<TakenDelivery> {
    const rows = prepared.flatMap((row) => (isTask(row) ? (reports.get(row) ?? []) : row));
    const taken = { message, deliverer, delivery, rows };
    if (delivery.completeThrough === undefined) return { ...taken, watermark: 'NOT_ASKED' };
    const complete = !rows.some(isRefused) && (await this.options.complete(deliverer, delivery));
    return { ...taken, watermark: complete ? 'RECORDED' : 'WITHHELD' };
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

/** A message, or a part of it, that is to be parked. */
interface Refused {
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

const isRefused = ({ status }: RowReport): boolean => status === 'REFUSED';

/** The rows of a delivery that were refused, if any: the others are recorded. */
function refusedIn({ message, delivery: { deliveryId, system }, rows }: TakenDelivery): readonly Refused[] {
  const refused = rows.filter(isRefused);
  return refused.length === 0
    ? []
    : [{ message, rejection: { reason: 'ROWS_REFUSED', deliveryId, system, rows: refused } }];
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

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { START, type Ledger, type Position, type RecordedEvent, type Subscription } from '@uitkomst/ledger';
import { beginRowsThread } from '../adapters/writing/rows-thread.js';
import type { Projecting } from '../projecting.js';
import { Waiters } from '../waiters.js';
import type { FromThread, ThreadData, ToThread } from './messages.js';

export interface ProjectionThreadOptions extends ThreadData {
  /** Whose events are read: it tells when there is something new. */
  readonly ledger: Ledger;
  /** Told of every failed attempt, and when the thread ended without being asked to; both go on. */
  readonly onError: (error: unknown) => void;
  /** Where the thread begins; elsewhere only in tests, which run from the sources. */
  readonly main?: URL;
  /** Where the thread begins that writes many rows; likewise. */
  readonly rowsMain?: URL;
}

/** The thread ended by itself: another one takes its place. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

const PAUSE_MS = 1_000;
/** What a batch makes is garbage after it: room for all of it is cheaper than moving half of it about. */
const YOUNG_MB = 48;
const MAIN = new URL('./thread-main.js', import.meta.url);

/**
 * Whether these stores can be kept up from a thread: what is in memory belongs to one thread, and engines of other processes have
 * nothing to gain. Run from its sources (in tests) the program has no file a thread could begin with.
 */
export const hasThread = ({ ledgerUrl, readsUrl }: ThreadData): boolean =>
  [ledgerUrl, readsUrl].every((url) => url.startsWith('sqlite:')) && existsSync(MAIN);

/**
 * The runner in a thread of its own, with its own connections: what is read is made beside the requests, not between them. Rows and
 * checkpoint are written there alone, so a thread that died is simply begun again.
 */
export class ProjectionThread implements Projecting {
  private worker: Worker | undefined;
  private bell: Subscription | undefined;
  private reached: Position = START;
  /** The last event it was told of, and whether it still works on what it was told. */
  private recorded: Position = START;
  private told = false;
  private readonly waiters = new Waiters();
  private readonly lags = new Map<number, (events: number) => void>();
  private asked = 0;
  private readonly stopping = new AbortController();

  constructor(private readonly options: ProjectionThreadOptions) {}

  async start(): Promise<void> {
    const { ledger, onError } = this.options;
    await this.begin();
    const handler = async (events: readonly RecordedEvent[]): Promise<void> => {
      this.recorded = events.at(-1)?.position ?? this.recorded;
      this.tell();
    };
    this.recorded = await ledger.head();
    this.bell = ledger.subscribe({ after: this.recorded, handler, onError });
    this.tell();
  }

  /** Once until it has come that far: under load it finds the next events by itself. */
  private tell(): void {
    if (this.told || this.reached >= this.recorded) return;
    this.told = true;
    this.send({ kind: 'recorded' });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.bell?.close();
    this.waiters.giveUp();
    const { worker } = this;
    if (worker === undefined) return;
    worker.ref();
    const ended = once(worker, 'exit');
    this.send({ kind: 'stop' });
    await ended;
  }

  async lag(): Promise<number> {
    if (this.reached >= (await this.options.ledger.head())) return 0;
    const { worker } = this;
    if (worker === undefined) return Number.MAX_SAFE_INTEGER;
    const asked = (this.asked += 1);
    return new Promise((resolve) => {
      this.lags.set(asked, resolve);
      this.send({ kind: 'lag', asked });
    });
  }

  async waitUntil(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.reached >= position) return true;
    return this.stopping.signal.aborted ? false : this.waiters.wait(position, timeoutMs);
  }

  private send(message: ToThread): void {
    this.worker?.postMessage(message);
  }

  private async begin(): Promise<void> {
    const { ledgerUrl, readsUrl, main = MAIN } = this.options;
    const workerData: ThreadData = { ledgerUrl, readsUrl };
    const worker = new Worker(main, {
      workerData,
      name: 'projections',
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'rows') this.giveLine(worker);
        else this.hear(message, resolve);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new ThreadEnded('The thread of the projections ended before it began')));
    });
    this.worker = worker;
    this.told = false;
    this.tell();
    worker.on('error', this.options.onError);
    worker.once('exit', () => void this.ended());
    worker.unref(); // It does not keep the process alive.
  }

  private hear(message: Exclude<FromThread, { kind: 'rows' }>, started: () => void): void {
    if (message.kind === 'started') started();
    else if (message.kind === 'failed') this.options.onError(message.error);
    else if (message.kind === 'lag') this.answerLag(message.asked, message.events);
    else {
      this.reached = message.position;
      this.waiters.reached(message.position);
      this.told = false;
      this.tell(); // What was recorded meanwhile.
    }
  }

  /** To the thread that writes many rows: begun here, so that it ends what it writes whatever happens to this one. */
  private giveLine(worker: Worker): void {
    const { readsUrl, rowsMain: main, onError } = this.options;
    const line = beginRowsThread(readsUrl.slice('sqlite:'.length), { main, onError });
    worker.postMessage({ kind: 'rows', line } satisfies ToThread, [line]);
  }

  private answerLag(asked: number, events: number): void {
    this.lags.get(asked)?.(events);
    this.lags.delete(asked);
  }

  /** Another thread goes on from the checkpoint. */
  private async ended(): Promise<void> {
    const { signal } = this.stopping;
    this.worker = undefined;
    for (const asked of this.lags.keys()) this.answerLag(asked, Number.MAX_SAFE_INTEGER);
    while (!signal.aborted && this.worker === undefined) {
      this.options.onError(new ThreadEnded('The thread of the projections ended; another begins'));
      await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.begin().catch(this.options.onError);
    }
  }
}

import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Ledger, Position } from '@uitkomst/ledger';
import { openScratchReads } from '../adapters/open-read-store.js';
import type { ReadStore } from '../reads.js';
import { buildCut, type Cut } from './build-cut.js';
import { buildInThread, hasCutThread } from './cut-thread.js';

export interface CutStoresOptions {
  readonly ledger: Ledger;
  readonly ledgerUrl: string;
  /** Where past states stand while they are kept: a folder of this process in it, which goes when it ends. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly limits?: Partial<CutLimits>;
}

export interface CutLimits {
  /** Past states kept at the same time. */
  readonly kept: number;
  /** One is let go after so long without a question. */
  readonly idleMs: number;
  /** So many wait to be made, one after the other; who comes then is sent away for a moment. */
  readonly waiting: number;
  /** How long a question waits for its past state before it is told to come back. */
  readonly patienceMs: number;
  /** One that grows larger is given up. */
  readonly bytes: number;
}

const LIMITS: CutLimits = { kept: 4, idleMs: 600_000, waiting: 4, patienceMs: 3_000, bytes: 2_000_000_000 };
/** Events between two turns of the requests, where there is no thread. */
const BETWEEN_REQUESTS = 200;
const FOLDER = 'cut-';
/** A folder of a process that died is taken away by a later one. */
const LEFT_BEHIND_MS = 86_400_000;
/** Whoever was given a past state that is let go may be asking it yet. */
const GRACE_MS = 60_000;

/** The past state is being made: ask again. */
export class CutBuilding extends Error {
  override readonly name = 'CutBuilding';

  /** How much of it there is, in hundredths. */
  constructor(readonly percent: number) {
    super(`A past state is being made: ${percent} %`);
  }
}

/** Too many are being made. */
export class CutBusy extends Error {
  override readonly name = 'CutBusy';
}

/** The past state takes more room than it may. */
export class CutTooLarge extends Error {
  override readonly name = 'CutTooLarge';
}

interface Kept {
  readonly cut: Cut;
  readonly path: string;
  readonly made: Promise<ReadStore>;
  reached: number;
  done: boolean;
  idle: NodeJS.Timeout | undefined;
}

/** The read stores of past states: each made once, however many ask for it, and few of them kept. */
export class CutStores {
  /** Least recently asked first. */
  private readonly stores = new Map<string, Kept>();
  private readonly limits: CutLimits;
  private folder: string | undefined;
  private count = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly closing = new Set<Promise<void>>();
  private readonly ending = new AbortController();
  private readonly ended = once(this.ending.signal, 'abort');

  constructor(private readonly options: CutStoresOptions) {
    this.limits = { ...LIMITS, ...options.limits };
  }

  async at(cut: Cut): Promise<ReadStore> {
    const key = `${cut.position} ${cut.day}`;
    const kept = this.stores.get(key) ?? this.begin(cut);
    this.stores.delete(key);
    this.stores.set(key, kept); // Asked last.
    const waited = sleep(this.limits.patienceMs, undefined, { ref: false });
    const reads = await Promise.race([kept.made, waited]);
    if (reads === undefined) throw new CutBuilding(percentOf(kept));
    this.restart(key, kept);
    return reads;
  }

  async close(): Promise<void> {
    this.ending.abort();
    for (const key of this.stores.keys()) this.letGo(key);
    await Promise.allSettled(this.closing);
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private begin(cut: Cut): Kept {
    const waiting = [...this.stores.values()].filter(({ done }) => !done).length;
    if (waiting >= this.limits.waiting) throw new CutBusy('Past states are being made already');
    const path = join(this.ownFolder(), `${(this.count += 1)}.db`);
    const made = this.turn.then(() => this.make(kept));
    const kept: Kept = { cut, path, made, reached: 0, done: false, idle: undefined };
    this.turn = made.catch(() => this.forget(kept)); // What failed is made anew for the next who asks.
    return kept;
  }

  private async make(kept: Kept): Promise<ReadStore> {
    const { cut, path } = kept;
    const onReached = (position: Position): void => {
      kept.reached = position;
      this.ending.signal.throwIfAborted();
      if (sizeOf(path) > this.limits.bytes) throw new CutTooLarge('A past state takes more room than it may');
    };
    const { ledger, ledgerUrl } = this.options;
    if (hasCutThread(ledgerUrl)) {
      await buildInThread({ ledgerUrl, path, cut }, onReached);
      return this.finished(kept, openScratchReads(path));
    }
    const reads = openScratchReads(path);
    try {
      await buildCut({ ledger, reads, batchMax: BETWEEN_REQUESTS, onReached }, cut);
    } catch (error) {
      await reads.close();
      throw error;
    }
    return this.finished(kept, reads);
  }

  private finished(kept: Kept, reads: ReadStore): ReadStore {
    kept.done = true;
    const done = [...this.stores].filter(([, other]) => other.done && other !== kept);
    for (const [key] of done.slice(0, Math.max(0, done.length + 1 - this.limits.kept))) this.letGo(key);
    return reads;
  }

  private forget(kept: Kept): void {
    for (const [key, one] of this.stores) if (one === kept) this.stores.delete(key);
    remove(kept.path);
  }

  /** From now on it is kept as long as one that was just made. */
  private restart(key: string, kept: Kept): void {
    clearTimeout(kept.idle);
    if (this.stores.get(key) !== kept) return; // Let go meanwhile; it can still be asked for a moment.
    kept.idle = setTimeout(() => this.letGo(key), this.limits.idleMs).unref();
  }

  private letGo(key: string): void {
    const kept = this.stores.get(key);
    if (kept === undefined) return;
    this.stores.delete(key);
    clearTimeout(kept.idle);
    const gone = this.closeOne(kept).finally(() => this.closing.delete(gone));
    this.closing.add(gone);
  }

  private async closeOne({ made, path }: Kept): Promise<void> {
    const reads = await made.catch(() => undefined);
    await Promise.race([sleep(GRACE_MS, undefined, { ref: false }), this.ended]);
    await reads?.close();
    remove(path);
  }

  private ownFolder(): string {
    const { dataFolder, clock } = this.options;
    if (this.folder === undefined) {
      mkdirSync(dataFolder, { recursive: true });
      removeLeftBehind(dataFolder, clock.now() - LEFT_BEHIND_MS);
      this.folder = mkdtempSync(join(dataFolder, FOLDER));
    }
    mkdirSync(this.folder, { recursive: true });
    return this.folder;
  }
}

const percentOf = ({ reached, cut }: Kept): number =>
  cut.position <= 0 ? 0 : Math.min(99, Math.floor((100 * Math.max(0, reached)) / cut.position));

function removeLeftBehind(dataFolder: string, beforeMs: number): void {
  for (const name of readdirSync(dataFolder)) {
    const path = join(dataFolder, name);
    const isOld =
      name.startsWith(FOLDER) && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? beforeMs) < beforeMs;
    if (isOld) rmSync(path, { recursive: true, force: true });
  }
}

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}

const sizeOf = (path: string): number =>
  ['', '-wal'].reduce((sum, end) => sum + (statSync(`${path}${end}`, { throwIfNoEntry: false })?.size ?? 0), 0);

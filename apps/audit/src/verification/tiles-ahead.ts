import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { lookAtTile } from './look-at-tile.js';
import type { SoundTile } from './source.js';

/** What a thread says of a tile; nothing of one that is not in order. */
export interface TileSeen {
  readonly tile: number;
  readonly sound?: SoundTile;
}

const MAIN = new URL('./tile-thread.js', import.meta.url);
const THREADS_MAX = 8;
/** Tiles a thread has before it, so that it never waits. */
const AHEAD = 8;
/** With fewer tiles a thread is not worth its beginning. */
const TILES_MIN = 64;

/**
 * Looks at the full tiles of a folder in threads, as many as the machine has cores, and gives them in order. Where there is no thread
 * (few tiles, a program run from its sources, a thread that died) it looks at a tile when asked for it: threads only make it faster.
 */
export class TilesAhead {
  private readonly threads: Worker[] = [];
  private readonly seen = new Map<number, SoundTile | undefined>();
  private readonly waiting = new Map<number, (sound: SoundTile | undefined) => void>();
  private asked = 0;

  constructor(
    private readonly folder: string,
    private readonly tiles: number,
    { main = MAIN, least = TILES_MIN }: { readonly main?: URL; readonly least?: number } = {},
  ) {
    if (tiles < least || !existsSync(main)) return;
    for (let thread = 0; thread < Math.min(availableParallelism(), THREADS_MAX); thread += 1) this.begin(main);
  }

  /** Of the tiles one after another: undefined where one is not full, or not in order. */
  async take(tile: number): Promise<SoundTile | undefined> {
    if (tile >= this.tiles) return undefined;
    for (const until = Math.min(this.tiles, tile + this.threads.length * AHEAD); this.asked < until; this.asked += 1)
      this.threads[this.asked % this.threads.length]?.postMessage(this.asked);
    if (this.threads.length === 0) return lookAtTile(this.folder, tile);
    if (!this.seen.has(tile)) return new Promise((settle) => this.waiting.set(tile, settle));
    const sound = this.seen.get(tile);
    this.seen.delete(tile);
    return sound;
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.splice(0).map((thread) => thread.terminate()));
  }

  private begin(main: URL): void {
    const thread = new Worker(main, { workerData: { folder: this.folder }, name: 'tiles' });
    thread.on('message', ({ tile, sound }: TileSeen) => this.hear(tile, sound && asBuffers(sound)));
    thread.on('error', () => this.goOnAlone());
    this.threads.push(thread);
  }

  private hear(tile: number, sound: SoundTile | undefined): void {
    const settle = this.waiting.get(tile);
    this.waiting.delete(tile);
    if (settle === undefined) this.seen.set(tile, sound);
    else settle(sound);
  }

  /** A thread ended, out of memory perhaps. What is looked at twice says the same. */
  private goOnAlone(): void {
    void this.close();
    for (const [tile, settle] of this.waiting) settle(lookAtTile(this.folder, tile));
    this.waiting.clear();
  }
}

/** Between threads a buffer becomes plain bytes. */
const asBuffers = ({ hashes, root, ...rest }: SoundTile): SoundTile => ({
  ...rest,
  hashes: Buffer.from(hashes.buffer, hashes.byteOffset, hashes.byteLength),
  root: Buffer.from(root.buffer, root.byteOffset, root.byteLength),
});

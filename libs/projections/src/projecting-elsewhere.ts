import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, Position } from '@uitkomst/ledger';
import type { Projecting } from './projecting.js';
import type { Projection } from './projection.js';
import type { ReadStore } from './reads.js';

const POLL_MS = 25;
/** More than this is not counted on. */
const LAG_MAX = 20_000;

/** Read models that another process keeps in the same read store: this one looks at their checkpoints now and then. */
export class ProjectingElsewhere implements Projecting {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: ReadStore,
    private readonly projections: readonly Projection[],
  ) {}

  /** Makes the tables where the other process has not yet, so that readers find them empty instead of missing. */
  async start(): Promise<void> {
    for (const projection of this.projections) await this.reads.prepare(projection);
  }

  /** Nothing runs here. */
  async stop(): Promise<void> {}

  async lag(): Promise<number> {
    let count = 0;
    const events = this.ledger.readAll({ after: await this.position(), max: LAG_MAX })[Symbol.asyncIterator]();
    while ((await events.next()).done !== true) count += 1;
    return count;
  }

  async waitUntil(position: Position, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while ((await this.position()) < position) {
      if (performance.now() >= deadline) return false;
      await sleep(POLL_MS);
    }
    return true;
  }

  private async position(): Promise<Position> {
    const served = this.projections.map(async ({ name, version }) =>
      this.reads.checkpoint(name, (await this.reads.served(name)) ?? version),
    );
    return Math.min(...(await Promise.all(served))) as Position;
  }
}

import type { Position } from '@uitkomst/ledger';
import { Leadership } from './leadership.js';
import { ProjectingElsewhere } from './projecting-elsewhere.js';
import type { Projecting } from './projecting.js';
import { ProjectionRunner, type RunnerOptions } from './runner.js';

export interface SharedOptions extends RunnerOptions {
  readonly onError: (error: unknown) => void;
  /** How long others wait for a process that is heard of no more. */
  readonly leaseMs?: number;
}

/** Keeps a read store that several processes share: one of them writes at a time, the others look how far it is and stand by. */
export class SharedProjecting implements Projecting {
  private readonly elsewhere: ProjectingElsewhere;
  private readonly leadership: Leadership;
  private runner: ProjectionRunner | undefined;

  constructor(options: SharedOptions) {
    const { ledger, reads, projections, onError, leaseMs } = options;
    this.elsewhere = new ProjectingElsewhere(ledger, reads, projections);
    this.leadership = new Leadership({
      leases: reads,
      name: 'projections',
      onError,
      ...(leaseMs !== undefined && { leaseMs }),
      lead: async (lease) => {
        const runner = new ProjectionRunner({ ...options, reads: reads.fenced(lease) });
        await runner.start();
        this.runner = runner;
        return async () => {
          this.runner = undefined;
          await runner.stop();
        };
      },
    });
  }

  /** Whether this process is the one that writes. */
  get leading(): boolean {
    return this.leadership.leading;
  }

  async start(): Promise<void> {
    await this.elsewhere.start();
    this.leadership.start();
  }

  async stop(): Promise<void> {
    await this.leadership.stop();
  }

  lag(): Promise<number> {
    return (this.runner ?? this.elsewhere).lag();
  }

  /** Asked of the runner where it is here: it knows without looking. Where it ends meanwhile, the store is asked. */
  async waitUntil(position: Position, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    const here = await this.runner?.waitUntil(position, timeoutMs);
    return here === true || this.elsewhere.waitUntil(position, deadline - performance.now());
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease, Leases } from './lease.js';

export interface LeadershipOptions {
  readonly leases: Leases;
  /** What is led: the read models, the relay. */
  readonly name: string;
  /** Begins the work under a lease, which it hands to every write (`reads.fenced(lease)`); gives how to end it. */
  readonly lead: (lease: Lease) => Promise<() => Promise<void>>;
  readonly onError: (error: unknown) => void;
  /** How long others wait for a holder that is heard of no more. */
  readonly leaseMs?: number;
}

const LEASE_MS = 5_000;
/** Kept this many times while it lasts. */
const KEPT = 4;

/** Does some work while it holds the lease, and stands by while another process does: when that one ends or dies, it takes over. */
export class Leadership {
  private readonly holder = randomUUID();
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private lease: Lease | undefined;

  constructor(private readonly options: LeadershipOptions) {}

  /** Whether this process leads, as far as it knows. */
  get leading(): boolean {
    return this.lease !== undefined;
  }

  start(): void {
    this.running = this.run();
  }

  /** Ends the work and lets another process take over at once. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { leases, name, onError } = this.options;
    while (!this.stopped) {
      try {
        const lease = await leases.takeLease(name, this.holder, this.leaseMs);
        if (lease !== undefined) await this.term(lease);
      } catch (error) {
        onError(error);
      }
      await this.pause();
    }
  }

  /** From taking the lease to losing or leaving it. */
  private async term(lease: Lease): Promise<void> {
    const { leases, lead } = this.options;
    try {
      const end = await lead(lease);
      this.lease = lease;
      try {
        while (await this.keeps(lease)) await this.pause();
      } finally {
        this.lease = undefined;
        await end();
      }
    } finally {
      await leases.leaveLease(lease);
    }
  }

  /** A store that does not answer says nothing about the lease; what is written meanwhile is compared with it anyway. */
  private async keeps(lease: Lease): Promise<boolean> {
    if (this.stopped) return false;
    try {
      return await this.options.leases.keepLease(lease, this.leaseMs);
    } catch (error) {
      this.options.onError(error);
      return true;
    }
  }

  private get leaseMs(): number {
    return this.options.leaseMs ?? LEASE_MS;
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async pause(): Promise<void> {
    const { signal } = this.stopping;
    await sleep(this.leaseMs / KEPT, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

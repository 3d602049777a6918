import {
  checkpointOf,
  lastSeal,
  LeafLog,
  SEAL_STREAM,
  sealEvent,
  type LeafStore,
  type Ledger,
  type Seal,
  type SealKeys,
  type Subscription,
} from '@uitkomst/ledger';
import { type Checkpoint, checkpointText, parseCheckpoint, parseNote } from '@uitkomst/ledger/verify';
import type { OnError, Timers } from '../ports.js';

/** The ledger is not what was signed for, or not ours to sign: nothing is sealed until somebody has looked. */
export class SealRefused extends Error {
  override readonly name = 'SealRefused';
}

/** Where the last checkpoint is published: others hold it against us. */
export interface CheckpointFile {
  read(): string | undefined;
  write(checkpoint: string): void;
}

export interface SealerOptions {
  readonly ledger: Ledger;
  readonly keys: SealKeys;
  readonly leaves: LeafStore;
  readonly published: CheckpointFile;
  readonly timers: Timers;
  readonly onError: OnError;
  /** Default a second: how long an event waits for its seal at most, when all goes well. */
  readonly everyMs?: number;
}

/**
 * Follows the ledger, and signs the root of all events that are stored for good. The seal is appended at exactly the revision after
 * the last one, so of two sealers one comes second, and then sees that nothing is left to do.
 */
export class Sealer {
  readonly log: LeafLog;
  private subscription: Subscription | undefined;
  private stopTicking: (() => void) | undefined;
  private sealing: Promise<void> | undefined;
  private known: Seal | undefined;
  private checked = false;
  private told: string | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly options: SealerOptions) {
    this.log = new LeafLog(options.leaves);
  }

  /** The last seal this process knows of; it covers nothing that is not in its tree. */
  get seal(): Seal | undefined {
    return this.known;
  }

  start(): void {
    this.follow();
    this.stopTicking = this.options.timers.every(this.options.everyMs ?? 1_000, () => void this.tick());
  }

  /** Seals what is there, and lets go. */
  async stop(): Promise<void> {
    this.stopTicking?.();
    await this.subscription?.close();
    await this.tick();
    this.options.leaves.close();
  }

  /** Signs for what is stored, if anything was added. Throws {@link SealRefused}. */
  sealNow(): Promise<void> {
    this.sealing ??= this.run().finally(() => (this.sealing = undefined));
    return this.sealing;
  }

  /** Resolves once so many leaves are sealed, or the time is over: then with false. */
  async sealed(size: number, timeoutMs: number): Promise<boolean> {
    const enough = () => (this.known?.size ?? 0) >= size;
    if (enough()) return true;
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve(enough());
      };
      const look = (): void => void (enough() && end());
      const timer = setTimeout(end, timeoutMs);
      this.waiting.add(look);
    });
  }

  private follow(): void {
    const { ledger, onError } = this.options;
    this.subscription = ledger.subscribe({
      after: this.log.last,
      handler: async (batch) => this.log.add(batch),
      onError,
    });
  }

  private async tick(): Promise<void> {
    try {
      await this.sealNow();
      this.told = undefined;
    } catch (error) {
      const message = String(error);
      if (message !== this.told) this.options.onError(error); // An alarm every second tells no more than one.
      this.told = message;
    }
  }

  private async run(): Promise<void> {
    const { ledger, keys } = this.options;
    const { tree } = this.log;
    const last = await lastSeal(ledger);
    if (last !== undefined && last.size > tree.size) return; // We are still reading.
    if (last !== undefined && !(await this.fits(last))) return;
    const { size } = tree;
    if (last?.size === size || size === 0) return this.publish(last);
    this.mayFollow(last);
    const checkpoint: Checkpoint = { origin: keys.signing.verifier.name, size, root: Uint8Array.from(tree.root(size)) };
    const signature = keys.signing.sign(checkpointText(checkpoint));
    const result = await ledger.append(SEAL_STREAM, last?.revision ?? 'none', [sealEvent(checkpoint, signature)]);
    if (!result.ok) return; // Another sealer came first; at the next tick we see what it signed.
    this.publish({
      ...checkpoint,
      signature,
      revision: result.revision,
      recordedAt: result.events[0]?.recordedAt ?? '',
    });
  }

  /** Whether our tree once had the root that was signed. One kept by an earlier process is made again before the ledger is blamed. */
  private async fits(seal: Seal): Promise<boolean> {
    if (seal.revision === this.known?.revision) return true;
    if (this.log.tree.root(seal.size).equals(seal.root)) {
      this.checked = true;
      return true;
    }
    if (this.checked || !this.log.resumed)
      throw new SealRefused(`The ledger is not what was sealed: its first ${seal.size} events have another root`);
    this.checked = true;
    await this.subscription?.close();
    this.log.clear();
    this.follow();
    return false;
  }

  private mayFollow(last: Seal | undefined): void {
    const { keys, published } = this.options;
    const { name } = keys.signing.verifier;
    if (last !== undefined) {
      const { signature } = last;
      const ours = keys.introduced.some(({ key }) => key.name === signature.name && key.keyId === signature.keyId);
      if (!ours) throw new SealRefused(`This ledger is sealed with another key (${signature.name}): share its folder`);
    }
    const text = published.read();
    const out = text === undefined ? undefined : parseCheckpoint(parseNote(text).text);
    if (out?.origin === name && out.size > (last?.size ?? 0))
      throw new SealRefused(
        `A seal over ${out.size} events was published, but the ledger's last is over ${last?.size ?? 0}: after restoring a backup run audit recover`,
      );
  }

  private publish(seal: Seal | undefined): void {
    if (seal === undefined || seal.revision === this.known?.revision) return;
    this.known = seal;
    this.options.published.write(checkpointOf(seal));
    for (const look of this.waiting) look();
  }
}

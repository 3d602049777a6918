import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM, type ClientFileCommand } from '@uitkomst/domain';
import {
  LedgerUnavailable,
  START,
  type Ledger,
  type Position,
  type RecordedEvent,
  type Subscription,
} from '@uitkomst/ledger';
import { TERMS_SWEEP, type AffectedFile, type ReadStore } from '@uitkomst/projections';
import { derivedHash, derivedId } from '../derived-id.js';
import { inParallel } from '../in-parallel.js';
import type { OnError, SendToFile, Today } from '../ports.js';
import { TermsHeads } from './terms-heads.js';

export interface TermsSweepOptions {
  readonly ledger: Ledger;
  /** Keeps how far the sweep has come. */
  readonly reads: Pick<ReadStore, 'cursor' | 'moveCursor'>;
  /** The files a change of this stream may touch; of all streams if undefined. */
  readonly affected: (stream: string | undefined) => Promise<readonly AffectedFile[]>;
  /** Whether what is read includes this position, waiting so long (`ProjectionRunner.waitUntil`). */
  readonly readUpTo: (position: Position, timeoutMs: number) => Promise<boolean>;
  readonly send: SendToFile;
  readonly today: Today;
  readonly onError: OnError;
  /** Files written at a time. */
  readonly width?: number;
}

/** What can move a decision; accounts and the like are terms of no claim. */
const DECISIVE: ReadonlySet<string> = new Set([
  'ContractRegistered',
  'ContractAmended',
  'TariffSet',
  'DefinitionSetPublished',
  'RuleSetActivated',
  'AffiliationRegistered',
  'SourceWatermark',
]);
const WAIT_MS = 10_000;
const PAUSE_MS = 1_000;
/** Events without anything to sweep after which the cursor moves all the same. */
const IDLE_MAX = 2_000;

/**
 * After a change of contract, tariff, definition, affiliation, watermark or rule set: every file it may touch is decided again, once
 * (rulings §2.6). It also mends what a node decided on terms it had not heard of yet: such a determination names older terms than
 * the ledger already held.
 */
export class TermsSweep {
  private subscription: Subscription | undefined;
  private beginning: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private readonly heads: TermsHeads;
  private idle = 0;

  constructor(private readonly options: TermsSweepOptions) {
    this.heads = new TermsHeads(options.ledger);
  }

  start(): void {
    this.beginning = this.begin();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.beginning;
    await this.subscription?.close();
  }

  private async begin(): Promise<void> {
    const { ledger, reads, onError } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted && !this.subscription) {
      try {
        const known = await reads.cursor(TERMS_SWEEP);
        const foreign = known > (await ledger.head()); // Of another ledger, or of one put back from a backup.
        const after = known === START || foreign ? await this.sweepEverything() : known;
        this.subscription = ledger.subscribe({ after, handler: (batch) => this.handle(batch), onError });
      } catch (error) {
        onError(error);
        await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Sweeps what these events changed. Again after a crash it asks the same commands, which files have then heard. */
  async handle(batch: readonly RecordedEvent[]): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    const because = await this.staleFiles(batch);
    const changes = lastOfEachStream(batch.filter(({ type }) => DECISIVE.has(type)));
    if (changes.length > 0) await this.untilReadUpTo(last.position);
    for (const { stream, id } of changes)
      for (const file of await this.options.affected(stream)) because.set(file.personRef, { file, cause: id });
    await this.sweep([...because.values()]);
    this.idle = because.size > 0 || changes.length > 0 ? IDLE_MAX : this.idle + batch.length;
    if (this.idle < IDLE_MAX) return;
    await this.options.reads.moveCursor(TERMS_SWEEP, last.position);
    this.idle = 0;
  }

  /** The first time, or with a read store made anew: one look at every live file is worth all sweeps of the past together. */
  private async sweepEverything(): Promise<Position> {
    const head = await this.options.ledger.head();
    if (head === START) return START;
    await this.untilReadUpTo(head);
    const files = await this.options.affected(undefined);
    await this.sweep(files.map((file) => ({ file, cause: `everything up to ${head}` })));
    await this.options.reads.moveCursor(TERMS_SWEEP, head);
    return head;
  }

  /** Files of which a claim was determined on terms older than the ledger held. */
  private async staleFiles(batch: readonly RecordedEvent[]): Promise<Map<string, Cause>> {
    const stale = new Map<string, Cause>();
    for (const event of batch) {
      if (DECISIVE.has(event.type)) this.heads.advance(event);
      else if (event.type === 'ClaimDetermined') {
        const file = fileOf(event.stream);
        if (file && (await this.heads.areNewerThan(event))) stale.set(file.personRef, { file, cause: event.id });
      }
    }
    return stale;
  }

  private async untilReadUpTo(position: Position): Promise<void> {
    if (!(await this.options.readUpTo(position, WAIT_MS)))
      throw new Error(`The read store does not reach position ${position}; the sweep waits for it`);
  }

  private async sweep(causes: readonly Cause[]): Promise<void> {
    await inParallel(causes, this.options.width ?? 16, async (cause) => {
      try {
        await this.redetermine(cause);
      } catch (error) {
        if (error instanceof LedgerUnavailable) throw error; // The batch is offered again.
        this.options.onError(error); // One file must not hold up the others; approval and payment look again anyway.
      }
    });
  }

  private async redetermine({ file: { municipality, personRef }, cause }: Cause): Promise<void> {
    const names = ['sweep', cause, municipality, personRef];
    const command: ClientFileCommand = { type: 'Redetermine' };
    await this.options.send({
      municipality,
      personRef,
      command,
      actor: SYSTEM,
      today: this.options.today(),
      commandId: derivedId(...names),
      commandHash: derivedHash(...names),
    });
  }
}

interface Cause {
  readonly file: AffectedFile;
  /** The event that is the reason: the command id derives from it. */
  readonly cause: string;
}

/** Several changes of one stream at once are one change. */
function lastOfEachStream(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return [...new Map(events.map((event) => [event.stream, event])).values()];
}

function fileOf(stream: string): AffectedFile | undefined {
  const [, municipality, personRef] = /^client-(\d{4})-([a-z2-7]+)$/.exec(stream) ?? [];
  return municipality !== undefined && personRef !== undefined ? { municipality, personRef } : undefined;
}

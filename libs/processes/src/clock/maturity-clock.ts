import { SYSTEM, textOf, type ClientFileCommand, type Day } from '@uitkomst/domain';
import { whatADayBrings, type Due } from '@uitkomst/projections';
import { derivedHash, derivedId } from '../derived-id.js';
import { inParallel } from '../in-parallel.js';
import type { OnError, SendToFile, Timers, Today } from '../ports.js';

/** What is due on or before a day, the longest overdue first. */
export type Agenda = (today: Day, page: { readonly limit: number; readonly offset: number }) => Promise<readonly Due[]>;

export interface MaturityClockOptions {
  readonly agenda: Agenda;
  readonly send: SendToFile;
  readonly today: Today;
  readonly timers: Timers;
  readonly onError: OnError;
  /** Default a minute: a day is long, but a first start may find much overdue. */
  readonly everyMs?: number;
  /** Appointments read at a time. */
  readonly pageMax?: number;
  /** Files written at a time. */
  readonly width?: number;
}

export interface ClockRound {
  /** Commands carried out, or heard before. */
  readonly done: number;
  /** Told to `onError`; asked again next round. */
  readonly failed: number;
}

/**
 * Wakes the claims for which a day brings something: a term that is over, registers that should be complete, evidence that did not
 * come. It may run twice, late or on two machines without harm: what it asks has the same id all day.
 */
export class MaturityClock {
  private round: Promise<ClockRound> | undefined;
  private stopTicking: (() => void) | undefined;
  /** What was carried out on that day already: what stays due (the read store lags) is not asked again every minute. */
  private readonly done = { day: undefined as Day | undefined, ids: new Set<string>() };

  constructor(private readonly options: MaturityClockOptions) {}

  start(): void {
    this.stopTicking = this.options.timers.every(this.options.everyMs ?? 60_000, () => void this.tick());
    void this.tick();
  }

  async stop(): Promise<void> {
    this.stopTicking?.();
    await this.round;
  }

  /** Everything that is due today, once. */
  runOnce(today: Day = this.options.today()): Promise<ClockRound> {
    this.round ??= this.run(today).finally(() => (this.round = undefined));
    return this.round;
  }

  private async tick(): Promise<void> {
    try {
      await this.runOnce();
    } catch (error) {
      this.options.onError(error);
    }
  }

  private async run(today: Day): Promise<ClockRound> {
    if (this.done.day !== today) this.done.ids.clear();
    this.done.day = today;
    const { agenda, pageMax = 500, width = 16 } = this.options;
    const files = new Map<string, Due[]>();
    for (let offset = 0; ; offset += pageMax) {
      const page = await agenda(today, { limit: pageMax, offset });
      for (const due of page) {
        const key = `${due.municipality} ${due.personRef}`;
        files.set(key, [...(files.get(key) ?? []), due]);
      }
      if (page.length < pageMax) break;
    }
    const count = { done: 0, failed: 0 };
    await inParallel(files.values(), width, async (due) => {
      if (await this.askFile(due, today)) count.done += 1;
      else count.failed += 1;
    });
    return count;
  }

  private async askFile(due: readonly Due[], today: Day): Promise<boolean> {
    const [first] = due;
    if (!first) return true;
    try {
      for (const command of whatADayBrings(due)) await this.ask(first, command, today);
      return true;
    } catch (error) {
      this.options.onError(error);
      return false;
    }
  }

  private async ask({ municipality, personRef }: Due, command: ClientFileCommand, today: Day): Promise<void> {
    const about = 'claimId' in command ? command.claimId : personRef;
    const names = ['clock', command.type, municipality, about, textOf(today)];
    const commandId = derivedId(...names);
    if (this.done.ids.has(commandId)) return;
    const commandHash = derivedHash(...names);
    // A refusal (the provider completed the claim meanwhile) is an answer too: what there was to see was seen.
    await this.options.send({ municipality, personRef, command, actor: SYSTEM, today, commandId, commandHash });
    this.done.ids.add(commandId);
  }
}

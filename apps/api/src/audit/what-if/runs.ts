import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../shell/log.js';
import { Problem } from '../../shell/http/problem.js';
import type { Tally } from './tally.js';

const AT_ONCE = 2;
const KEPT_MAX = 50;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** One calculation, going on or done: its tally grows while it runs. */
export interface Run {
  readonly runId: string;
  /** Who asked: nobody else finds it. */
  readonly owner: string;
  readonly tally: Tally;
  state: 'RUNNING' | 'DONE' | 'FAILED';
}

/** Calculations of this process. They record nothing and can be made again, so a restart may forget them. */
export class Runs {
  private readonly runs = new Map<string, Run>();

  constructor(private readonly log: Log) {}

  /** Starts one, and waits for it a little: most are done by then. */
  async start(owner: string, tally: Tally, work: () => Promise<void>): Promise<Run> {
    if ([...this.runs.values()].filter(({ state }) => state === 'RUNNING').length >= AT_ONCE)
      throw new Problem('tijdelijk-niet-beschikbaar', { detail: BUSY, headers: { 'Retry-After': '10' } });
    const runId = Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    const run: Run = { runId, owner, tally, state: 'RUNNING' };
    this.runs.set(runId, run);
    for (const old of this.runs.keys()) {
      if (this.runs.size <= KEPT_MAX) break;
      if (this.runs.get(old)?.state !== 'RUNNING') this.runs.delete(old);
    }
    await Promise.race([this.carryOut(run, work), sleep(PATIENCE_MS, undefined, { ref: false })]);
    return run;
  }

  find(owner: string, runId: string): Run | undefined {
    const run = this.runs.get(runId);
    return run?.owner === owner ? run : undefined;
  }

  private async carryOut(run: Run, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      run.state = 'DONE';
    } catch (error) {
      run.state = 'FAILED';
      this.log.error({ error, runId: run.runId }, 'a calculation failed');
    }
  }
}

/** How long an answer waits for its calculation. */
const PATIENCE_MS = 1500;

const BUSY = {
  nl: 'Er lopen al berekeningen. Probeer het zo opnieuw.',
  en: 'Calculations are running already. Try again in a moment.',
};

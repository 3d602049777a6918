import { once } from 'node:events';

/** A stream to write to: a file, a pipe, a screen. */
export interface Output {
  write(text: string): boolean;
  readonly isTTY?: boolean | undefined;
  once(event: 'drain', listener: () => void): unknown;
}

/** Where a command's answers and its remarks go. Answers are for programs too; remarks (progress, sums, problems) never mix with them. */
export class Terminal {
  constructor(
    private readonly answers: Output & NodeJS.EventEmitter,
    private readonly remarks: Output & NodeJS.EventEmitter,
    private readonly quiet = false,
  ) {}

  /** One line of the answer; waits while a slow reader catches up, so that nothing piles up here. */
  async answer(line: string): Promise<void> {
    if (!this.answers.write(`${line}\n`)) await once(this.answers, 'drain');
  }

  /** A sum or a hint, not wanted with --quiet. */
  remark(line: string): void {
    if (!this.quiet) this.remarks.write(`${line}\n`);
  }

  /** Something is wrong; also told with --quiet. */
  problem(line: string): void {
    this.remarks.write(`${line}\n`);
  }

  /** How far long work is; shown on a screen only. */
  progress(total: number, elapsed: () => number): Progress {
    return new Progress(this.quiet || this.remarks.isTTY !== true ? undefined : this.remarks, total, elapsed);
  }
}

const EVERY_MS = 200;

/** `1200/5000 (24 %), 9 s left`, rewritten in place. */
export class Progress {
  private shownAt = Number.NEGATIVE_INFINITY;
  private readonly startedAt: number;

  constructor(
    private readonly screen: Output | undefined,
    private readonly total: number,
    private readonly elapsed: () => number,
  ) {
    this.startedAt = elapsed();
  }

  at(done: number): void {
    const now = this.elapsed();
    if (this.screen === undefined || now - this.shownAt < EVERY_MS) return;
    this.shownAt = now;
    const left =
      done === 0 ? '' : `, ${Math.ceil(((now - this.startedAt) / done) * ((this.total - done) / 1000))} s left`;
    const share = this.total === 0 ? 100 : Math.floor((done / this.total) * 100);
    this.screen.write(`\r\u001B[K${done}/${this.total} (${share} %)${left}`);
  }

  end(): void {
    if (this.shownAt !== Number.NEGATIVE_INFINITY) this.screen?.write('\r\u001B[K');
  }
}

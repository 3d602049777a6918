import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A TypeScript program in a process of its own that says lines and can be killed. */
export class Killable {
  /** The last line it said. */
  said = '';
  private readonly heard = new Set<() => void>();

  private constructor(private readonly child: ChildProcess) {
    if (!child.stdout) throw new Error('A killable program says lines');
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.said = line;
      for (const listener of this.heard) listener();
    });
  }

  static start(program: string, ...args: readonly string[]): Killable {
    const node = [
      '--disable-warning=ExperimentalWarning',
      '--import',
      resolve('test/typescript.mjs').replace(/^/, 'file://'),
    ];
    const built = resolve('dist', program.replace(/\.ts$/, '.js'));
    // What is built begins three times sooner than what is compiled on the way.
    const begin = existsSync(built) ? [built] : [...node, resolve(program)];
    return new Killable(spawn(process.execPath, [...begin, ...args], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  /** Resolves when it has said so many lines from now on; at the latest after so many milliseconds. */
  async lines(count: number, limitMs: number): Promise<void> {
    let left = count;
    await this.until(() => (left -= 1) < 0, limitMs);
  }

  /** Resolves at the first line after which this holds (or at once); false when it took longer. */
  async until(holds: () => boolean, limitMs: number): Promise<boolean> {
    if (holds()) return true;
    return new Promise((settle) => {
      const end = (held: boolean): void => {
        clearTimeout(timer);
        this.heard.delete(look);
        settle(held);
      };
      const look = (): void => {
        if (holds()) end(true);
      };
      const timer = setTimeout(() => end(false), limitMs);
      this.heard.add(look);
    });
  }

  /** Told every line it says from now on. */
  onLine(listener: (line: string) => void): void {
    this.heard.add(() => listener(this.said));
  }

  /** It stands still, as on a machine that sleeps, and goes on later without knowing. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Writes a line to its input. */
  say(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  /** Resolves when it has ended and everything it said was heard. */
  async ended(): Promise<void> {
    if (this.child.stdout?.closed !== true) await once(this.child, 'close');
  }

  async killNine(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = resolve('dist/apps/api/src/main.js');
const START_LIMIT = 150_000;
/** As `npm start` has them: room for what 64 requests at a time have in hand, so that it is not moved about. */
const FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];

type Environment = Readonly<Record<string, string>>;

/** The built program as an operator runs it, in a process of its own that can be killed. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** Milliseconds from the start of the process to its first line. */
    readonly startedIn: number,
  ) {}

  static async start(folder: string, environment: Environment = {}, main = MAIN): Promise<ServerProcess> {
    const began = performance.now();
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      UITKOMST_DATA: folder,
      DEMONSTRATION: 'off',
      PORT: '0',
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      ...environment,
    };
    const child = spawn(process.execPath, [...FLAGS, main], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT);
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
      if (url === undefined) continue;
      clearTimeout(timer);
      child.stdout.resume();
      return new ServerProcess(child, url, performance.now() - began);
    }
    throw new Error('The server stopped before it listened');
  }

  /** As a power cut does it: nothing is flushed, nobody is told. */
  async killNine(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  get processId(): number {
    return this.child.pid ?? 0;
  }

  async token(role: string, who: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await fetch(`${this.url}/ontwikkeling/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, ...who }),
    });
    const { token } = (await answer.json()) as { token: string };
    return token;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

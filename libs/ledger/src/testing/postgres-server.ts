import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

const DEBIAN = '/usr/lib/postgresql';

/** Where the server's own programs are; undefined where there are none, and then a test says that it is skipped. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** `describe` where PostgreSQL is installed; else it says what was skipped. */
export function describeWithPostgres(title: string, tests: () => void): void {
  if (postgresPrograms() !== undefined) return describe(title, tests);
  process.stdout.write(`PostgreSQL is not installed, skipped: ${title}\n`);
  describe.skip(title, tests);
}

/** PostgreSQL refuses to run as root: then it runs as its own user, or as nobody. */
function owner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody'])
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue; // No such user here.
    }
  throw new Error('There is no user to run PostgreSQL as');
}

/** A real PostgreSQL server of the test's own: in a folder of its own, on a free port, gone afterwards. */
export class PostgresServer {
  private process: ChildProcess | undefined;
  private told = '';

  private constructor(
    private readonly programs: string,
    readonly folder: string,
    readonly port: number,
  ) {}

  /** Starts one; its data may lie in a given folder, such as a small disk. */
  static async start(settings: Readonly<Record<string, string>> = {}, data?: string): Promise<PostgresServer> {
    const programs = postgresPrograms();
    if (programs === undefined) throw new Error('PostgreSQL is not installed');
    const folder = data ?? mkdtempSync(join(tmpdir(), 'uitkomst-postgres-'));
    const user = owner();
    if (user) chownSync(folder, user.uid, user.gid);
    const initial = ['-D', join(folder, 'data'), '-U', 'uitkomst', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
    execFileSync(join(programs, 'initdb'), initial, { ...user, stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
    const server = new PostgresServer(programs, folder, await freePort());
    await server.run(settings);
    return server;
  }

  /** Where a database of the server is; a schema keeps several ledgers apart in one database. */
  url(schema?: string, port = this.port): string {
    const options = schema === undefined ? '' : `?options=-csearch_path%3D${schema}`;
    return `postgres://uitkomst@127.0.0.1:${port}/postgres${options}`;
  }

  get pid(): number {
    return this.process?.pid ?? 0;
  }

  /** Starts what was stopped or killed, on the same data and port. */
  async run(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    for (let tries = 0; !(await this.started(settings)); tries += 1) {
      // What the dead one left behind holds its shared memory for a moment longer.
      if (!this.told.includes('shared memory') || tries > 200)
        throw new Error(`PostgreSQL does not start:\n${this.told}`);
      await sleep(50);
    }
  }

  /** Starts it where it has ended by itself, as when it could not write its log. */
  async runAgain(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    if (this.process?.exitCode !== null || this.process.signalCode !== null) await this.run(settings);
  }

  private async started(settings: Readonly<Record<string, string>>): Promise<boolean> {
    const given = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60', ...settings };
    const set = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.told = '';
    const options = ['-D', join(this.folder, 'data'), '-p', String(this.port), ...set];
    const running = spawn(join(this.programs, 'postgres'), options, {
      ...owner(),
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: this.folder,
    });
    this.process = running;
    running.stderr.setEncoding('utf8').on('data', (text: string) => (this.told = (this.told + text).slice(-20_000)));
    for (let tries = 0; tries < 3_000 && running.exitCode === null; tries += 1) {
      if (this.told.includes('ready to accept connections')) return true;
      await sleep(10);
    }
    return false;
  }

  /** The whole server dies at once, as in a power cut of its machine. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
    // Also what it started at the last moment: the next start refuses while any of them holds its shared memory.
    for (let left = this.children(); left.length > 0; left = this.children()) {
      for (const pid of left) killed(pid);
      await sleep(10);
    }
  }

  /** Stops the server and removes its folder. */
  async stop(): Promise<void> {
    await this.end('SIGQUIT'); // Its data go with it: no last checkpoint.
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Every process that works in its data, where the system tells. */
  private children(): readonly number[] {
    const data = join(this.folder, 'data');
    const all = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
    return all.filter((pid) => workingIn(pid) === data).map(Number);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const running = this.process;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    running.kill(signal);
    await once(running, 'exit');
  }
}

const killed = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
};

function workingIn(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // Gone, or somebody else's.
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../e2e/server-process.js';
import { Place, withPlace } from './place.js';

/** The built program with the municipality of the demonstration, in a process and a data folder of its own. */
class Demonstration extends Place {
  server!: ServerProcess;
  private folder = '';

  protected override async start(): Promise<string> {
    this.folder = mkdtempSync(join(tmpdir(), 'uitkomst-demonstration-'));
    this.server = await ServerProcess.start(this.folder, { DEMONSTRATION: 'on' });
    return this.server.url;
  }

  protected override async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A spec that looks at the demonstration. */
export const withDemonstration = (what: string, tests: (at: Demonstration) => void): void =>
  withPlace(what, new Demonstration(), tests);

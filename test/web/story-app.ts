import type { Clock } from '@uitkomst/ledger';
import { runApp, type RunningApp } from '../e2e/running-app.js';
import { Place, withPlace } from './place.js';

/** The application in the process of the spec, which tells its story and moves its clock. */
class StoryApp extends Place {
  running!: RunningApp;

  constructor(private readonly clock: Clock) {
    super(() => clock.now());
  }

  protected override async start(): Promise<string> {
    this.running = await runApp({ clock: this.clock });
    await this.running.app.http.listen(0, '127.0.0.1');
    return this.running.app.http.getUrl();
  }

  protected override async stop(): Promise<void> {
    await this.running.stop();
  }
}

/** A spec of a story that begins on the day of this clock, with nothing recorded yet. */
export const withStory = (what: string, clock: Clock, tests: (at: StoryApp) => void): void =>
  withPlace(what, new StoryApp(clock), tests);

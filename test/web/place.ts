import type { Browser } from 'playwright-core';
import { openBrowser, Visitor, withBrowser } from './visitor.js';

/** A server that runs for one spec, and everybody who comes there with a browser. */
export abstract class Place {
  /** Where it listens, from the first `beforeAll` of the spec itself. */
  url = '';
  private browser: Browser | undefined;
  private readonly visitors: Visitor[] = [];
  private readonly signedInAs = new Map<string, Visitor>();

  /** What browsers take the time to be, where the server's clock is a simulated one. */
  constructor(private readonly now?: () => number) {}

  /** Starts the server and says where it listens. */
  protected abstract start(): Promise<string>;
  protected abstract stop(): Promise<void>;

  async open(): Promise<void> {
    this.url = await this.start();
    this.browser = await openBrowser();
  }

  /** Everybody leaves with the browser. */
  async close(): Promise<void> {
    await this.browser?.close();
    await this.stop();
  }

  /** Somebody who has not signed in. */
  async visitor(language: 'nl' | 'en' = 'nl'): Promise<Visitor> {
    const { browser, url, now } = this;
    if (browser === undefined) throw new Error('Nobody can come before the place is open');
    const visitor = await Visitor.open({ browser, url, language, ...(now && { now: now() }) });
    this.visitors.push(visitor);
    return visitor;
  }

  /** The person's own browser, signed in anew, for days may have passed: the one they had is closed. */
  async signedIn(person: string, language: 'nl' | 'en' = 'nl'): Promise<Visitor> {
    await this.signedInAs.get(person)?.close();
    const visitor = await this.visitor(language);
    this.signedInAs.set(person, visitor);
    await visitor.signIn(person);
    return visitor;
  }

  /** What was wrong with the pages of everybody who came, those who left included. */
  get complaints(): string[] {
    return this.visitors.flatMap(({ complaints }) => complaints);
  }
}

/** A spec at one place, which opens before its tests and closes after them. */
export function withPlace<P extends Place>(what: string, at: P, tests: (at: P) => void): void {
  withBrowser(what, () => {
    beforeAll(() => at.open());
    afterAll(() => at.close());
    tests(at);
  });
}

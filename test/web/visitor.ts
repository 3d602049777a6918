/// <reference lib="dom" />
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [320, 768, 1440];
const HEIGHT = 900;
/** One step on a machine three times slower than ours. */
const STEP_MS = 90_000;
/** For a tour of very many pages. */
export const TOUR_MS = 360_000;

/** Specs that need a browser: skipped, with a message, where there is none. */
export const withBrowser: typeof describe = existsSync(CHROMIUM) ? describe : describe.skip;
if (!existsSync(CHROMIUM)) console.warn(`No browser at ${CHROMIUM} (set CHROMIUM): what needs one is skipped`);

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

interface Visit {
  readonly browser: Browser;
  readonly url: string;
  readonly language?: 'nl' | 'en';
  /** What the browser takes the time to be, where the server's clock is a simulated one. */
  readonly now?: number;
}

/** Somebody behind a browser: signs in, walks through pages, and complains of whatever is wrong with one. */
export class Visitor {
  /** Errors in the console and requests to other hosts; must stay empty. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
  ) {}

  static async open({ browser, url, language = 'nl', now }: Visit): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1440, height: HEIGHT }, locale: `${language}-NL` });
    await context.addInitScript((spoken) => localStorage.setItem('uitkomst.taal', spoken), language);
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    if (now !== undefined) await page.clock.setFixedTime(now);
    const visitor = new Visitor(context, page, url);
    page.on('pageerror', ({ message }) => visitor.complaints.push(message));
    page.on('console', (said) => {
      // A refusal is an answer: the browser writes each 4xx in the console, the page shows it.
      const isRefusal = said.text().includes('status of 4');
      if (said.type() === 'error' && !isRefusal) visitor.complaints.push(said.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) visitor.complaints.push(`asks another host: ${request.url()}`);
    });
    return visitor;
  }

  /** Signs in as a person of the development issuer, through the page as people do. */
  async signIn(person: string): Promise<void> {
    await this.page.goto(this.url);
    await this.page.locator(`button[value="${person}"]`).click();
    await this.page.locator('.signed-in').waitFor();
    await this.settled();
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await this.settled();
  }

  /** Changes the language as people do, by the button. */
  async speak(language: 'Nederlands' | 'English'): Promise<void> {
    await this.page.getByRole('button', { name: language, exact: true }).click();
    await this.settled();
  }

  /** The page has its heading and nothing is being fetched any more. */
  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  }

  /** What axe finds, and what is lost to the right on a telephone, at 200 % zoom and on a tablet. */
  async faults(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(RULES).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    for (const width of [320, 640, 800]) {
      const lost = await this.lostAt(width);
      if (lost > 0) found.push(`${lost} px lost at a width of ${width} px`);
    }
    await this.page.setViewportSize({ width: 1440, height: HEIGHT });
    return found;
  }

  /** Pictures at the three widths, in reports/screens. */
  async picture(name: string): Promise<void> {
    for (const width of WIDTHS) {
      const path = join('reports/screens', `${name}-${width}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await this.page.setViewportSize({ width, height: HEIGHT });
      await this.page.waitForTimeout(100);
      await this.page.screenshot({ path, fullPage: true });
    }
    await this.page.setViewportSize({ width: 1440, height: HEIGHT });
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private async lostAt(width: number): Promise<number> {
    await this.page.setViewportSize({ width, height: HEIGHT });
    return this.page.evaluate(async () => {
      // Drawings follow the width of the screen a frame later.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
  }
}

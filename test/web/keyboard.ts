/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** More than this many steps to what somebody came for is too many. */
const STEPS_MAX = 40;
/** How long a page may take to say where the focus goes. */
const TURNS_MAX = 100;
const TURN_MS = 100;
/** The first and the last of every page: beyond them is the browser's own bar, and then the other end. */
const ENDS: ReadonlySet<string> = new Set(['Naar de inhoud', 'Uitleg van de API']);

interface Place {
  readonly name: string;
  readonly isVisible: boolean;
  readonly isHeading: boolean;
}

/** Somebody without a mouse: goes on with Tab, does with Enter, and must see all the way where they are. */
export class Keyboard {
  /** Places where nothing showed where the focus was. */
  readonly unseen: string[] = [];

  constructor(private readonly page: Page) {}

  /** To what is named so, or begins with it, from where the focus is; the number of steps it took. */
  async reach(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
    let before = '';
    for (let steps = 1; steps <= STEPS_MAX; steps += 1) {
      await this.page.keyboard.press(key);
      const place = await this.place();
      if (!place.isVisible && !(place.name === '' && ENDS.has(before)))
        this.unseen.push(`${place.name || 'nowhere'}, after ${before || 'the start'} on the way to ${name}`);
      before = place.name;
      if (place.name.startsWith(name)) return steps;
    }
    throw new Error(`${name} is, after ${before}, more than ${STEPS_MAX} steps away`);
  }

  /** Goes to what has this name and does it; the number of steps it took. */
  async do(name: string): Promise<number> {
    const steps = await this.reach(name);
    await this.page.keyboard.press('Enter');
    return steps;
  }

  /** Goes back to what has this name, as the navigation above the page, and does it. */
  async backTo(name: string): Promise<void> {
    await this.reach(name, 'Shift+Tab');
    await this.page.keyboard.press('Enter');
  }

  /** Types in the field of this name, over what stands there. */
  async type(field: string, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  /** Chooses in the field of this name what begins with these words. */
  async choose(field: string, words: string): Promise<void> {
    await this.reach(field);
    await this.pick(words);
  }

  /** Goes along the choices of the field that has the focus to one that begins with these words. */
  async pick(words: string): Promise<void> {
    const chosen = (): Promise<string> =>
      this.page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text ?? '');
    await this.page.keyboard.press('Home');
    for (let before = ''; !(await chosen()).startsWith(words);) {
      before = await chosen();
      await this.page.keyboard.press('ArrowDown');
      if ((await chosen()) === before) throw new Error(`${words} is not among the choices, the last is ${before}`);
    }
  }

  /** Ticks the box of this name, or takes the tick away. */
  async tick(box: string): Promise<void> {
    await this.reach(box);
    await this.page.keyboard.press('Space');
  }

  /** Until the page of this name is open: its heading has the focus. The link that led there may be called the same. */
  opens(name: string): Promise<void> {
    return this.isOn(name, (place) => place.isHeading);
  }

  /** Until the focus is on what is named so, or begins with it, and can be seen there; then waits for what is being fetched. */
  async isOn(name: string, isMeant: (place: Place) => boolean = () => true): Promise<void> {
    for (let turn = 1; ; turn += 1) {
      const place = await this.place();
      if (place.name.startsWith(name) && place.isVisible && isMeant(place)) break;
      if (turn === TURNS_MAX) throw new Error(`The focus is not on ${name} but ${JSON.stringify(place)}`);
      await this.page.waitForTimeout(TURN_MS);
    }
    await this.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  }

  /** Where the focus is, and whether that can be seen. */
  async place(): Promise<Place> {
    return this.page.evaluate(() => {
      const { activeElement: focused } = document;
      if (focused === null || focused === document.body) return { name: '', isVisible: false, isHeading: false };
      // A field may be marked around what it is drawn with; a heading that was moved to is read, and nothing is done there.
      const isMarked = [focused, focused.parentElement].some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one ?? focused);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const isRead = (focused as HTMLElement).tabIndex < 0;
      const { top, bottom, left, right } = focused.getBoundingClientRect();
      const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      const [label] = (focused as HTMLInputElement).labels ?? [];
      const said = focused.getAttribute('aria-label') ?? label?.dataset['label'] ?? (label ?? focused).textContent;
      const isHeading = focused.matches('h1');
      return { name: said.trim().replaceAll(/\s+/g, ' '), isVisible: isInView && (isMarked || isRead), isHeading };
    });
  }
}

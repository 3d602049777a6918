/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** More than this many steps to what somebody came for is too many. */
const STEPS_MAX = 40;

interface Place {
  readonly name: string;
  readonly isVisible: boolean;
}

/** Somebody without a mouse: goes on with Tab, does with Enter, and must see all the way where they are. */
export class Keyboard {
  /** Places where nothing showed where the focus was. */
  readonly unseen: string[] = [];

  constructor(private readonly page: Page) {}

  /** To what is named so, or begins with it, from where the focus is; the number of steps it took. */
  async reach(name: string): Promise<number> {
    let before = '';
    for (let steps = 1; steps <= STEPS_MAX; steps += 1) {
      await this.page.keyboard.press('Tab');
      const place = await this.place();
      if (!place.isVisible)
        this.unseen.push(`${place.name || 'nowhere'}, after ${before || 'the start'} on the way to ${name}`);
      before = place.name;
      if (place.name.startsWith(name)) return steps;
    }
    throw new Error(`${name} is more than ${STEPS_MAX} steps away`);
  }

  /** Goes to what has this name and does it; the number of steps it took. */
  async do(name: string): Promise<number> {
    const steps = await this.reach(name);
    await this.page.keyboard.press('Enter');
    return steps;
  }

  /** Where the focus is, and whether that can be seen. */
  async place(): Promise<Place> {
    return this.page.evaluate(() => {
      const { activeElement: focused } = document;
      if (focused === null || focused === document.body) return { name: '', isVisible: false };
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { top, bottom, left, right } = focused.getBoundingClientRect();
      const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      return {
        name: focused.getAttribute('aria-label') ?? focused.textContent?.trim() ?? '',
        isVisible: isInView && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
  }
}

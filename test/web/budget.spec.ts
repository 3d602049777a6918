import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withDemonstration } from './demonstration.js';

const BUDGET = 350 * 1024;

withDemonstration('the first page', (at) => {
  test('is less than 350 kB on the wire, styles and letters included, and says how soon it can be used', async () => {
    const visitor = await at.visitor();
    const began = performance.now();
    await visitor.page.goto(at.url);
    await visitor.page.locator('button[value="betaalfunctionaris-1"]').waitFor();
    const usable = performance.now() - began;
    await visitor.signIn('betaalfunctionaris-1');
    await visitor.page.locator('table').waitFor();
    const loaded = await visitor.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const assets = [...new Set(loaded.filter((name) => name.includes('/assets/')))];
    const total = assets.reduce((sum, name) => sum + packed(new URL(name).pathname), 0);
    console.log(
      `first page usable after ${Math.round(usable)} ms; the work list is ${Math.round(total / 1024)} kB gzip in all`,
    );
    expect(assets.length).toBeGreaterThan(3);
    expect(total).toBeLessThan(BUDGET);
  });
});

/** Bytes on the wire; letters come packed already. */
const packed = (path: string): number => {
  const content = readFileSync(join('dist/apps/web', path));
  return path.endsWith('.woff2') ? content.length : gzipSync(content).length;
};

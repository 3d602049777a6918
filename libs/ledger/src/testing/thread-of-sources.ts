import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a thread begins that runs a file of the sources, with something that happens to it first. */
export function threadOfSources(file: string, first = ''): URL {
  const [loader, main] = ['test/typescript.mjs', file].map((path) => pathToFileURL(resolve(path)).href);
  const text = `import { existsSync, writeFileSync } from 'node:fs';
    import { register } from 'node:module';
    import { parentPort } from 'node:worker_threads';
    register('${loader}');
    ${first}
    await import('${main}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

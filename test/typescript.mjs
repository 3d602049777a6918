// Lets plain Node run our TypeScript (`node --import ./test/typescript.mjs file.ts`): for benchmarks and for processes a test kills.
import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// Node runs the two functions below in a thread of their own, which loads this file again.
if (isMainThread) register(import.meta.url);

/** Finds our units by their name, and the `.ts` behind each `.js`. */
export function resolve(specifier, context, next) {
  const [, unit, entry = 'index'] = /^@uitkomst\/([^/]+)(?:\/(\w+))?$/.exec(specifier) ?? [];
  const file = entry === 'testing' ? 'testing/index' : entry;
  const near = unit
    ? new URL(`../libs/${unit}/src/${file}.js`, import.meta.url)
    : relative(specifier, context.parentURL);
  const source = near?.href.replace(/\.js$/, '.ts');
  return source !== undefined && existsSync(fileURLToPath(source))
    ? { url: source, format: 'module', shortCircuit: true }
    : next(specifier, context);
}

const relative = (specifier, parent) => (/^\.{1,2}\//.test(specifier) ? new URL(specifier, parent) : undefined);

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  });
  return { format: 'module', shortCircuit: true, source: code };
}

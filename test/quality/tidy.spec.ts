import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** House rules no linter knows. Each rule is a function from a file to what is wrong with it, and is proven on a planted fault. */
interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const SUFFIXES = [
  'controller',
  'module',
  'contract',
  'projection',
  'report',
  'rule',
  'ledger',
  'reads',
  'spec',
  'bench',
  'cjs',
  'd',
  'config',
  'nl',
  'en',
];
const FOLDER_MAX = 16;
const LINES_MAX = 250;

const rules: Readonly<Record<string, (file: SourceFile) => string | undefined>> = {
  'names are kebab-case with a suffix of the closed list': ({ path }) => {
    const name = path.split('/').at(-1) ?? '';
    const [stem = '', ...suffixes] = name.replace(/\.(tsx?|mjs|cjs)$/, '').split('.');
    const known = suffixes.every((suffix) => [...SUFFIXES, 'e2e', 'property'].includes(suffix));
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) && (known || path.startsWith('test/')) ? undefined : name;
  },
  'only the clock knows the time': ({ path, text }) =>
    !/^(libs\/ledger\/src|apps\/web\/src\/shell)\/clock\.ts$/.test(path) &&
    isProduct(path) &&
    /new Date\(\)|Date\.now\(/.test(text)
      ? 'reads the time'
      : undefined,
  'files stay small': ({ path, text }) => {
    const lines = text.split('\n').length - 1;
    return isProduct(path) && lines > LINES_MAX ? `${lines} lines` : undefined;
  },
  'nothing is left to do': ({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.exec(text)?.[0],
  'no banner comments': ({ text }) => /^\s*\/[/*]+\s*[-=*#]{4,}/m.exec(text)?.[0],
  'no base, helper, manager or utility': ({ path }) =>
    /(^|\/)(utils?|helpers?|common|shared|core|misc)(\/|\.|$)/.test(path) ? path : undefined,
  'no mock of our own code': ({ path, text }) =>
    path.includes('tidy.spec') ? undefined : /jest\.mock\(['"](@uitkomst|\.)/.exec(text)?.[0],
  'every exported thing of the domain says what it means': ({ path, text }) =>
    path.startsWith('libs/domain/src/assessment/') && isProduct(path) && !path.endsWith('index.ts')
      ? /(?<!\*\/)\nexport (function|class) \w+/.exec(text)?.[0].trim()
      : undefined,
};

const isProduct = (path: string): boolean =>
  /^(apps|libs)\//.test(path) && !/\.spec\.ts$|\/testing\/|\.contract\.ts$|\/openapi\.d\.ts$/.test(path);

function* sources(folder: string): Generator<SourceFile> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(tsx?|mjs|cjs)$/.test(entry.name)) yield { path, text: readFileSync(path, 'utf8') };
  }
}

const files = ['apps', 'libs', 'test', 'deploy']
  .flatMap((folder) => Array.from(sources(folder)))
  .filter(({ path }) => !path.endsWith('tidy.spec.ts'));

test.each(Object.entries(rules))('%s', (_name, rule) => {
  const faults = files.flatMap((file) => {
    const fault = rule(file);
    return fault === undefined ? [] : [`${file.path}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

test.each([
  ['names are kebab-case with a suffix of the closed list', { path: 'libs/domain/src/claimHelper.ts', text: '' }],
  ['names are kebab-case with a suffix of the closed list', { path: 'libs/domain/src/claim.service.ts', text: '' }],
  ['only the clock knows the time', { path: 'libs/domain/src/x.ts', text: 'const now = Date.now();' }],
  ['files stay small', { path: 'libs/domain/src/x.ts', text: 'x\n'.repeat(LINES_MAX + 1) }],
  ['nothing is left to do', { path: 'libs/domain/src/x.ts', text: '// to do later: TO'.concat('DO') }],
  ['no banner comments', { path: 'libs/domain/src/x.ts', text: '// ------ claims' }],
  ['no base, helper, manager or utility', { path: 'libs/domain/src/utils.ts', text: '' }],
  ['no mock of our own code', { path: 'libs/domain/src/x.spec.ts', text: "jest.mock('@uitkomst/ledger')" }],
  [
    'every exported thing of the domain says what it means',
    { path: 'libs/domain/src/assessment/x.ts', text: '\nexport function x() {}' },
  ],
])('%s: a planted fault is found', (name, planted) => {
  expect(rules[name]?.(planted)).toBeDefined();
});

test(`folders hold at most ${FOLDER_MAX} files (specs, benchmarks, rules, upcasters, goldens and contract slices excepted)`, () => {
  const count = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (/\.(spec|bench)\.ts$/.test(path) || /rules|golden|contracts\/src$/.test(folder)) continue;
    count.set(folder, (count.get(folder) ?? 0) + 1);
  }
  expect([...count].filter(([, held]) => held > FOLDER_MAX)).toEqual([]);
});

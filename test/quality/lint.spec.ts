import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

/** One planted violation for each rule the house itself switched on. */
const PLANTED: readonly (readonly [rule: string, text: string])[] = [
  ['no-floating-promises', 'export function f(): void {\n  Promise.resolve(1);\n}'],
  [
    'no-misused-promises',
    'export const f = (): void => {\n  [1].forEach(async () => {\n    await Promise.resolve();\n  });\n};',
  ],
  ['await-thenable', 'export async function f(): Promise<void> {\n  await 1;\n}'],
  [
    'switch-exhaustiveness-check',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n}",
  ],
  ['no-explicit-any', 'export const f = (x: any): unknown => x;'],
  ['no-non-null-assertion', 'export const f = (x: string | undefined): string => x!;'],
  ['no-extraneous-class', 'export class F {\n  static g(): number {\n    return 1;\n  }\n}'],
  ['no-cycle', "import { other } from './planted-other.js';\nexport const f = (): unknown => other;"],
  ['no-default-export', 'export default 1;'],
  ['max-lines', lines(251, 'export {};')],
  ['max-lines-per-function', `export function f(x: number): number {\n${lines(71, '  x += 1;')}  return x;\n}`],
  ['max-params', 'export const f = (a: number, b: number, c: number, d: number): number => a + b + c + d;'],
];

const root = resolve(__dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'uitkomst-lint-'));
const fired = new Map<string, string[]>();
afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Finding {
  readonly filename: string;
  readonly code: string;
}

beforeAll(() => {
  const folder = join(copy, 'libs/planted/src');
  mkdirSync(folder, { recursive: true });
  for (const path of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(join(root, path), join(copy, path));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [rule, text] of PLANTED) writeFileSync(join(folder, `planted-${rule}.ts`), `${text}\n`);
  writeFileSync(
    join(folder, 'planted-other.ts'),
    "import { f } from './planted-no-cycle.js';\nexport const other = (): unknown => f;\n",
  );
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--type-aware', '--format', 'json', 'libs'], {
    cwd: copy,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  for (const { filename, code } of diagnostics) {
    const file = filename.split('/').at(-1) ?? '';
    fired.set(file, [...(fired.get(file) ?? []), code]);
  }
});

test.each(PLANTED)('%s: fires on a planted violation', (rule) => {
  expect(fired.get(`planted-${rule}.ts`)).toContainEqual(expect.stringContaining(`(${rule})`));
});

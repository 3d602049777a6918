import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** One planted violation a rule: a rule that never fired is no rule. */
const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['libs/domain knows only its list', 'libs/domain/src/planted.ts', "import '@uitkomst/ledger';"],
  ['libs/ledger knows only its list', 'libs/ledger/src/planted.ts', "import '@uitkomst/projections';"],
  ['libs/contracts knows only its list', 'libs/contracts/src/planted.ts', "import '@uitkomst/ledger';"],
  ['libs/projections knows only its list', 'libs/projections/src/planted.ts', "import '@uitkomst/processes';"],
  ['libs/processes knows only its list', 'libs/processes/src/planted.ts', "import '../../../apps/api/src/main.js';"],
  ['apps/audit knows only its list', 'apps/audit/src/planted.ts', "import '@uitkomst/processes';"],
  ['apps/worker knows only its list', 'apps/worker/src/planted.ts', "import '../../api/src/main.js';"],
  ['apps/api knows only its list', 'apps/api/src/planted.ts', "import '../../audit/src/main.js';"],
  ['the domain is pure', 'libs/domain/src/planted.ts', "import 'node:fs';"],
  ['contracts use zod only', 'libs/contracts/src/planted.ts', "import 'jose';"],
  ['Nest only in the api and in module files', 'libs/ledger/src/planted.ts', "import '@nestjs/common';"],
  ['drivers only in adapters', 'libs/ledger/src/planted.ts', "import '@photostructure/sqlite';"],
  ['proofs are checked anywhere', 'libs/ledger/src/proofs/planted.ts', "import 'node:crypto';"],
  ['front door only', 'apps/audit/src/planted.ts', "import '../../../libs/domain/src/event.js';"],
  ['apps/web knows only its list', 'apps/web/src/planted.ts', "import '@uitkomst/domain';"],
  ['pages know the shape of answers only', 'apps/web/src/planted.ts', "import '@uitkomst/contracts';"],
  ['pages check proofs and nothing else of the ledger', 'apps/web/src/planted.ts', "import '@uitkomst/ledger';"],
  ['nothing of Node in a page', 'apps/web/src/planted.ts', "import 'node:fs';"],
  ['areas share only shell and parts', 'apps/web/src/desk/planted.ts', "import '../batches/planted-two.js';"],
  ['dev packages only in tests and what a browser is sent', 'libs/domain/src/planted.ts', "import 'fast-check';"],
  ['slices share only the shell', 'apps/api/src/claims/planted.ts', "import '../facts/planted-two.js';"],
  ['no dead imports', 'libs/domain/src/planted.ts', "import './nowhere.js';"],
  ['no cycles', 'libs/domain/src/planted.ts', "import './planted-two.js';"],
  ['no orphans', 'libs/domain/src/planted.ts', 'export const alone = 1;'],
];

const root = resolve(__dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'uitkomst-boundaries-'));
const fired = new Map<string, string[]>();
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Each plant gets a file of its own beside the named one, so that one run judges them all. */
const nameOf = (file: string, index: number): string => file.replace('planted', `planted-${index}`);

beforeAll(() => {
  for (const path of ['apps', 'libs', 'test/quality', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // The packages are borrowed by a link, and must still be seen as the copy's own.
  write(
    'test/quality/borrowed.cjs',
    "const rules = require('./dependency-cruiser.cjs');\nrules.options.preserveSymlinks = true;\nmodule.exports = rules;\n",
  );
  PLANTED.forEach(([, file, text], index) => write(nameOf(file, index), `${text}\nexport {};\n`));
  write('apps/api/src/facts/planted-two.ts', 'export {};\n');
  write('apps/web/src/batches/planted-two.ts', 'export {};\n');
  const cycle = PLANTED.findIndex(([rule]) => rule === 'no cycles');
  write('libs/domain/src/planted-two.ts', `import './planted-${cycle}.js';\nexport {};\n`);
  const args = ['--config', 'test/quality/borrowed.cjs', '--output-type', 'json', 'apps', 'libs'];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/depcruise'), args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  for (const { from, rule } of summary.violations) fired.set(from, [...(fired.get(from) ?? []), rule.name]);
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), content);
}

test.each(PLANTED.map(([rule, file], index) => [rule, nameOf(file, index)]))(
  '%s: fires on a planted violation',
  (rule, file) => {
    expect(fired.get(file)).toContain(rule);
  },
);

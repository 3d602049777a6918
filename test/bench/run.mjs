// Every benchmark in a process of its own, one after another: `npm run bench`, or `npm run bench -- http` for one of them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const [only = ''] = process.argv.slice(2);
const files = readdirSync('test/bench').filter((name) => name.endsWith('.bench.ts') && name.startsWith(only));
for (const file of files) {
  console.log(`> ${file.replace('.bench.ts', '')}`);
  const { status } = spawnSync(
    process.execPath,
    // Room for new objects as `npm start` gives it.
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=64',
      '--import',
      './test/typescript.mjs',
      `test/bench/${file}`,
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}

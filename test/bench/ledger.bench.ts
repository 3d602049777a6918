// The ledger alone against raw SQLite transactions of the same bytes (rulings §8). A quiet machine, please: two cores at least.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const typescript = new URL('../typescript.mjs', import.meta.url).href;
const program = fileURLToPath(new URL('./ledger-alone.ts', import.meta.url));

/** In a process of its own: in the sandbox of the test runner every global is slow, which weighs on one side only. */
function ratioWith(callers: number): number {
  const output = execFileSync(process.execPath, ['--import', typescript, program, String(callers)], {
    encoding: 'utf8',
  });
  const lines = output.trim().split('\n');
  process.stdout.write(`${lines.slice(0, -1).join('\n')}\n`);
  return Number(lines.at(-1));
}

const MINUTES = 5 * 60_000;

test.each([
  [64, 0.5],
  [1, 0.7],
])(
  'with %d callers the ledger alone keeps %d of the speed of raw transactions of the same bytes',
  (callers, target) => expect(ratioWith(callers)).toBeGreaterThanOrEqual(target),
  MINUTES,
);

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-prepare-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A clone with nothing to install, and a build that does nothing. */
function clone(name: string): string {
  const at = (path: string): string => join(work, name, path);
  for (const folder of ['deploy', 'apps', 'libs', 'node_modules']) mkdirSync(at(folder), { recursive: true });
  cpSync('deploy/prepare.mjs', at('deploy/prepare.mjs'));
  for (const file of ['package-lock.json', 'node_modules/.package-lock.json'])
    writeFileSync(at(file), '{"packages":{}}');
  for (const file of ['tsconfig.json', 'nest-cli.json', '.swcrc']) writeFileSync(at(file), '{}');
  writeFileSync(at('package.json'), '{"scripts":{"build":"node --version"}}');
  return join(work, name);
}
const prepared = (folder: string, ...flags: readonly string[]) =>
  spawnSync(process.execPath, [...flags, join(folder, 'deploy/prepare.mjs')], { encoding: 'utf8', timeout: 30_000 });

test('a lock that was made and never written to does not stop a start', () => {
  const folder = clone('empty');
  const lock = join(folder, '.prepare.lock');
  writeFileSync(lock, '');
  const before = new Date(Date.now() - 60_000);
  utimesSync(lock, before, before);
  expect([prepared(folder).status, existsSync(lock), existsSync(join(folder, 'dist/.sources'))]).toEqual([
    0,
    false,
    true,
  ]);
});

test('a start that waits for another says so, and goes on when that is done', async () => {
  const folder = clone('held');
  const lock = join(folder, '.prepare.lock');
  writeFileSync(lock, String(process.pid));
  const child = spawn(process.execPath, [join(folder, 'deploy/prepare.mjs')], { stdio: ['ignore', 'inherit', 'pipe'] });
  const limit = setTimeout(() => child.kill(), 20_000); // It must not outlive a test that fails.
  const ended = once(child, 'exit');
  child.stderr.once('data', () => rmSync(lock));
  const told = await text(child.stderr);
  clearTimeout(limit);
  expect([told, await ended]).toEqual([expect.stringContaining('waiting for another start'), [0, null]]);
});

test('a build that fails is told by what it said itself, without where in the preparation that was noticed', () => {
  const folder = clone('failing');
  writeFileSync(join(folder, 'package.json'), '{"scripts":{"build":"node -e process.exit(7)"}}');
  const { status, stderr } = prepared(folder);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/> npm run build failed: what is wrong stands above\n$/)]);
  expect([existsSync(join(folder, '.prepare.lock')), existsSync(join(folder, 'dist/.sources'))]).toEqual([
    false,
    false,
  ]);
});

test('a folder that cannot be written to is told at once', () => {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const { status, stderr } = prepared(clone('closed'), permission, '--allow-fs-read=*', '--allow-child-process');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/ERR_ACCESS_DENIED|EACCES/)]);
});

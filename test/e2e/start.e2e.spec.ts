import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_ENVIRONMENT } from '../../apps/api/src/shell/settings.js';
import { WORKER_ENVIRONMENT } from '../../apps/worker/src/settings.js';
import { claimFile } from '../bench/claim-file.js';
import { fillLedger } from '../bench/fill-ledger.js';
import { ServerProcess } from './server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dist = (app: string, program = 'main'): string => resolve(`dist/apps/${app}/src/${program}.js`);
const run = (app: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', dist(app), ...args], {
    encoding: 'utf8',
    env: { ...process.env, UITKOMST_DATA: folder, ...environment },
    timeout: 60_000,
  });

test('without configuration the demonstration opens: the desk answers, the documentation is there, every decision replays', async () => {
  const server = await ServerProcess.start(folder, { DEMONSTRATION: 'on' });
  try {
    const authorization = `Bearer ${await server.token('OFFICER', { subject: 'betaalfunctionaris-1' })}`;
    const desk = await fetch(`${server.url}/v1/werkvoorraad?pageSize=100`, { headers: { authorization } });
    const { results } = (await desk.json()) as { readonly results: readonly { readonly state: string }[] };
    expect(results.map(({ state }) => state).toSorted()).toContain('ELIGIBLE');
    for (const path of ['/health', '/docs', '/v1/openapi.json'])
      expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    const replay = run('audit', ['replay', '--json']);
    const lines = replay.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly ok?: boolean });
    expect([replay.status, lines.length > 20, lines.every(({ ok }) => ok !== false)]).toEqual([0, true, true]);
  } finally {
    await server.stop();
  }
});

test('who asks at once after a start is told of all that is recorded, also where nothing was read before', async () => {
  const data = join(folder, 'unread');
  mkdirSync(data);
  const claims = 2_000;
  await fillLedger(data, claims, claimFile);
  const server = await ServerProcess.start(data);
  try {
    const authorization = `Bearer ${await server.token('OFFICER')}`;
    const desk = await fetch(`${server.url}/v1/werkvoorraad`, { headers: { authorization } });
    expect(await desk.json()).toMatchObject({ count: claims });
  } finally {
    await server.stop();
  }
});

test('a first start with an empty ledger has nothing to complain of', async () => {
  const env = { ...process.env, UITKOMST_DATA: join(folder, 'empty'), DEMONSTRATION: 'off', PORT: '0' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', dist('api')], { env });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (told += text.toString()));
  while (child.exitCode === null && !told.includes('http://')) await sleep(50);
  await sleep(1_000); // For what begins once it listens.
  child.kill();
  await once(child, 'exit');
  expect([told.includes('http://'), told]).toEqual([true, expect.not.stringMatching(/"level":50|no such table/)]);
});

test('production refuses the folder of the demonstration, and all that is wrong with its settings is told at once', () => {
  const oidc = {
    OIDC_ISSUER: 'https://login.example.nl',
    OIDC_AUDIENCE: 'uitkomst',
    OIDC_JWKS_URL: 'https://login.example.nl/keys',
  };
  const production = { NODE_ENV: 'production', MUNICIPALITY: '0392', UITKOMST_DATA: join(folder, 'demonstration') };
  const refused = run('api', [], { ...oidc, ...production });
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('demonstration')]);
  // Nor does it by another folder's settings, or from a copy that nothing marks.
  const copy = join(folder, 'copy.db');
  cpSync(join(folder, 'demonstration', 'ledger.db'), copy);
  const elsewhere = { ...production, UITKOMST_DATA: join(folder, 'production'), LEDGER_URL: `sqlite:${copy}` };
  const copied = run('api', [], { ...oidc, ...elsewhere });
  expect([copied.status, copied.stderr]).toEqual([1, expect.stringMatching(/^LEDGER_URL: .*demonstration.*\n$/)]);
  const bare = run('api', [], { NODE_ENV: 'production', PORT: '99999', MUNICIPALITY: 'Haarlem' });
  expect(bare.status).toBe(1);
  for (const name of ['PORT', 'MUNICIPALITY', 'OIDC_ISSUER']) expect(bare.stderr).toContain(name);
});

test('who starts the program reads in a line what to do about it, not where in the program it was noticed', async () => {
  const data = join(folder, 'started');
  const server = await ServerProcess.start(data);
  try {
    const { port } = new URL(server.url);
    const other = { DEMONSTRATION: 'off', UITKOMST_DATA: join(folder, 'other') };
    const told = (environment: Readonly<Record<string, string>>) => {
      const { status, stderr } = run('api', [], { ...other, PORT: '0', ...environment });
      return [status, ...stderr.trimEnd().split('\n')];
    };
    expect(told({ PORT: port })).toEqual([1, `PORT: ${port} at 127.0.0.1 is taken by another program`]);
    expect(told({ UITKOMST_DATA: data })).toEqual([
      1,
      `Another process writes the ledger at ${join(data, 'ledger.db')}`,
    ]);
    const key = join(folder, 'other', 'vault.key');
    writeFileSync(key, '{"a": "secret"');
    expect(told({})).toEqual([1, `${key} holds no keys as this program makes them: put it back from a backup`]);
    rmSync(key);
    mkdirSync(key);
    expect(told({})).toEqual([1, `${key} is a folder, not a file`]);
  } finally {
    await server.stop();
  }
});

test.each([
  ['api', 'main', API_ENVIRONMENT, 'PORT .*default 3000'],
  ['api', 'clock', API_ENVIRONMENT, '--as-of'],
  ['worker', 'main', WORKER_ENVIRONMENT, 'PORT .*default 3001'],
])(
  '%s/%s tells what it is, every setting and an example to who asks for help, whatever is set',
  (app, program, { shape }, own) => {
    for (const asked of ['--help', '-h']) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [dist(app, program), asked], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], PORT: 'none', UITKOMST_DATA: join(folder, 'of-help') },
      });
      expect([status, stdout]).toEqual([0, expect.stringMatching(own)]);
      expect(stderr).not.toContain('PORT');
      // With a meaning each, and no other.
      for (const name of Object.keys(shape)) expect(stdout).toMatch(new RegExp(`^  ${name} {2,}\\S.{10}`, 'm'));
      expect(stdout).toMatch(/For example:\n\n {2}.*npm (start|run)/);
    }
    expect(existsSync(join(folder, 'of-help'))).toBe(false);
  },
);

test('audit does not end as if all were fine when whoever reads it stops before the end', async () => {
  for (const [read, command] of [
    ['stdout', '--help'],
    ['stderr', 'nonsense'],
  ] as const) {
    const child = spawn(process.execPath, [dist('audit'), command], { stdio: ['ignore', 'pipe', 'pipe'] });
    child[read].destroy(); // Long before a word of it is written.
    child[read === 'stdout' ? 'stderr' : 'stdout'].resume();
    expect([read, ...((await once(child, 'exit')) as readonly unknown[])]).toEqual([read, 141, null]);
  }
});

test('the README names folders and scripts that exist, and its audit commands do what it says', () => {
  const readme = readFileSync('README.md', 'utf8');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const [, script = ''] of readme.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(script);
  for (const [, path = ''] of readme.matchAll(/^\| `([a-z/]+)` \|/gm))
    expect([path, existsSync(path)]).toEqual([path, true]);
  const commands = [...readme.matchAll(/^npm run audit -- (.+)$/gm)].map(([, command = '']) => command.split(' '));
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) expect([command, run('audit', command).status]).toEqual([command, 0]);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runApp, type RunningApp } from './running-app.js';

const PAGE = '<!doctype html><html lang="nl"><title>Uitkomst</title></html>';
const SCRIPT = 'console.log(1);';
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-pages-'));
let running: RunningApp;

beforeAll(async () => {
  const web = join(folder, 'web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), PAGE);
  writeFileSync(join(web, 'assets', 'index-a1b2.js'), SCRIPT);
  writeFileSync(join(web, 'assets', 'index-a1b2.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  running = await runApp({ environment: { WEB_FOLDER: web } });
}, 120_000);
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers = {}) => running.app.http.inject({ url, headers });

test('every path of a screen gives the page, which may run nothing but its own files', async () => {
  for (const path of [
    '/',
    '/werkvoorraad',
    '/claims/abcdefghijklm.n2x/uitleg?taal=en',
    '/declaraties/7mcrnlhj77r7a.qdoytuqwx7fch',
  ]) {
    const { statusCode, headers, payload } = await get(path);
    expect([path, statusCode, payload]).toEqual([path, 200, PAGE]);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
  }
});

test('what is named by its content is kept for ever, and sent packed to who can unpack it', async () => {
  const plain = await get('/assets/index-a1b2.js');
  expect(plain.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
  expect([plain.payload, plain.headers['content-type']]).toEqual([SCRIPT, expect.stringMatching(/javascript/)]);
  const packed = await get('/assets/index-a1b2.js', { 'accept-encoding': 'gzip' });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': plain.headers['content-type'] });
});

test('what the browser has already is not sent again', async () => {
  const { headers } = await get('/werkvoorraad');
  const again = await get('/werkvoorraad', { 'if-none-match': String(headers['etag']) });
  expect([again.statusCode, again.payload]).toEqual([304, '']);
  const head = await running.app.http.inject({ method: 'HEAD', url: '/assets/index-a1b2.js' });
  expect([head.statusCode, head.payload, head.headers['content-length']]).toEqual([200, '', `${SCRIPT.length}`]);
});

test('a file that is not there, an unknown path of the API and a place outside the build are 404', async () => {
  for (const path of [
    '/assets/other.js',
    '/favicon.ico',
    '/v1/onbekend',
    '/sessie/onbekend',
    '/health/x',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
  ]) {
    const { statusCode, headers, payload } = await get(path);
    expect([path, statusCode]).toEqual([path, 404]);
    expect([headers['content-type'], payload]).toEqual([
      expect.stringMatching(/problem\+json/),
      expect.not.stringMatching(/secret$/),
    ]);
  }
  expect((await running.app.http.inject({ method: 'POST', url: '/werkvoorraad', payload: {} })).statusCode).toBe(404);
});

test('without a build only the API is served', async () => {
  const bare = await runApp({ environment: { WEB_FOLDER: join(folder, 'none') } });
  expect((await bare.app.http.inject('/')).statusCode).toBe(404);
  await bare.stop();
});

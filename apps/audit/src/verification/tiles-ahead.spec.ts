import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesPath, hashTilePath, newSigningKey, storedPath, TILE_WIDTH } from '@uitkomst/ledger';
import { threadOfSources } from '@uitkomst/ledger/testing';
import { runAudit } from '../program.js';
import { capture } from '../testing/capture.js';
import { sealedLedger } from '../testing/sealed-ledger.js';
import { lookAtTile } from './look-at-tile.js';
import { TilesAhead } from './tiles-ahead.js';

const TILES = 3;
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-tiles-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  const url = `sqlite:${join(folder, 'ledger.db')}`;
  await sealedLedger(url, newSigningKey('test/log'), [TILES * TILE_WIDTH]);
  await runAudit(['export', '--ledger', url, '--out', out], capture());
});

const threadWith = (first: string): URL => threadOfSources('apps/audit/src/verification/tile-thread.ts', first);

async function taken(main: URL) {
  const ahead = new TilesAhead(out, TILES, { main, least: 1 });
  const tiles = [];
  for (let tile = 0; tile <= TILES; tile += 1) tiles.push(await ahead.take(tile));
  await ahead.close();
  return tiles;
}
const alone = () => [...Array.from({ length: TILES }, (_, tile) => lookAtTile(out, tile)), undefined];

test('threads see in each tile what one thread sees, in order', async () => {
  const expected = alone();
  expect(expected.map((tile) => tile?.streams.length)).toEqual([...Array(TILES).fill(TILE_WIDTH), undefined]);
  expect(await taken(threadWith(''))).toEqual(expected);
}, 60_000);

test('where a thread dies, every tile is looked at all the same', async () => {
  const dies = `parentPort.on('message', (tile) => { if (tile > 1) throw new Error('no room'); });`;
  expect(await taken(threadWith(dies))).toEqual(alone());
}, 60_000);

test('a tile with one flipped bit, in whichever of its files, is not in order', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const files = [hashTilePath(0, 1), entriesPath(1), storedPath(1)].map((file) => join(out, file));
  const passed: string[] = [];
  for (let round = 0; round < 300; round += 1) {
    const file = files[round % files.length] ?? '';
    const whole = readFileSync(file);
    const bit = (seed * 7919 + round * 104_729) % (whole.length * 8);
    const flipped = Buffer.from(whole);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(file, flipped);
    if (lookAtTile(out, 1) !== undefined) passed.push(`seed ${seed}: bit ${bit} of ${file}`);
    writeFileSync(file, whole);
  }
  expect(passed).toEqual([]);
  expect(lookAtTile(out, 1)).toBeDefined();
});

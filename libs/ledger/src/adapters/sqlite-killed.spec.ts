import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyBytes } from '../codec/verify-bytes.js';
import { gathered } from '../contract/bench-of-ledgers.js';
import { sqliteLedger } from './sqlite.ledger.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROUNDS = 5;
const typescript = new URL('../../../../test/typescript.mjs', import.meta.url).href;
const program = fileURLToPath(new URL('../testing/appending-process.ts', import.meta.url));

/** Runs until it has acknowledged some, then is killed without warning. What it told before it died is the oracle. */
async function killedAfter(path: string, round: number, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', typescript, program, path, '8', String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    if (told === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    told += text;
  });
  await once(child, 'close');
  return told.slice(0, told.lastIndexOf('\n')).split('\n').slice(1);
}

test(`whatever was acknowledged is there after kill -9, and nothing twice, ${ROUNDS} times`, async () => {
  const path = join(folder, 'ledger.db');
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    acknowledged.push(...(await killedAfter(path, round, 60 + round * 70)));
    // The dead process holds no lock, and what it left is whole.
    const ledger = sqliteLedger({ path });
    const all = await gathered(ledger.readAll());
    const stored = all.map(({ stream, revision, id }) => `${stream} ${revision} ${id}`);
    expect(acknowledged.length).toBeGreaterThan(round * 10);
    expect(acknowledged.filter((line) => !new Set(stored).has(line))).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index));
    expect(all.flatMap(verifyBytes)).toEqual([]);
    await ledger.close();
  }
}, 60_000);

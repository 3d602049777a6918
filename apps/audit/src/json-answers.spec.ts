import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSealKeys, TraceLog } from '@uitkomst/ledger';
import { verifierKeyText } from '@uitkomst/ledger/verify';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';
import { sealedLedger } from './testing/sealed-ledger.js';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-json-'));
const at = (name: string): string => join(work, name);
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(argv, { out, err });
  return { exitCode, out: out.lines() };
}

test('every command takes --json', async () => {
  const { out } = await audit('--help');
  const commands = out.flatMap((line) => /^ {2}([a-z][a-z-]*) \[options\]/.exec(line)?.[1] ?? []);
  expect(commands).toContain('verify');
  for (const command of commands)
    expect([command, (await audit(command, '--help')).out.join()]).toEqual([
      command,
      expect.stringContaining('--json'),
    ]);
});

test('what is answered in JSON is one value a line', async () => {
  const { signing } = openSealKeys(at('seal'));
  const key = verifierKeyText(signing.verifier);
  const ledger = await sealedLedger(`sqlite:${at('ledger.db')}`, signing, [3, 0]);
  TraceLog.open(work).close();
  for (const command of [
    ['export', '--ledger', ledger, '--out', at('out'), '--key', at('seal/public-keys')],
    ['traces', '--data', work],
    ['witness', '--state', at('witness'), '--key', key, '--from', at('out')],
    ['rotate-key', '--seals', at('seal')],
  ]) {
    const { exitCode, out } = await audit(...command, '--json');
    expect([command[0], exitCode, out.every((line) => typeof JSON.parse(line) === 'object')]).toEqual([
      command[0],
      0,
      true,
    ]);
  }
});

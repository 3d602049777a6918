import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import { sealedLedger } from '../../apps/audit/src/testing/sealed-ledger.js';
import { newSigningKey } from '@uitkomst/ledger';
import { verifierKeyText } from '@uitkomst/ledger/verify';

const work = mkdtempSync(join(tmpdir(), 'uitkomst-independent-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string): string => join(work, name);
const key = newSigningKey('test/log');

/** Built with Go, where Go and its packages can be had; else the reason. */
function built(): string | undefined {
  const options = { cwd: join(__dirname, 'verifier'), encoding: 'utf8' } as const;
  const { status, error, stderr } = spawnSync('go', ['build', '-o', at('verifier'), '.'], options);
  if (status === 0) return undefined;
  return error === undefined ? stderr.trim() : 'Go is not installed';
}
const absent = built();
if (absent !== undefined) console.warn(`The independent verifier was skipped: ${absent}`);
const whereGoIs = absent === undefined ? describe : describe.skip;

const checked = (folder: string, ...more: readonly string[]) =>
  spawnSync(at('verifier'), [folder, verifierKeyText(key.verifier), ...more], { encoding: 'utf8' });

async function exported(name: string, counts: readonly number[]): Promise<string> {
  const url = await sealedLedger(`sqlite:${at(name)}.db`, key, counts);
  const { out, err } = capture();
  if ((await runAudit(['export', '--ledger', url, '--out', at(name)], { out, err })) !== 0)
    throw new Error(err.lines().join('\n'));
  return at(name);
}

whereGoIs('the packages of Go that guard its checksum database', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await exported('whole', [70, 450, 9]);
  });

  it('read our checkpoint, tiles and entries, and prove every entry to be in the signed tree', () => {
    const { status, stdout, stderr } = checked(folder);
    expect([status, stderr, stdout]).toEqual([
      0,
      '',
      expect.stringMatching(/^520 entries, root .*, signed by test\/log\n$/),
    ]);
  });

  it('see that it grew from an older checkpoint of the same log, and not from another', async () => {
    const seal = JSON.parse(readFileSync(join(folder, 'seals.jsonl'), 'utf8').split('\n')[0] ?? '') as { open: string };
    const { size, rootHash, signature } = JSON.parse(seal.open) as {
      size: number;
      rootHash: string;
      signature: string;
    };
    const root = Buffer.from(rootHash, 'hex').toString('base64');
    writeFileSync(at('older'), `test/log\n${size}\n${root}\n\n${signature}\n`);
    expect(checked(folder, at('older'))).toMatchObject({ status: 0, stderr: '' });
    const other = await exported('other', [70, 0]);
    expect(checked(folder, join(other, 'checkpoint')).status).toBe(1);
  });

  it.each(['checkpoint', 'tile/0/001', 'tile/1/000.p/2', 'tile/entries/002.p/8'])(
    'find a changed byte in %s',
    (file) => {
      const copy = at(`changed-${file.replaceAll('/', '-')}`);
      cpSync(folder, copy, { recursive: true });
      const bytes = readFileSync(join(copy, file));
      bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
      writeFileSync(join(copy, file), bytes);
      expect(checked(copy).status).toBe(1);
    },
  );
});

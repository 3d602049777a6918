// Proofs: export, verify, replay and inclusion proofs over a million events (ledger.md §8, rulings §8).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { runAudit as Audit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import { dayOf, SYSTEM } from '@uitkomst/domain';
import {
  ClientFiles,
  type HashTree,
  leavesInFolder,
  openSealKeys,
  sqliteLedger,
  systemClock,
  TermsBook,
} from '@uitkomst/ledger';
import { includes, verifierKeyText } from '@uitkomst/ledger/verify';
import { Sealer } from '@uitkomst/processes';
import { fillLedger } from './fill-ledger.js';
import { lastingClient, recordAgreement } from './lasting-client.js';

// As it is built: run from its sources the program has no file that its threads could begin with.
const { runAudit } = (await import(new URL('../../dist/apps/audit/src/program.js', import.meta.url).href)) as {
  readonly runAudit: typeof Audit;
};
const EVENTS = Number(process.env['EVENTS'] ?? 1_000_000);
/** Facts, a claim and its decision. */
const EVENTS_A_CLIENT = 9.25;
const AT_ONCE = 64;
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
const ledgerPath = join(folder, 'ledger.db');
const noTimers = { every: () => () => undefined };
const published = { read: () => undefined, write: () => undefined };
const onError = (error: unknown): never => {
  throw error;
};
const shareOf = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
const seconds = (since: number): number => (performance.now() - since) / 1000;

await recordAgreement(folder);
const refs = await fillLedger(folder, Math.ceil(EVENTS / EVENTS_A_CLIENT), lastingClient);
const events = await decideAll();

/** Every claim decided by the rules themselves, so that there is something to replay; gives how many events there are. */
async function decideAll(): Promise<number> {
  const ledger = sqliteLedger({ path: ledgerPath, clock: systemClock });
  const terms = await TermsBook.open(ledger, { follow: false });
  const files = new ClientFiles(ledger, terms);
  const command = { type: 'Redetermine' } as const;
  const asking = { municipality: '0000', command, actor: SYSTEM, today: dayOf('2009-04-02') };
  for (let index = 0; index < refs.length; index += AT_ONCE)
    await Promise.all(
      refs
        .slice(index, index + AT_ONCE)
        .map((personRef) =>
          files.handle({ ...asking, personRef, commandId: `decide ${personRef}`, commandHash: 'a'.repeat(64) }),
        ),
    );
  const head = await ledger.head();
  await ledger.close();
  return head + 1;
}

/** Seals all there is, as the application does at its first start on an existing ledger. */
async function sealAll(): Promise<Sealer> {
  const ledger = sqliteLedger({ path: ledgerPath, clock: systemClock });
  const leaves = leavesInFolder(join(folder, 'leaves'));
  if (leaves === undefined) throw new Error('The leaves are locked');
  const keys = openSealKeys(join(folder, 'seal'));
  const sealer = new Sealer({ ledger, keys, leaves, published, timers: noTimers, onError });
  const began = performance.now();
  sealer.start();
  while (sealer.log.tree.size < events) await new Promise((wake) => setTimeout(wake, 50));
  await sealer.sealNow();
  console.log(`tree over ${events} events made from the ledger and sealed: ${seconds(began).toFixed(1)} s`);
  await ledger.close();
  return sealer;
}

/** By the clock, and of the processor: other work on the machine makes the first longer, not the second. */
interface Took {
  readonly wall: number;
  readonly processor: number;
}
const textOf = ({ wall, processor }: Took): string => `${wall.toFixed(1)} s (${processor.toFixed(1)} s of processor)`;

async function timed(work: () => unknown): Promise<Took> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: seconds(began), processor: (user + system) / 1e6 };
}

const audited = (...argv: readonly string[]): Promise<Took> =>
  timed(async () => {
    const { out, err } = capture();
    const exitCode = await runAudit([...argv, '--quiet'], { out, err });
    if (exitCode !== 0) throw new Error([...out.lines(), ...err.lines()].join('\n'));
  });

/** Reads every line and parses every text in it, and does nothing else: the least an audit could do. */
function bareReplay(exported: string): void {
  const files = readdirSync(join(exported, 'stored'), { recursive: true, withFileTypes: true });
  for (const entry of files.filter((one) => one.isFile()))
    for (const line of readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n')) {
      if (line === '') continue;
      const stored = JSON.parse(line) as Readonly<Record<string, unknown>>;
      for (const part of ['open', 'provider', 'municipality', 'actor'])
        if (typeof stored[part] === 'string') JSON.parse(stored[part]);
    }
}

function inclusionProofs(tree: HashTree): void {
  const root = tree.root();
  const ROUNDS = 2_000;
  const took = { make: [] as number[], check: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const index = Math.floor(Math.random() * tree.size);
    let began = performance.now();
    const proof = tree.inclusion(index);
    took.make.push(performance.now() - began);
    const leaf = tree.tile(0, Math.floor(index / 256)).subarray((index % 256) * 32, ((index % 256) + 1) * 32);
    began = performance.now();
    if (!includes(root, proof, leaf)) throw new Error(`No proof for ${index}`);
    took.check.push(performance.now() - began);
  }
  for (const [what, times] of Object.entries(took))
    console.log(
      `inclusion proof among ${tree.size}, to ${what}: median ${shareOf(times, 0.5).toFixed(3)} ms, p99 ${shareOf(times, 0.99).toFixed(3)} ms (target < 1 ms)`,
    );
}

const sealer = await sealAll();
inclusionProofs(sealer.log.tree);
const out = join(folder, 'out');
const of = ['--ledger', `sqlite:${ledgerPath}`];
console.log(`export of ${events} events: ${textOf(await audited('export', ...of, '--out', out))}`);
const key = verifierKeyText(openSealKeys(join(folder, 'seal')).signing.verifier);
const bare = await timed(() => bareReplay(out));
const verified = await audited('verify', '--from', out, '--key', key);
console.log(`verify of the folder: ${textOf(verified)} (target < 20), bare JSON.parse replay ${textOf(bare)}`);
console.log(
  `  ${(bare.wall / verified.wall).toFixed(2)} × bare replay (target ≥ 0.5), by processor ${(bare.processor / verified.processor).toFixed(2)} ×`,
);
console.log(`verify of the ledger: ${textOf(await audited('verify', ...of, '--key', key))}`);
console.log(`replay of ${refs.length} decisions: ${textOf(await audited('replay', ...of))}`);
console.log(`peak memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
rmSync(folder, { recursive: true, force: true });

// Proofs: export, verify and inclusion proofs over many events, and what digests, leaves and sealing cost (ledger.md §8, rulings §8).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import {
  type HashTree,
  leavesInFolder,
  newPersonRef,
  newSealKeys,
  openSealKeys,
  sqliteLedger,
  systemClock,
} from '@uitkomst/ledger';
import { includes, verifierKeyText } from '@uitkomst/ledger/verify';
import { Sealer, systemTimers } from '@uitkomst/processes';
import { claimFile } from './claim-file.js';
import { asNew, fillLedger } from './fill-ledger.js';

const ROUND_MS = 2_000;
const EVENTS = Number(process.env['EVENTS'] ?? 1_000_000);
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

await fillLedger(folder, EVENTS / 5, claimFile);

/** Seals all there is, as the application does at its first start on an existing ledger. */
async function sealAll(): Promise<Sealer> {
  const ledger = sqliteLedger({ path: ledgerPath, clock: systemClock });
  const leaves = leavesInFolder(join(folder, 'leaves'));
  if (leaves === undefined) throw new Error('The leaves are locked');
  const keys = openSealKeys(join(folder, 'seal'));
  const sealer = new Sealer({ ledger, keys, leaves, published, timers: noTimers, onError });
  const began = performance.now();
  sealer.start();
  while (sealer.log.tree.size < EVENTS) await new Promise((wake) => setTimeout(wake, 50));
  await sealer.sealNow();
  console.log(`tree over ${EVENTS} events made from the ledger and sealed: ${seconds(began).toFixed(1)} s`);
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
console.log(`export of ${EVENTS} events: ${textOf(await audited('export', ...of, '--out', out))}`);
const key = verifierKeyText(openSealKeys(join(folder, 'seal')).signing.verifier);
const bare = await timed(() => bareReplay(out));
const verified = await audited('verify', '--from', out, '--key', key);
console.log(`verify of the folder: ${textOf(verified)} (target < 20), bare JSON.parse replay ${textOf(bare)}`);
console.log(`  ${(bare.processor / verified.processor).toFixed(2)} × bare replay (target ≥ 0.5)`);
console.log(`verify of the ledger: ${textOf(await audited('verify', ...of, '--key', key))}`);
console.log(`peak memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
await sealingCosts();
rmSync(folder, { recursive: true, force: true });

/** 64 callers append, with a sealer beside them and without, in turn. */
async function sealingCosts(): Promise<void> {
  const rates: Record<'with' | 'without', number[]> = { with: [], without: [] };
  for (let round = 0; round < 6; round += 1)
    rates[round % 2 === 0 ? 'without' : 'with'].push(await rate(round % 2 === 1, round));
  const best = { with: Math.max(...rates.with), without: Math.max(...rates.without) };
  console.log(
    `64 callers: ${best.without.toFixed(0)} appends/s, ${best.with.toFixed(0)} with sealing beside it: ${(100 * (1 - best.with / best.without)).toFixed(0)} % less`,
  );
}

/** Appends a second of 64 callers, each with five events. */
async function rate(sealing: boolean, round: number): Promise<number> {
  const place = join(folder, `rate-${round}`);
  const ledger = sqliteLedger({ path: join(place, 'ledger.db'), clock: systemClock });
  const leaves = leavesInFolder(join(place, 'leaves'));
  if (leaves === undefined) throw new Error('The leaves are locked');
  const options = { ledger, keys: newSealKeys(), leaves, published, timers: systemTimers, onError };
  const beside = sealing ? new Sealer(options) : undefined;
  beside?.start();
  const until = performance.now() + ROUND_MS;
  let count = 0;
  const caller = async (): Promise<void> => {
    for (; performance.now() < until; count += 1) {
      const ref = newPersonRef();
      await ledger.append(`client-0000-${ref}`, 'none', claimFile(ref).map(asNew));
    }
  };
  await Promise.all(Array.from({ length: 64 }, caller));
  await beside?.stop();
  await ledger.close();
  return count / (ROUND_MS / 1000);
}

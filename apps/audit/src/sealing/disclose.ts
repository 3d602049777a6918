import { readFileSync, writeFileSync } from 'node:fs';
import { type Actor, AUDIENCES } from '@uitkomst/domain';
import { checkpointOf, HashTree, isSeal, lastSeal, type Ledger, type Seal, type StoredEvent } from '@uitkomst/ledger';
import {
  type DisclosedEvent,
  type Disclosure,
  faultsOfDisclosure,
  NoteFault,
  openParts,
} from '@uitkomst/ledger/verify';
import { z } from 'zod';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import { keysIn } from '../export-folder/read-keys.js';
import { findFile, personNamed } from '../ledger/find-client.js';
import { type LedgerOptions, withLedger } from '../ledger/with-ledger.js';
import type { Terminal } from '../terminal.js';

const PARTS = [...AUDIENCES, 'actor'] as const;
type Part = (typeof PARTS)[number];

export interface DiscloseOptions extends LedgerOptions {
  readonly claim: string;
  readonly show: readonly string[];
  readonly out: string;
}
export interface CheckOptions {
  readonly json?: boolean | undefined;
  readonly key: readonly string[];
}

/**
 * Writes the file a claim is about for a court or a provider: every event with the parts that may be seen, the rest as salted digests,
 * and the proof that each stands in the sealed ledger. What tells of another claim or provider stays closed.
 */
export const disclose = (options: DiscloseOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const show = options.show.map(partNamed);
    const { stream } = await findFile(ledger, personNamed(options));
    const seal = await lastSeal(ledger);
    if (seal === undefined) throw new Stop(EXIT.UNREADABLE, 'Nothing of this ledger is sealed yet');
    const { tree, places } = await treeOf(ledger, { seal, stream });
    const events: DisclosedEvent[] = [];
    const own = new Own(options.claim);
    for await (const event of ledger.readStream(stream)) own.learn(fieldsOf(event));
    if (!own.isKnown) throw new Stop(EXIT.UNREADABLE, `This ledger holds no claim ${options.claim}`);
    for await (const event of ledger.readStream(stream)) {
      const index = places.get(event.id);
      if (index === undefined) continue; // Not sealed yet.
      const hashes = tree.inclusion(index, seal.size).hashes.map((hash) => Buffer.from(hash).toString('hex'));
      events.push({
        leaf: event.bytes.leaf,
        parts: own.isOf(event) ? openParts(event.bytes, show) : {},
        index,
        hashes,
      });
    }
    const disclosure: Disclosure = { checkpoint: checkpointOf(seal), events };
    write(disclosure, options.out);
    const told = `${events.length} event(s) with ${show.join(', ')} to be read`;
    await terminal.answer(options.json ? JSON.stringify({ events: events.length, show }) : told);
    return EXIT.FINE;
  });

function write(disclosure: Disclosure, out: string): void {
  try {
    writeFileSync(out, `${JSON.stringify(disclosure, null, 1)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const reason = there ? 'is there already' : 'cannot be written';
    throw new Stop(EXIT.UNREADABLE, `--out ${out} ${reason}`, { cause: error });
  }
}

/** Checks what was handed over with nothing but a public key. */
export async function checkDisclosure(file: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const disclosure = disclosureIn(file);
  const keys = options.key.flatMap((key) => keysIn(key));
  const faults = await faultsOfDisclosure(
    disclosure,
    keys.map(({ key }) => key),
  );
  for (const fault of faults) await terminal.answer(options.json ? JSON.stringify({ fault }) : fault);
  terminal.remark(
    `${disclosure.events.length} event(s): ${faults.length === 0 ? 'all in order' : `${faults.length} fault(s)`}`,
  );
  return faults.length === 0 ? EXIT.FINE : EXIT.CHANGED;
}

function partNamed(name: string): Part {
  const part = PARTS.find((one) => one === name);
  if (part === undefined) throw new Stop(EXIT.UNREADABLE, `--show ${name}: must be one of ${PARTS.join(', ')}`);
  return part;
}

async function treeOf(
  ledger: Ledger,
  { seal, stream }: { readonly seal: Seal; readonly stream: string },
): Promise<{ readonly tree: HashTree; readonly places: ReadonlyMap<string, number> }> {
  const tree = new HashTree();
  const places = new Map<string, number>();
  for await (const event of ledger.readAll()) {
    if (isSeal(event)) continue;
    if (tree.size === seal.size) break;
    if (event.stream === stream) places.set(event.id, tree.size);
    tree.append(Buffer.from(event.leafHash, 'hex'));
  }
  return { tree, places };
}

/** What an event says of whom it concerns. */
interface Fields {
  readonly claimId?: string;
  readonly providerId?: string;
  readonly trajectId?: string;
}

const fieldsOf = ({ bytes }: StoredEvent): Fields =>
  Object.assign({}, ...AUDIENCES.map((name) => JSON.parse(bytes[name] ?? '{}') as object)) as Fields;

/** Knows what in a file concerns a claim and its provider, and what concerns another. */
class Own {
  private provider: string | undefined;
  private readonly trajects = new Map<string, string>();

  constructor(private readonly claim: string) {}

  learn({ claimId, providerId, trajectId }: Fields): void {
    if (providerId === undefined) return;
    if (claimId === this.claim) this.provider = providerId;
    if (claimId === undefined && trajectId !== undefined) this.trajects.set(trajectId, providerId);
  }

  /** Whether the file holds the claim: of one that it does not, everything would be nobody's. */
  get isKnown(): boolean {
    return this.provider !== undefined;
  }

  isOf(event: StoredEvent): boolean {
    const { claimId = this.claim, providerId = this.provider, trajectId = '' } = fieldsOf(event);
    const { role, orgId } = JSON.parse(event.bytes.actor) as Actor;
    const traject = this.trajects.get(trajectId) ?? this.provider;
    const recorder = role === 'PROVIDER' ? orgId : this.provider;
    return claimId === this.claim && [providerId, traject, recorder].every((one) => one === this.provider);
  }
}

const Part = z.strictObject({ salt: z.string().regex(/^[0-9a-f]{64}$/), text: z.string() });
const Event = z.strictObject({
  leaf: z.string(),
  parts: z.partialRecord(z.enum(PARTS), Part),
  index: z.int().min(0),
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
const File = z.strictObject({ checkpoint: z.string(), events: z.array(Event) });

function disclosureIn(file: string): Disclosure {
  try {
    return File.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof NoteFault ? error.message : 'is no file made by disclose';
    throw new Stop(EXIT.UNREADABLE, `${file}: ${reason}`, { cause: error });
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemClock } from '@uitkomst/ledger';
import { NoteFault, parsePublicKeys, trustedKeys, type IntroducedKey, type VerifierKey } from '@uitkomst/ledger/verify';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { leavesThatFit, readOptional } from './export-folder/folder-reader.js';
import { FolderFault, KEYS_FILE, type Manifest, readManifest } from './export-folder/manifest.js';
import { keysIn } from './export-folder/read-keys.js';
import { ledgerUrl } from './ledger/data-folder.js';
import { type LedgerOptions, withLedgerAsStored } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';
import { TileCheck, tilesAsEventsMakeThem } from './verification/check-tiles.js';
import { type Finding, Findings, KINDS, mostTelling } from './verification/finding.js';
import { FolderSource } from './verification/folder-source.js';
import { ledgerSource } from './verification/ledger-source.js';
import type { Mark } from './verification/mark.js';
import { type Held, type Verified, verifySource } from './verification/verify-source.js';

export interface VerifyOptions extends LedgerOptions {
  readonly from?: string | undefined;
  readonly key?: readonly string[] | undefined;
  readonly checkpoint?: readonly string[] | undefined;
}

/** Verifies a ledger or an exported folder, and names every event, seal and tile that is not as it was sealed. */
export async function verify(options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const verified = await verifiedOf(options, terminal);
  for (const finding of verified.findings)
    await terminal.answer(options.json ? JSON.stringify({ ...finding, exit: KINDS[finding.kind] }) : lineOf(finding));
  for (const remark of verified.remarks) terminal.remark(remark);
  if (verified.sealed < verified.leaves)
    terminal.remark(`The last ${verified.leaves - verified.sealed} event(s) are not sealed yet`);
  const { leaves, seals, sealed, root, count } = verified;
  const sum = `${leaves} event(s), ${seals} seal(s), ${sealed} sealed, root ${root}: ${count === 0 ? 'all in order' : `${count} finding(s)`}`;
  await terminal.answer(options.json ? JSON.stringify({ leaves, seals, sealed, root, findings: count }) : sum);
  const kind = mostTelling(verified.findings);
  return kind === undefined ? EXIT.FINE : KINDS[kind];
}

/** What is found, for whoever tells it otherwise. */
export function verifiedOf(options: VerifyOptions, terminal: Terminal): Promise<Verified> {
  const held = (options.checkpoint ?? []).map((file): Held => ({ place: file, text: given(file) }));
  const findings = new Findings();
  return options.from === undefined
    ? ofLedger(options, { held, findings }, terminal)
    : ofFolder(options.from, { options, held, findings }, terminal);
}

interface Work {
  readonly held: readonly Held[];
  readonly findings: Findings;
}

const ofLedger = (options: VerifyOptions, { held, findings }: Work, terminal: Terminal): Promise<Verified> =>
  withLedgerAsStored(options, async (ledger) => {
    const url = ledgerUrl(options.ledger);
    const beside = url.startsWith('sqlite:') ? join(dirname(url.slice('sqlite:'.length)), 'seal', KEYS_FILE) : '';
    const own = existsSync(beside) ? readFileSync(beside, 'utf8') : undefined;
    const source = await ledgerSource(ledger, { dense: /^(sqlite|postgres(ql)?):/.test(url) });
    const keys = await keysFor({ options, own, sealed: (await source.seals()).length > 0 }, findings, terminal);
    const progress = terminal.progress(source.about, () => systemClock.elapsed());
    let done = 0;
    const seen = { event: () => progress.at((done += 1)), tile: () => undefined };
    const verified = await verifySource(source, findings, { keys, held, seen });
    progress.end();
    return verified;
  });

async function ofFolder(
  folder: string,
  { options, held, findings }: Work & { readonly options: VerifyOptions },
  terminal: Terminal,
): Promise<Verified> {
  const manifest = manifestOf(folder);
  const there = { ...manifest, leaves: Math.min(manifest.leaves, leavesThatFit(folder)) };
  const source = new FolderSource(folder, there, findings);
  const own = readOptional(folder, KEYS_FILE);
  const keys = await keysFor({ options, own, sealed: manifest.seals > 0 }, findings, terminal);
  const progress = terminal.progress(there.leaves, () => systemClock.elapsed());
  const asKept = new Findings();
  const tiles = new TileCheck(folder, there, asKept);
  let done = 0;
  const stated: Mark = {
    size: manifest.leaves,
    root: Buffer.from(manifest.root, 'hex'),
    place: 'export.json',
    own: true,
  };
  const verified = await verifySource(source, findings, {
    keys,
    held,
    stated,
    seen: {
      event: (event, hash) => {
        tiles.add(event, hash);
        progress.at((done += 1));
      },
      tile: (tile) => {
        tiles.addTile(tile);
        progress.at((done += tile.streams.length));
      },
    },
  });
  tiles.end();
  progress.end();
  const asMade = asKept.count === 0 ? asKept : await tilesAsEventsMakeThem(folder, there, source);
  findings.addAll(asMade.count < asKept.count ? asMade : asKept);
  stateFits(manifest, { verified, checkpoint: source.checkpoint }, findings);
  return { ...verified, findings: findings.list, count: findings.count };
}

/** What the folder says of itself. */
function stateFits(
  { seals, sealed }: Manifest,
  { verified, checkpoint }: { readonly verified: Verified; readonly checkpoint: string | undefined },
  findings: Findings,
): void {
  if (verified.seals !== seals) {
    const kind = verified.seals < seals ? 'SMALLER' : 'INSERTED';
    findings.add({ kind, place: 'seals.jsonl', what: `holds ${verified.seals} seals, not ${seals}` });
  } else if (verified.sealed !== sealed && findings.count === 0)
    findings.add({
      kind: 'CHANGED',
      place: 'export.json',
      what: `says ${sealed} sealed, the seals ${verified.sealed}`,
    });
  if (seals > 0 && checkpoint === undefined)
    findings.add({ kind: 'TILE', place: 'checkpoint', what: 'does not exist' });
}

function manifestOf(folder: string): Manifest {
  try {
    return readManifest(folder);
  } catch (error) {
    if (!(error instanceof FolderFault)) throw error;
    throw new Stop(EXIT.UNREADABLE, `${folder}/${error.message}`, { cause: error });
  }
}

/** The keys to trust: those named, with the successors they vouch for; else those that lie beside the ledger, which is said. */
async function keysFor(
  {
    options,
    own,
    sealed,
  }: { readonly options: VerifyOptions; readonly own: string | undefined; readonly sealed: boolean },
  findings: Findings,
  terminal: Terminal,
): Promise<readonly VerifierKey[]> {
  const named = (options.key ?? []).flatMap((key) => keysIn(key));
  const beside = own === undefined ? [] : ownKeys(own, findings);
  const [first] = beside;
  if (named.length === 0 && first === undefined && sealed && findings.count === 0)
    throw new Stop(EXIT.UNREADABLE, 'There is no public key to check the seals with: name one by --key');
  if (named.length === 0 && first !== undefined)
    terminal.remark('The public keys are those beside the ledger itself: name the ones you were given by --key');
  const trusted = named.length > 0 ? named.map(({ key }) => key) : first === undefined ? [] : [first.key];
  const keys = await trustedKeys(trusted, [...named, ...beside]);
  for (const { key } of beside.filter(({ key: one }) => !keys.some(({ keyId }) => keyId === one.keyId)))
    findings.add({ kind: 'KEY', place: KEYS_FILE, what: `no trusted key vouches for ${key.name}+${key.keyId}` });
  return keys;
}

function ownKeys(text: string, findings: Findings): readonly IntroducedKey[] {
  try {
    return parsePublicKeys(text);
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    findings.add({ kind: 'CHANGED', place: KEYS_FILE, what: error.message });
    return [];
  }
}

function given(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Stop(EXIT.UNREADABLE, `${file}: cannot be read`, { cause: error });
  }
}

/** A finding as it is told to people. */
export const lineOf = ({ kind, event, place, what }: Finding): string =>
  `${kind.padEnd(8)} ${event === undefined ? '' : `event ${event}, `}${place}: ${what}`;

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { faultOfSqlite, openVaultCopy, type CopyFault } from '@uitkomst/ledger';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { lineOf, verifiedOf } from '../verify.js';
import type { Verified } from '../verification/verify-source.js';
import { listed, type Manifest, MANIFEST_FILE, PARTS, pathsIn, readManifest } from './manifest.js';

export interface CheckOptions {
  readonly key?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

/** Reads a backup back: every byte, every database, the ledger with its seals, and all that is sealed with the keys beside it. */
export async function checkBackup(folder: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  if (!existsSync(join(folder, MANIFEST_FILE)))
    throw new Stop(EXIT.UNREADABLE, `${join(folder, MANIFEST_FILE)} does not exist: name the folder of a backup`);
  const manifest = readManifest(folder);
  const check = new Check(folder, manifest);
  if (manifest !== undefined) await check.everything(manifest, options, terminal);
  for (const { file, what } of check.differences)
    await terminal.answer(options.json === true ? JSON.stringify({ file, what }) : `${file}: ${what}`);
  await terminal.answer(options.json === true ? JSON.stringify(check.told) : check.line);
  return check.differences.length === 0 ? EXIT.FINE : EXIT.DIFFERENCE;
}

type Part = (typeof PARTS)[number];

class Check {
  readonly differences: CopyFault[] = [];
  private readonly parts: readonly Part[];
  private files = 0;
  private databases = 0;
  private verified: Verified | undefined;
  private opened: number | undefined;

  constructor(
    private readonly folder: string,
    manifest: Manifest | undefined,
  ) {
    this.parts = PARTS.filter((part) => existsSync(join(folder, part)));
    if (manifest === undefined) this.differs(MANIFEST_FILE, 'is not as it was written');
  }

  /** Looks inside only where the bytes are those that were written. */
  async everything(manifest: Manifest, options: CheckOptions, terminal: Terminal): Promise<void> {
    await this.bytes(manifest);
    if (this.differences.length === 0) this.insides(manifest);
    if (this.differences.length === 0) await this.ledger(manifest, options, terminal);
    if (this.differences.length === 0) this.vault();
  }

  get told(): object {
    const { leaves, seals, sealed, root } = this.verified ?? {};
    const ledger = this.verified === undefined ? null : { leaves, seals, sealed, root };
    const { parts, files, databases, opened = null } = this;
    return { parts, files, databases, ledger, opened, differences: this.differences.length };
  }

  /** What was looked at, and what could not be. */
  get line(): string {
    const { parts, files, databases, verified, opened } = this;
    const ledger =
      verified === undefined
        ? 'the ledger not verified'
        : `${verified.leaves} event(s) and ${verified.seals} seal(s) verified`;
    const vault = opened === undefined ? 'nothing opened with keys' : `${opened} sealed row(s) opened with their keys`;
    const found = this.differences.length === 0 ? 'all in order' : `${this.differences.length} difference(s)`;
    return `${parts.join(', ') || 'no part'}: ${files} file(s) as written, ${databases} database(s) whole, ${ledger}, ${vault}: ${found}`;
  }

  private differs(file: string, what: string): void {
    this.differences.push({ file, what });
  }

  /** Also what is there too much: a log beside a database would be taken for its own. */
  private async bytes(manifest: Manifest): Promise<void> {
    const there = new Set(this.parts.flatMap((part) => pathsIn(this.folder, part)));
    for (const file of this.here(manifest)) {
      if (!there.delete(file.path)) this.differs(file.path, 'does not exist');
      else if ((await listed(this.folder, file.path)).sha256 !== file.sha256)
        this.differs(file.path, 'is not what was written');
      else this.files += 1;
    }
    for (const path of there) this.differs(path, 'is not of this backup');
    if (this.parts.length === 0) this.differs(MANIFEST_FILE, 'stands alone: no part of the backup lies beside it');
  }

  private insides(manifest: Manifest): void {
    for (const { path } of this.here(manifest).filter((file) => file.path.endsWith('.db'))) {
      const fault = faultOfSqlite(join(this.folder, path));
      if (fault === undefined) this.databases += 1;
      else this.differs(path, fault);
    }
  }

  private async ledger(manifest: Manifest, { key }: CheckOptions, terminal: Terminal): Promise<void> {
    if (!this.parts.includes('data')) return;
    const own = this.parts.includes('seal') ? [join(this.folder, 'seal', 'public-keys')] : undefined;
    const keys = key ?? own;
    if (keys === undefined && manifest.seals > 0) {
      terminal.problem('There is no public key to check the seals with: name one by --key, or put seal beside data');
      return;
    }
    if (key === undefined)
      terminal.remark('The public keys are those of the backup itself: name the ones you were given by --key');
    const place = manifest.ledger === 'sqlite' ? 'data/ledger.db' : 'data/ledger';
    const at = join(this.folder, place);
    const from = manifest.ledger === 'sqlite' ? { ledger: `sqlite:${at}` } : { from: at };
    const verified = await verifiedOf({ ...from, key: keys }, terminal);
    for (const finding of verified.findings) this.differs(place, lineOf(finding));
    for (const what of ['leaves', 'seals', 'sealed'] as const)
      if (verified.count === 0 && verified[what] !== manifest[what])
        this.differs(place, `${what}: ${verified[what]}, not ${manifest[what]}`);
    this.verified = verified;
  }

  private vault(): void {
    if (!this.parts.includes('keys')) return;
    const data = this.parts.includes('data') ? join(this.folder, 'data') : undefined;
    const { opened, faults } = openVaultCopy({ data, keys: join(this.folder, 'keys') });
    for (const { file, what } of faults) this.differs(relative(this.folder, file), what);
    this.opened = opened;
  }

  /** What should be in the parts that are here. */
  private here({ files }: Manifest): Manifest['files'] {
    return files.filter(({ path }) => this.parts.some((part) => path.startsWith(`${part}/`)));
  }
}

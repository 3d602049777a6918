import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerUnavailable, openLedger, openPostgres, type Ledger } from '@uitkomst/ledger';
import { runAudit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import { livedInFolder } from '../../apps/audit/src/testing/lived-in-folder.js';
import { Killable } from './killable.js';
import { aLargeEvent, anEvent, postgresPrograms, PostgresServer } from '@uitkomst/ledger/testing';

/** A small disk of its own: only root may make one, and not in every container. */
class SmallDisk {
  private constructor(readonly folder: string) {}

  static make(megabytes: number): SmallDisk | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'uitkomst-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
      return new SmallDisk(folder);
    } catch {
      rmSync(folder, { recursive: true });
      return undefined;
    }
  }

  /** Takes all space there is, down to the last page. */
  fill(): void {
    for (let bytes = 1 << 20, files = 0; bytes >= 1 << 12; files += 1)
      try {
        writeFileSync(join(this.folder, `filler-${files}`), Buffer.alloc(bytes, 1));
      } catch {
        bytes >>= 1;
      }
  }

  free(): void {
    execFileSync('sh', ['-c', 'rm -f "$0"/filler-*', this.folder]);
  }

  mounted(as: 'ro' | 'rw'): void {
    execFileSync('mount', ['-o', `remount,${as}`, this.folder]);
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true });
  }
}

const probe = SmallDisk.make(1);
probe?.remove();
if (probe === undefined) process.stdout.write('No small disk can be mounted here, skipped: full and read-only disks\n');
const onSmallDisk = probe === undefined ? describe.skip : describe;
if (postgresPrograms() === undefined) process.stdout.write('PostgreSQL is not installed, skipped: its disks\n');
const onPostgresDisk = probe === undefined || postgresPrograms() === undefined ? describe.skip : describe;

const disks: SmallDisk[] = [];
afterAll(() => {
  for (const disk of disks.splice(0)) disk.remove();
});
function smallDisk(megabytes: number): SmallDisk {
  const disk = SmallDisk.make(megabytes);
  if (disk === undefined) throw new Error('It could be mounted before');
  disks.push(disk);
  return disk;
}

/** Appends until it is refused; gives what was acknowledged, and what it heard. */
async function untilRefused(
  ledger: Ledger,
  stream: string,
): Promise<{ readonly ids: string[]; readonly error: unknown }> {
  const ids: string[] = [];
  for (let revision = 0; revision < 10_000; revision += 1) {
    const event = aLargeEvent(20_000);
    try {
      const result = await ledger.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
      if (result.ok) ids.push(event.id);
    } catch (error) {
      return { ids, error };
    }
  }
  throw new Error('The disk was never full');
}

async function idsOf(ledger: Ledger, stream: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of ledger.readStream(stream)) ids.push(id);
  return ids;
}

/** What a small disk hands out at a time. */
const PAGE_BYTES = 4096;
const pagesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + Math.ceil(statSync(join(parentPath, name)).size / PAGE_BYTES), 0);

async function backedUp(data: string, out: string) {
  const { out: answers, err } = capture();
  const exitCode = await runAudit(['backup', '--data', data, '--out', out], { out: answers, err });
  return { exitCode, err: err.lines() };
}

onSmallDisk('SQLite', () => {
  test('a full disk is told, costs nothing acknowledged, and the ledger goes on when there is space again', async () => {
    const disk = smallDisk(12);
    const ledger = await openLedger(`sqlite:${join(disk.folder, 'ledger.db')}`);
    await ledger.append('client-before', 'none', [anEvent()]);
    disk.fill();
    const { ids, error } = await untilRefused(ledger, 'client-full');
    expect(error).toBeInstanceOf(LedgerUnavailable);
    expect(String(error)).toMatch(/disk is full|disk I\/O error/);
    expect(await idsOf(ledger, 'client-full')).toEqual(ids);
    disk.free();
    const event = anEvent();
    expect(await ledger.append('client-after', 'none', [event])).toMatchObject({ ok: true });
    await ledger.close();
    const again = await openLedger(`sqlite:${join(disk.folder, 'ledger.db')}`);
    expect(await idsOf(again, 'client-full')).toEqual(ids);
    expect(await idsOf(again, 'client-after')).toEqual([event.id]);
    await again.close();
  });

  test('a backup for which the disk has no room is told in a line, and nothing of it is left', async () => {
    const disk = smallDisk(2);
    const lived = await livedInFolder();
    await backedUp(lived.folder, join(disk.folder, 'whole'));
    const needed = PAGE_BYTES * pagesIn(join(disk.folder, 'whole'));
    // The same databases take a page more or less from one copy to the next.
    for (const room of [PAGE_BYTES, needed * 0.4, needed * 0.8, needed - 2 * PAGE_BYTES]) {
      writeFileSync(join(disk.folder, 'room'), Buffer.alloc(room));
      disk.fill();
      rmSync(join(disk.folder, 'room'));
      const refused = await backedUp(lived.folder, join(disk.folder, 'backup'));
      expect([refused.exitCode, refused.err]).toEqual([2, [expect.stringMatching(/disk (is|that is) full/)]]);
      expect(readdirSync(disk.folder).filter((name) => !name.startsWith('filler'))).toEqual(['whole']);
      disk.free();
    }
    await lived.close();
    rmSync(lived.folder, { recursive: true });
  });

  test('a read-only disk is told at the start, and nothing is lost by it', async () => {
    const disk = smallDisk(12);
    const url = `sqlite:${join(disk.folder, 'ledger.db')}`;
    // In a process that ends, so that no open file keeps the disk writable.
    const program = Killable.start('libs/ledger/src/testing/appending-process.ts', url, '1', 'before', '1');
    const acknowledged: string[] = [];
    program.onLine((line) => acknowledged.push(line.split(' ')[2] ?? ''));
    await program.ended();
    disk.mounted('ro');
    await expect(openLedger(url)).rejects.toThrow(/read-only|EROFS|readonly/);
    disk.mounted('rw');
    const after = await openLedger(url);
    const [, ...ids] = acknowledged; // The first line says that it is ready.
    expect(ids).toHaveLength(1);
    expect(await idsOf(after, 'client-before-0')).toEqual(ids);
    expect(await after.append('client-after', 'none', [anEvent()])).toMatchObject({ ok: true });
    await after.close();
  });
});

onPostgresDisk('PostgreSQL', () => {
  const SMALL = { max_wal_size: '32MB', min_wal_size: '32MB', shared_buffers: '8MB' };
  let server: PostgresServer;
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = smallDisk(130);
    server = await PostgresServer.start(SMALL, disk.folder);
  });
  afterAll(() => server.kill());

  test('a full disk is told, costs nothing acknowledged, and the ledger goes on when there is space again', async () => {
    const ledger = await openLedger(server.url());
    await ledger.append('client-before', 'none', [anEvent()]);
    disk.fill();
    const { ids, error } = await untilRefused(ledger, 'client-full');
    expect(error).toBeInstanceOf(LedgerUnavailable);
    process.stdout.write(`PostgreSQL on a full disk: ${String(error)}\n`);
    disk.free();
    await server.runAgain(SMALL);
    const event = anEvent();
    expect(await eventually(() => ledger.append('client-after', 'none', [event]))).toMatchObject({ ok: true });
    const stored = await idsOf(ledger, 'client-full');
    expect(stored.slice(0, ids.length)).toEqual(ids);
    expect(stored.length - ids.length).toBeLessThanOrEqual(1); // The unanswered one may have been stored.
    await ledger.close();
  });

  test('a server that has become read-only is told, and the ledger goes on when it may write again', async () => {
    const ledger = await openLedger(server.url());
    const admin = openPostgres(server.url(), { max: 1 });
    const readOnly = async (value: 'on' | 'off'): Promise<void> => {
      await admin.query(`alter system set default_transaction_read_only = ${value}`).catch(() => undefined);
      await admin.query('select pg_reload_conf()');
      await sleep(200);
    };
    const event = anEvent();
    await readOnly('on');
    await expect(ledger.append('client-ro', 'none', [event])).rejects.toThrow(/read-only transaction/);
    await admin.query('set transaction_read_only = off').catch(() => undefined);
    await readOnly('off');
    expect(await eventually(() => ledger.append('client-ro', 'none', [event]))).toMatchObject({ ok: true });
    await admin.end();
    await ledger.close();
  });

  test('a server whose disk is read-only does not start; started again on a writable one it has everything', async () => {
    const ledger = await openLedger(server.url());
    const event = anEvent();
    await eventually(() => ledger.append('client-disk', 'none', [event]));
    await server.kill();
    disk.mounted('ro');
    await expect(server.run(SMALL)).rejects.toThrow(/Read-only file system/);
    await expect(ledger.append('client-disk', 0, [anEvent()])).rejects.toThrow(LedgerUnavailable);
    disk.mounted('rw');
    await server.run(SMALL);
    expect(await eventually(() => idsOf(ledger, 'client-disk'))).toEqual([event.id]);
    expect(await ledger.append('client-disk', 0, [anEvent()])).toMatchObject({ ok: true });
    await ledger.close();
  });
});

/** As callers do: asked again with the same ids until there is an answer. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LedgerUnavailable) || tries > 200) throw error;
      await sleep(50);
    }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { openSqlite } from '@uitkomst/ledger';

const HELD_MS = 1_500;

/** A process of its own that keeps everybody out of a database for a while, says so, and ends. */
async function main([path = '']: readonly string[]): Promise<void> {
  const database = openSqlite(path);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  process.stdout.write('held\n');
  await sleep(HELD_MS);
  process.exit();
}

void main(process.argv.slice(2));

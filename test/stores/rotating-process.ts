import { setTimeout as sleep } from 'node:timers/promises';
import { rotateVaultKeys } from '@uitkomst/ledger';

const PAUSE_MS = 5;

/** A process of its own that gives the vault of a folder new keys time and again until it is killed, and says so each time. */
async function main([folder = '']: readonly string[]): Promise<void> {
  for (;;) {
    rotateVaultKeys(folder);
    process.stdout.write('rotated\n');
    await sleep(PAUSE_MS);
  }
}

void main(process.argv.slice(2));

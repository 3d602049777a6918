import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rotateVaultKeys, type KeysRotated } from '@uitkomst/ledger';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import { dataFolderWith } from '../ledger/data-folder.js';
import type { Terminal } from '../terminal.js';

export interface VaultKeyOptions {
  readonly data?: string | undefined;
  readonly json?: boolean;
}

/** Gives the vault new keys: every person's key, account and payment file under them, and each pseudonym when its person is next met. */
export async function rotateVault({ data, json }: VaultKeyOptions, terminal: Terminal): Promise<ExitCode> {
  const folder = data ?? dataFolderWith('vault.key');
  for (const name of ['vault.key', 'persons.key'])
    if (!existsSync(join(folder, name)))
      throw new Stop(EXIT.UNREADABLE, `--data ${folder} holds no ${name}: name the application's data folder`);
  const done = rotateVaultKeys(folder);
  await terminal.answer(json === true ? JSON.stringify(done) : lineOf(done));
  terminal.remark('Make a new backup of the keys, and throw away those of before when their life is over');
  return EXIT.FINE;
}

const lineOf = ({ persons, sealed, waiting }: KeysRotated): string =>
  `Under the new keys: ${persons} person(s), ${sealed} account(s) and payment file(s). Pseudonyms that move when their person is next met: ${waiting}`;

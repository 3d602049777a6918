import { existsSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const LEDGER = 'ledger.db';

/** The data folder of the product, or the demonstration's within it: the one that holds a file of this name. */
export function dataFolderWith(file: string, { UITKOMST_DATA }: Environment = process.env): string {
  const own = UITKOMST_DATA === undefined || UITKOMST_DATA.trim() === '' ? './data' : UITKOMST_DATA;
  const demonstration = join(own, 'demonstration');
  return !existsSync(join(own, file)) && existsSync(join(demonstration, file)) ? demonstration : own;
}

/** Where the ledger is: as --ledger says, or in the data folder. */
export const ledgerUrl = (given?: string): string => given ?? `sqlite:${join(dataFolderWith(LEDGER), LEDGER)}`;

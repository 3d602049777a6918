import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Ledger, openLedger, UnknownEngine } from '@uitkomst/ledger';
import { EXIT, Stop } from '../exit.js';

/** Options of every command that reads a ledger. */
export interface LedgerOptions {
  readonly ledger?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Where the ledger is unless --ledger says otherwise: in the data folder of the product, or the demonstration's within it. */
export function ledgerUrl(
  { ledger }: LedgerOptions,
  { UITKOMST_DATA }: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const folder = UITKOMST_DATA ?? './data';
  const own = join(folder, 'ledger.db');
  const demonstration = join(folder, 'demonstration', 'ledger.db');
  return ledger ?? `sqlite:${!existsSync(own) && existsSync(demonstration) ? demonstration : own}`;
}

/** Opens the ledger for reading, beside whoever writes it, and closes it after the work. */
export async function withLedger<T>(options: LedgerOptions, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const url = ledgerUrl(options);
  const ledger = await open(url);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function open(url: string): Promise<Ledger> {
  if (url === 'memory:') throw new Stop(EXIT.UNREADABLE, '--ledger: memory: is gone with the process that wrote it');
  try {
    return await openLedger(url, { readOnly: true });
  } catch (error) {
    if (error instanceof UnknownEngine)
      throw new Stop(EXIT.UNREADABLE, error.message.replace('LEDGER_URL', '--ledger'), { cause: error });
    throw new Stop(EXIT.UNREACHABLE, `The ledger ${url} cannot be opened: ${messageOf(error)}`, { cause: error });
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import { AS_STORED, type Ledger, openLedger, type OpenOptions, UnknownEngine, withoutSecret } from '@uitkomst/ledger';
import { EXIT, Stop } from '../exit.js';
import { ledgerUrl } from './data-folder.js';
import { fileFault } from './file-fault.js';

/** Options of every command that reads a ledger. */
export interface LedgerOptions {
  readonly ledger?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Opens the ledger for reading, beside whoever writes it, and closes it after the work. */
export const withLedger = <T>(options: LedgerOptions, work: (ledger: Ledger) => Promise<T>): Promise<T> =>
  opened(ledgerUrl(options.ledger), {}, work);

/** The same, with events as they are stored: for those who copy or verify them, whatever became of them. */
export const withLedgerAsStored = <T>(options: LedgerOptions, work: (ledger: Ledger) => Promise<T>): Promise<T> =>
  opened(ledgerUrl(options.ledger), { codec: AS_STORED }, work);

async function opened<T>(
  url: string,
  options: Pick<OpenOptions, 'codec'>,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const ledger = await open(url, options);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function open(url: string, options: Pick<OpenOptions, 'codec'>): Promise<Ledger> {
  if (url === 'memory:') throw new Stop(EXIT.UNREADABLE, '--ledger: memory: is gone with the process that wrote it');
  try {
    return await openLedger(url, { readOnly: true, ...options });
  } catch (error) {
    if (error instanceof UnknownEngine)
      throw new Stop(EXIT.UNREADABLE, error.message.replace('LEDGER_URL', '--ledger'), { cause: error });
    throw new Stop(EXIT.UNREACHABLE, `The ledger ${withoutSecret(url)} cannot be opened: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** Why, without the setting that names the ledger elsewhere. */
export const messageOf = (error: unknown): string =>
  fileFault(error) ?? (error instanceof Error ? error.message : String(error)).replace(/^LEDGER_URL: /, '');

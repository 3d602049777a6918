import { systemClock, type Clock } from '../clock.js';
import type { Ledger } from '../ledger.js';
import { memoryLedger } from './memory.ledger.js';
import { sqliteLedger } from './sqlite.ledger.js';

/** Opens the ledger that LEDGER_URL names: `memory:` or `sqlite:<path>`. */
export function openLedger(
  url: string,
  { clock = systemClock, readOnly = false }: { readonly clock?: Clock; readonly readOnly?: boolean } = {},
): Ledger {
  if (url === 'memory:') return memoryLedger({ clock });
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : '';
  if (path === '') throw new Error(`LEDGER_URL must be memory: or sqlite:<path>, not ${url}`);
  return sqliteLedger({ path, clock, readOnly });
}

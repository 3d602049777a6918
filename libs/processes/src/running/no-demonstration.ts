import type { Ledger } from '@uitkomst/ledger';
import type { NodeSettings } from '../settings/node-settings.js';
import { SettingsRefused } from '../settings/read-environment.js';

/** The demonstration is recorded by a simulated clock that walks through 2004–2009; this program is younger than that. */
const PROGRAM_SINCE = '2020';

/** Production never contains the demonstration (rulings §7.8), whatever file or database it was brought to: its first event tells. */
export async function refuseDemonstration({ production }: NodeSettings, ledger: Ledger): Promise<void> {
  if (!production) return;
  for await (const { recordedAt } of ledger.readAll({ max: 1 }))
    if (recordedAt < PROGRAM_SINCE)
      throw new SettingsRefused('LEDGER_URL: the ledger holds the demonstration, which production does not open');
}

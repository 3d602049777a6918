import { parseArgs } from 'node:util';
import { startFault } from '@uitkomst/processes';
import { demonstrationIn } from './demonstration/record-demonstration.js';
import { runClock } from './run-clock.js';
import { readSettings } from './shell/settings.js';

const onError = (error: unknown): void => console.error(error);

/** `npm run clock [-- --as-of jjjj-mm-dd]`. Ends with 1 where a file failed, 2 where it may not be asked. */
try {
  const { values } = parseArgs({ options: { 'as-of': { type: 'string' } } });
  const settings = readSettings(process.env);
  const { dataFolder, demonstration, ledgerUrl, municipality } = settings;
  if (demonstration) await demonstrationIn(dataFolder, ledgerUrl, municipality);
  const { on, done, failed } = await runClock(settings, { asOf: values['as-of'], onError });
  console.log(`${on}: ${done} dossiers bekeken, ${failed} mislukt`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(startFault(error) ?? error);
  process.exitCode = 2;
}

import { parseArgs } from 'node:util';
import { helpText, startFault } from '@uitkomst/processes';
import { demonstrationIn } from './demonstration/record-demonstration.js';
import { runClock } from './run-clock.js';
import { API_ENVIRONMENT, readSettings } from './shell/settings.js';

const HELP = {
  what: 'Looks once at every claim for which a day brings something, as the API does by itself, and says how many files that were.',
  usage: {
    'npm run clock': 'for today',
    'npm run clock -- --as-of jjjj-mm-dd': 'up to and with a later day, in the demonstration alone',
  },
  environment: API_ENVIRONMENT,
  example: ['DEMONSTRATION=on npm run --silent clock -- --as-of 2009-12-31'],
};

const onError = (error: unknown): void => console.error(error);

async function run(asOf: string | undefined): Promise<void> {
  const settings = readSettings(process.env);
  const { dataFolder, demonstration, ledgerUrl, municipality } = settings;
  if (demonstration) await demonstrationIn(dataFolder, ledgerUrl, municipality);
  const { on, done, failed } = await runClock(settings, { asOf, onError });
  console.log(`${on}: ${done} dossiers bekeken, ${failed} mislukt`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** `npm run clock [-- --as-of jjjj-mm-dd]`. Ends with 1 where a file failed, 2 where it may not be asked. */
try {
  const { values } = parseArgs({ options: { 'as-of': { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) console.log(helpText(HELP));
  else await run(values['as-of']);
} catch (error) {
  console.error(startFault(error) ?? error);
  process.exitCode = 2;
}

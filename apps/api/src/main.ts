import 'reflect-metadata';
import { createApp, LOGGED } from './create-app.js';
import { clockIn, refuseInProduction } from './demonstration/demonstration-mark.js';
import { startFault } from '@uitkomst/processes';
import { readSettings, type Settings } from './shell/settings.js';

/** The demonstration, where it is asked for; production refuses a folder that holds one. */
async function demonstrationFor({ demonstration, dataFolder, ledgerUrl, municipality, production }: Settings) {
  if (demonstration) {
    const { demonstrationIn } = await import('./demonstration/record-demonstration.js');
    return demonstrationIn(dataFolder, ledgerUrl, municipality);
  }
  refuseInProduction({ production, dataFolder });
  return undefined;
}

try {
  const settings = readSettings(process.env);
  const demonstration = await demonstrationFor(settings);
  const { http, services } = await createApp({ settings, clock: clockIn(settings.dataFolder) });
  http.enableShutdownHooks();
  http.useLogger(false); // Why it cannot listen is told below, in our words.
  await http.listen(settings.port, settings.host);
  http.useLogger(LOGGED);
  const url = await http.getUrl();
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`Uitkomst op ${url} (${seconds} s, ${Math.round(process.memoryUsage.rss() / 1e6)} MB)`);
  if (demonstration && services.developmentIssuer) {
    const { welcome } = await import('./demonstration/welcome.js');
    console.log(await welcome(url, demonstration, services.developmentIssuer));
  }
} catch (error) {
  console.error(startFault(error) ?? error);
  process.exitCode = 1;
}

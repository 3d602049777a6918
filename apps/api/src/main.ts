import 'reflect-metadata';
import { createApp, LOGGED } from './create-app.js';
import { clockIn, refuseInProduction } from './demonstration/demonstration-mark.js';
import { asksHelp, helpText, startFault } from '@uitkomst/processes';
import { API_ENVIRONMENT, readSettings, type Settings } from './shell/settings.js';

/** The demonstration, where it is asked for; production refuses a folder that holds one. */
async function demonstrationFor({ demonstration, dataFolder, ledgerUrl, municipality, production }: Settings) {
  if (demonstration) {
    const { demonstrationIn } = await import('./demonstration/record-demonstration.js');
    return demonstrationIn(dataFolder, ledgerUrl, municipality);
  }
  refuseInProduction({ production, dataFolder });
  return undefined;
}

/** For a long rebuild nobody is kept waiting longer: what is asked meanwhile is answered from what was read so far. */
const READ_WITHIN_MS = 10_000;

const HELP = {
  what: 'Uitkomst: the API and its pages; unless workers do so, it also keeps the read models and runs what runs by itself.',
  usage: {
    'npm start': 'builds what changed and starts; without configuration the demonstration opens',
    'node dist/apps/api/src/main.js': 'starts what was built',
    'npm run clock': 'looks once at every claim for which a day brings something',
    'npm run worker': 'the same work as a process of its own',
    'npm run audit': 'what an auditor asks of a ledger, without a server',
  },
  environment: API_ENVIRONMENT,
  example: ['DEMONSTRATION=off UITKOMST_DATA=/srv/uitkomst MUNICIPALITY=0392 npm start'],
};

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const demonstration = await demonstrationFor(settings);
  const { http, services } = await createApp({ settings, clock: clockIn(settings.dataFolder) });
  http.enableShutdownHooks();
  // So that the first who asks is told of all that is recorded.
  await services.projecting.waitUntil(await services.ledger.head(), READ_WITHIN_MS);
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
}

try {
  if (asksHelp(process.argv.slice(2))) console.log(helpText(HELP));
  else await start();
} catch (error) {
  console.error(startFault(error) ?? error);
  process.exitCode = 1;
}

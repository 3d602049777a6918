import 'reflect-metadata';
import { asksHelp, helpText, startFault } from '@uitkomst/processes';
import { publicKeys } from './public-keys.js';
import { run } from './run.js';
import { WORKER_ENVIRONMENT } from './settings.js';
import { topics } from './topics.js';

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = { run, topics, 'public-keys': publicKeys };
const HELP = {
  what: 'The read models of Uitkomst and what runs by itself, beside one API or several (PROCESSES=worker).',
  usage: {
    'npm run worker': 'runs: read models, clock, sweep, batches, relay and feed; /health tells how they are',
    'npm run worker -- topics': 'makes the Kafka topics, or mends their settings',
    'npm run worker -- public-keys': 'prints what deliverers encrypt messages with that name a BSN',
  },
  environment: WORKER_ENVIRONMENT,
  example: ['MUNICIPALITY=0392 LEDGER_URL=postgres://uitkomst:secret@db/uitkomst npm run worker'],
};

const [name = 'run'] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;

try {
  if (asksHelp(process.argv.slice(2))) console.log(helpText(HELP));
  else if (command) await command();
  else {
    console.error(`There is no command ${name}; there are ${Object.keys(COMMANDS).join(', ')}`);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(startFault(error) ?? error);
  process.exitCode = 1;
}

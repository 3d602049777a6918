import 'reflect-metadata';
import { startFault } from '@uitkomst/processes';
import { publicKeys } from './public-keys.js';
import { run } from './run.js';
import { topics } from './topics.js';

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = { run, topics, 'public-keys': publicKeys };
const [name = 'run'] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;

try {
  if (command) await command();
  else {
    console.error(`There is no command ${name}; there are ${Object.keys(COMMANDS).join(', ')}`);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(startFault(error) ?? error);
  process.exitCode = 1;
}

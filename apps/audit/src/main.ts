#!/usr/bin/env node
import { EXIT } from './exit.js';
import { runAudit } from './program.js';

process.once('SIGINT', () => process.exit(EXIT.INTERRUPTED));
// Whoever reads the answers may stop reading (`| head`); then there is nobody left to answer.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.FINE : EXIT.BUG),
);

process.exitCode = await runAudit(process.argv.slice(2), { out: process.stdout, err: process.stderr });

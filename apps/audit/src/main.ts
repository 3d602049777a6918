#!/usr/bin/env node
import { EXIT } from './exit.js';
import { runAudit } from './program.js';

process.once('SIGINT', () => process.exit(EXIT.INTERRUPTED));
// Whoever reads may stop reading (`| head`); then there is nobody left to answer, and what was not told may not pass for fine.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.READER_GONE : EXIT.BUG),
  );

process.exitCode = await runAudit(process.argv.slice(2), { out: process.stdout, err: process.stderr });

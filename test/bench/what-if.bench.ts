// Every claim of 41,000 clients (Amsterdam, 2007) under NL-BIJSTANDONLY instead of NL-STD: < 30 s, nothing written.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import { lastingClient, recordAgreement } from './lasting-client.js';
import { fillLedger } from './fill-ledger.js';

const CLIENTS = Number(process.env['CLIENTS'] ?? 41_000);

const WHAT_IF = ['what-if', '--definition', 'NL-BIJSTANDONLY@1', '--against', 'NL-STD@1', '--json'];

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
try {
  await recordAgreement(folder);
  await fillLedger(folder, CLIENTS, lastingClient);
  const { out, err } = capture();
  const began = performance.now();
  const ledger = `sqlite:${join(folder, 'ledger.db')}`;
  const exitCode = await runAudit([...WHAT_IF, '--ledger', ledger], { out, err });
  const seconds = (performance.now() - began) / 1000;
  if (exitCode !== 0) throw new Error(err.lines().join('\n'));
  const { total } = JSON.parse(out.lines().at(-1) ?? '{}') as { total: { claims: number; different: number } };
  console.log(
    `what-if over ${CLIENTS} clients: ${seconds.toFixed(1)} s (target < 30), ${total.claims} claims, ${total.different} otherwise`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

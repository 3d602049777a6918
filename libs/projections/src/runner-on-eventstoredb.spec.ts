import { openLedger, type Ledger } from '@uitkomst/ledger';
import { StandIn } from '../../../test/stores/eventstoredb-stand-in/stand-in.js';
import type { OpenReads } from './contract/tally.js';
import { otherLedgerContract } from './contract/other-ledger.contract.js';
import { rebuildContract, runnerContract } from './contract/runner.contract.js';
import { temporaryFolder } from './testing/temporary-folder.js';

// A stand-in for each ledger, since positions on one server are those of all its ledgers. What a server does is tested with the ledger.

const folder = temporaryFolder();
const opened: { readonly ledger: Ledger; readonly server: StandIn }[] = [];
afterEach(async () => {
  for (const { ledger, server } of opened.splice(0)) {
    await ledger.close();
    await server.close();
  }
});
afterAll(folder.remove);

const reads: OpenReads = async (name) => folder.reads(name);
async function empty(): Promise<Ledger> {
  const server = await StandIn.start();
  const ledger = await openLedger(server.url('runner'));
  opened.push({ ledger, server });
  return ledger;
}

describe('on a ledger in EventStoreDB, whose positions leave room between them', () => {
  runnerContract(reads, empty);
  rebuildContract(reads, empty);
  otherLedgerContract(reads, empty);
});

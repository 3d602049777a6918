import { served, type Served } from '../../../../../test/stores/eventstoredb-stand-in/served.js';
import { ledgerContract } from '../../ledger.contract.js';
import { eventStoreDbLedger } from './eventstoredb.ledger.js';

jest.setTimeout(60_000); // Every append is a call to a server and back, twice.

let server: Served;
beforeAll(async () => {
  server = await served();
});
afterAll(() => server.close());

ledgerContract('eventstoredb', ({ clock }) => eventStoreDbLedger({ url: server.freshUrl(), clock }));

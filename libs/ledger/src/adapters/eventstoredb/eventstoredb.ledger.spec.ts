import { served, type Served } from '../../../../../test/stores/eventstoredb-stand-in/served.js';
import { ledgerContract } from '../../ledger.contract.js';
import { eventStoreDbLedger } from './eventstoredb.ledger.js';

let server: Served;
beforeAll(async () => {
  server = await served();
});
afterAll(() => server.close());

ledgerContract('eventstoredb', ({ clock }) => eventStoreDbLedger({ url: server.freshUrl(), clock }));

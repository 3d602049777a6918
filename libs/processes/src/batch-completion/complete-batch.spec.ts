import { officer } from '@uitkomst/domain/testing';
import { record } from '@uitkomst/projections/testing';
import { approvedClaim, claimOf, PayOffice } from '../testing/pay-office.js';
import { openOffice, temporaryBankVault } from '../testing/open-office.js';
import { TOWN } from '../testing/town.js';
import { named } from './carry-line.js';
import { completeBatch, drop } from './complete-batch.js';

const { vault, remove } = temporaryBankVault();
afterAll(remove);

async function approvedClaims(clients: readonly string[]) {
  const { office, ledger } = await openOffice(vault);
  for (const client of clients) await approvedClaim(office, client);
  return { office, ledger };
}

const linesOf = async ({ ports }: PayOffice) =>
  (await ports.readBatch(TOWN, 'B1')).lines.map(({ state, code }) => [state, code]);
const ordersOf = async (office: PayOffice, client: string) =>
  (await office.claim(client)).file.payments.map(({ state }) => state);

test('of each line it is told what became of it', async () => {
  const { office } = await approvedClaims(['b', 'c']);
  await office.prepare('B1', ['b', 'c']);
  const released = await office.release('B1');
  const [b, c] = [claimOf('b'), claimOf('c')];
  expect(await completeBatch(TOWN, released, office.ports)).toEqual([{ claimId: b }, { claimId: c }]);
});

test('a batch cancelled while its orders are given has them taken back', async () => {
  const { office } = await approvedClaims(['b']);
  await office.prepare('B1', ['b']);
  const ask = (command: Parameters<PayOffice['onBatch']>[0], by: number) =>
    office.ports.sendToBatch({ municipality: TOWN, command, actor: officer(by), ...named('ask', command.type) });
  await ask({ type: 'ReleaseBatch', batchId: 'B1' }, 3);
  const released = await office.ports.readBatch(TOWN, 'B1');
  await ask({ type: 'CancelBatch', batchId: 'B1', reason: 'MISTAKE' }, 2);
  await completeBatch(TOWN, released, office.ports);
  expect(await ordersOf(office, 'b')).toEqual(['CANCELLED']);
  expect((await office.budget()).reservedCents).toBe(0);
});

test('a client with two lines has each of them carried through', async () => {
  const { office } = await approvedClaims(['b']);
  const { standing, file } = await office.claim('b');
  const { id = '', payload } = file.claims.get(claimOf('b'))?.determination ?? {};
  const line = {
    claimId: claimOf('b'),
    state: standing.state,
    toPayCents: standing.toPayCents,
    determinationId: id,
    decisionHash: payload?.decisionHash ?? '',
    attempt: 1,
    providerId: 'PASWERK',
    contractId: 'K1',
  };
  const unknown = { ...line, claimId: claimOf('b').replace('.a', '.b') };
  await office.onBatch({ type: 'PrepareBatch', batchId: 'B1', lines: [line, unknown] }, officer(2));
  await office.release('B1');
  expect(await linesOf(office)).toEqual([
    ['OPEN', undefined],
    ['DROPPED', 'NOT_FOUND'],
  ]);
  expect(await ordersOf(office, 'b')).toEqual(['OPEN']);
});

test('a line on terms that changed since falls out, also where the file was asked before and nobody heard its answer', async () => {
  const { office, ledger } = await approvedClaims(['b']);
  await office.prepare('B1', ['b']);
  const tariff = { contractId: 'K1', milestone: 'SUSTAINED', cents: 150_000, validFrom: '2000-01-02' };
  await record(ledger, `contract-${TOWN}-K1`, { type: 'TariffSet', payload: tariff });
  await office.exporting.terms.refresh(TOWN);
  const ids = named('release', 'B1');
  const release = { type: 'ReleaseBatch', batchId: 'B1' } as const;
  await office.ports.sendToBatch({ municipality: TOWN, command: release, actor: officer(3), ...ids });
  const released = await office.ports.readBatch(TOWN, 'B1');
  const killed: PayOffice['ports']['sendToFile'] = async (task) => {
    await office.ports.sendToFile(task);
    throw new Error('killed before anybody heard');
  };
  await expect(completeBatch(TOWN, released, { ...office.ports, sendToFile: killed })).rejects.toThrow('killed');
  await completeBatch(TOWN, released, office.ports);
  expect((await office.ports.readBatch(TOWN, 'B1')).lines).toMatchObject([
    { state: 'DROPPED', code: 'DECISION_STALE' },
  ]);
  expect(await ordersOf(office, 'b')).toEqual([]);
});

test('a line that the bank was told of does not fall out any more: its order stands', async () => {
  const { office } = await approvedClaims(['b']);
  await office.prepare('B1', ['b']);
  const batch = await office.release('B1');
  const [line] = batch.lines;
  if (line === undefined) throw new Error('No line was prepared');
  await office.export('B1');
  await drop({ municipality: TOWN, batch, line, ports: office.ports }, 'DECISION_STALE');
  expect([await linesOf(office), await ordersOf(office, 'b')]).toEqual([[['OPEN', undefined]], ['OPEN']]);
});

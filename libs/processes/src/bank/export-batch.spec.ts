import { benefits, officer, relapse } from '@uitkomst/domain/testing';
import { record } from '@uitkomst/projections/testing';
import { createHash } from 'node:crypto';
import { named } from '../batch-completion/carry-line.js';
import { approvedClaim, BONUS, claimOf, PayOffice } from '../testing/pay-office.js';
import { openOffice, temporaryBankVault } from '../testing/open-office.js';
import { TOWN } from '../testing/town.js';
import { exportBatch } from './export-batch.js';

const { vault, remove } = temporaryBankVault();
afterAll(remove);

async function releasedBatch(clients: readonly string[] = ['b', 'c']) {
  const { office, clock, ledger } = await openOffice(vault);
  for (const client of clients) await approvedClaim(office, client);
  await office.prepare('B1', clients);
  await office.release('B1');
  return { office, clock, ledger };
}

const fileOf = async (office: PayOffice): Promise<Buffer> => {
  const exported = await office.export('B1');
  if ('refusal' in exported) throw new Error(exported.refusal.code);
  return exported.file;
};

test('the file pays each line to the provider’s account under the claim’s number, and its hash is recorded', async () => {
  const { office } = await releasedBatch();
  const file = await fileOf(office);
  const text = file.toString('utf8');
  expect(text).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
  expect(text.match(/<EndToEndId>([^<]+)/g)).toEqual(['<EndToEndId>baaaaaaaaaaaaa01', '<EndToEndId>caaaaaaaaaaaaa01']);
  expect(text).toContain('<Nm>Stichting Paswerk Co</Nm>'); // No accents, no ampersand: the bank's own characters.
  expect(text).toContain('<IBAN>NL20INGB0001234567</IBAN>');
  expect(text).toContain('<CtrlSum>4000.00</CtrlSum>');
  expect(text).toContain('<ReqdExctnDt><Dt>2009-04-02</Dt></ReqdExctnDt>');
  const { exported, status } = await office.ports.readBatch(TOWN, 'B1');
  expect([status, exported?.fileHash]).toEqual(['EXPORTED', createHash('sha256').update(file).digest('hex')]);
});

test('exported again, later and by another process, it is the same bytes', async () => {
  const { office, clock, ledger } = await releasedBatch();
  const file = await fileOf(office);
  clock.advance(86_400_000);
  const later = await PayOffice.open(ledger, vault, clock);
  expect((await fileOf(later)).equals(file)).toBe(true);
});

test('two that export at once get one file', async () => {
  const { office, clock, ledger } = await releasedBatch();
  const other = await PayOffice.open(ledger, vault, clock);
  const [one, two] = await Promise.all([fileOf(office), fileOf(other)]);
  expect(one.equals(two)).toBe(true);
  const { exported } = await office.ports.readBatch(TOWN, 'B1');
  expect(exported?.fileHash).toBe(createHash('sha256').update(one).digest('hex'));
});

test('a fact that came after the release takes its line out of the file, and its order back', async () => {
  const { office } = await releasedBatch();
  await office.ask('c', relapse, benefits());
  expect((await fileOf(office)).toString('utf8')).not.toContain('caaaaaaaaaaaaa01');
  const { lines } = await office.ports.readBatch(TOWN, 'B1');
  expect(lines.map(({ state, code }) => [state, code])).toEqual([
    ['OPEN', undefined],
    ['DROPPED', 'DECISION_STALE'],
  ]);
  const { file, standing } = await office.claim('c');
  expect([standing.state, file.payments.map(({ state }) => state)]).toEqual(['REJECTED', ['CANCELLED']]);
  expect((await office.budget()).reservedCents).toBe(BONUS);
});

test('an account that was changed after the release is not paid', async () => {
  const { office, ledger } = await releasedBatch(['b']);
  await record(ledger, `provider-${TOWN}-PASWERK`, {
    type: 'BankAccountRegistered',
    payload: { providerId: 'PASWERK', accountId: 'ACC-2', activeFrom: '2009-01-01', ibanCommitment: 'a'.repeat(64) },
  });
  expect(await office.export('B1')).toEqual({ refusal: { code: 'BATCH_STATE_FORBIDS' } });
  const { status, lines } = await office.ports.readBatch(TOWN, 'B1');
  expect([status, lines[0]?.code]).toEqual(['CANCELLED', 'ACCOUNT_NOT_CONFIRMED']);
  expect((await office.claim('b')).standing.state).toBe('APPROVED');
});

test('what is not released is not exported, and what does not exist is not found', async () => {
  const { office } = await releasedBatch(['b']);
  await office.onBatch({ type: 'CancelBatch', batchId: 'B1', reason: 'MISTAKE' }, officer(2));
  expect(await office.export('B1')).toEqual({ refusal: { code: 'BATCH_STATE_FORBIDS' } });
  expect(await office.export('B9')).toEqual({ refusal: { code: 'NOT_FOUND' } });
});

test.each([
  ['while it runs', {}, 10, '2009-05-02'],
  ['after its end', { validTo: '2009-03-01' }, 10, '2009-05-02'],
  ['and not longer', {}, 40, '2009-05-12'],
])(
  'the contract’s payment term is waited for %s: from the claim, never in the past',
  async (_when, told, daysLater, paidOn) => {
    const { office, ledger, clock } = await releasedBatch(['b']);
    await record(ledger, `contract-${TOWN}-K1`, {
      type: 'ContractAmended',
      payload: { contractId: 'K1', validFrom: '2000-01-03', paymentTermDays: 30, ...told },
    });
    await office.exporting.terms.refresh(TOWN);
    clock.advance(daysLater * 86_400_000);
    const exported = await exportBatch(office.exporting, { municipality: TOWN, batchId: 'B1' });
    expect('file' in exported && exported.file.toString('utf8')).toContain(`<Dt>${paidOn}</Dt>`);
  },
);

test('tax that the contract adds is paid on top, frozen in the line, ordered and sent back with it', async () => {
  const { office, ledger } = await releasedBatch(['b']);
  await record(ledger, `contract-${TOWN}-K1`, {
    type: 'ContractAmended',
    payload: {
      contractId: 'K1',
      validFrom: '2000-01-03',
      vat: { treatment: 'ADDED', rateBp: 2100 },
      ledgerAccount: 'G4343',
    },
  });
  await approvedClaim(office, 'd');
  await office.prepare('B2', ['d'], { vatCents: 42_000 });
  await office.release('B2');
  const exported = await office.export('B2');
  expect('file' in exported && exported.file.toString('utf8')).toContain('<InstdAmt Ccy="EUR">2420.00</InstdAmt>');
  expect((await office.claim('d')).file.payments[0]?.order).toMatchObject({ vatCents: 42_000, ledgerAccount: 'G4343' });
  expect(await office.tell('d', { result: 'SETTLED' })).toMatchObject({ status: 'MISMATCH', reason: 'WRONG_AMOUNT' });
  expect(await office.tell('d', { result: 'SETTLED', cents: 242_000 })).toMatchObject({ status: 'SETTLED' });
  expect((await office.claim('d')).standing.netCents).toBe(BONUS);
  expect(await office.tell('d', { result: 'RETURNED', cents: 242_000 })).toMatchObject({ status: 'RETURNED' });
  expect((await office.claim('d')).standing).toMatchObject({ netCents: 0, toPayCents: BONUS });
});

test('what a crash left between the release and its orders is ordered, and then in the file', async () => {
  const { office } = await releasedBatch(['b']);
  await approvedClaim(office, 'c');
  await office.prepare('B2', ['c']);
  const release = { type: 'ReleaseBatch', batchId: 'B2' } as const;
  await office.ports.sendToBatch({ municipality: TOWN, command: release, actor: officer(3), ...named('release') });
  const exported = await office.export('B2');
  expect('file' in exported && exported.file.toString('utf8')).toContain('<EndToEndId>caaaaaaaaaaaaa01');
});

/** Exports B1, and does something just before the batch hears of its file. */
async function exportMeanwhile(office: PayOffice, meanwhile: () => Promise<unknown>): Promise<Buffer | undefined> {
  let done = false;
  const sendToBatch: PayOffice['ports']['sendToBatch'] = async (task) => {
    if (task.command.type === 'ExportBatch' && !done) {
      done = true;
      await meanwhile();
    }
    return office.ports.sendToBatch(task);
  };
  const exporting = { ...office.exporting, ports: { ...office.ports, sendToBatch } };
  const exported = await exportBatch(exporting, { municipality: TOWN, batchId: 'B1', requestedBy: 'finance-1' });
  return 'file' in exported ? exported.file : undefined;
}

test('a line held while the file is made is not in the file that is kept', async () => {
  const { office } = await releasedBatch();
  const hold = { type: 'HoldLine', batchId: 'B1', claimId: claimOf('c'), reason: 'DOUBT' } as const;
  const file = await exportMeanwhile(office, () => office.onBatch(hold, officer(2)));
  expect(file?.toString('utf8')).not.toContain('caaaaaaaaaaaaa01');
  const { lines, exported } = await office.ports.readBatch(TOWN, 'B1');
  expect(lines.map(({ state, code }) => [state, code])).toEqual([
    ['OPEN', undefined],
    ['DROPPED', 'LINE_HELD'],
  ]);
  expect(exported?.requestedBy).toBe('finance-1');
});

test('whoever comes second with a file of another moment gets the one that was kept', async () => {
  const { office, clock, ledger } = await releasedBatch();
  let first: Buffer | undefined;
  const file = await exportMeanwhile(office, async () => {
    clock.advance(1_000);
    first = await fileOf(await PayOffice.open(ledger, vault, clock));
  });
  expect(first === undefined || file?.equals(first)).toBe(true);
  expect(first).toBeDefined();
});

test('a line whose account is not in the vault falls out', async () => {
  const { office } = await releasedBatch(['b']);
  const emptied = temporaryBankVault();
  await exportBatch({ ...office.exporting, bankVault: emptied.vault }, { municipality: TOWN, batchId: 'B1' });
  emptied.remove();
  const { lines } = await office.ports.readBatch(TOWN, 'B1');
  expect(lines).toMatchObject([{ state: 'DROPPED', code: 'ACCOUNT_NOT_CONFIRMED' }]);
});

test('on its statement the provider reads its own reference of the claim, where it gave one', async () => {
  const { office } = await releasedBatch(['b']);
  await approvedClaim(office, 'c', { providerReference: 'PW-2009-17' });
  await office.prepare('B2', ['c']);
  await office.release('B2');
  const exported = await office.export('B2');
  expect('file' in exported && exported.file.toString('utf8')).toContain(`<Ustrd>PW-2009-17 ${claimOf('c')}</Ustrd>`);
  expect((await fileOf(office)).toString('utf8')).toContain(`<Ustrd>${claimOf('b')}</Ustrd>`);
});

test('a line prepared before its tax changed falls out', async () => {
  const { office } = await releasedBatch(['b']);
  await approvedClaim(office, 'd');
  await office.prepare('B2', ['d'], { vatCents: 42_000 });
  const { lines } = await office.release('B2');
  expect(lines.map(({ state, code }) => [state, code])).toEqual([['DROPPED', 'DECISION_STALE']]);
});

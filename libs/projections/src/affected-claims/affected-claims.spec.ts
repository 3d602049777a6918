import { memoryLedger } from '@uitkomst/ledger';
import { CONTRACTS } from '../references/contracts.projection.js';
import { ProjectionRunner } from '../runner.js';
import { determined, submitted } from '../testing/claims.js';
import { record } from '../testing/recording.js';
import { AFFECTED_CLAIMS } from './affected-claims.projection.js';
import { affectedFiles } from './affected.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const [ANJA, WILMA, PIET] = ['a', 'b', 'c'].map((letter) => letter.repeat(13)) as [string, string, string];

const basis = (...streams: readonly string[]) => ({
  basis: {
    fileRevision: 0,
    terms: streams.map((stream) => ({ stream, revision: 0 })),
    ruleSet: 'NL-RULES@1',
    asOf: '2026-03-01',
  },
});

test('a change of terms touches the files whose live claims rest on it, and no others', async () => {
  const ledger = memoryLedger();
  const reads = folder.reads();
  await record(ledger, 'contract-0392-C2', {
    type: 'ContractRegistered',
    payload: { contractId: 'C2', providerId: 'P2', definitionSetId: 'NL-STD', validFrom: '2026-01-01' },
  });
  await record(
    ledger,
    `client-0392-${ANJA}`,
    submitted(`${ANJA}.a`, 'P1', { contractId: 'C1' }),
    determined(`${ANJA}.a`, 'PENDING', {
      open: ['AWAITING_REGISTRY'],
      ...basis('contract-0392-C1', 'definition-0392-NL-STD', 'source-0392-UWV_POLIS'),
    }),
  );
  await record(
    ledger,
    `client-0392-${WILMA}`,
    submitted(`${WILMA}.a`, 'P2', { contractId: 'C2' }),
    determined(`${WILMA}.a`, 'REJECTED', { fail: ['NO_ASSIGNMENT'], ...basis('contract-0392-C2') }),
  );
  await record(ledger, `client-0392-${PIET}`, submitted(`${PIET}.a`, 'P1', { contractId: 'C1' }), {
    type: 'ClaimWithdrawn',
    payload: { claimId: `${PIET}.a`, reason: 'OTHER', withdrawnOn: '2026-03-02' },
  });
  await new ProjectionRunner({ ledger, reads, projections: [AFFECTED_CLAIMS, CONTRACTS] }).catchUp();
  const touched = async (stream: string | undefined) =>
    (await affectedFiles(reads, stream)).map(({ personRef }) => personRef);
  expect(await touched('contract-0392-C1')).toEqual([ANJA]);
  expect(await touched('definition-0392-NL-STD')).toEqual([ANJA, WILMA]);
  expect(await touched('provider-0392-P2')).toEqual([WILMA]);
  expect(await touched('source-0392-UWV_POLIS')).toEqual([ANJA]);
  expect(await touched('rules-0392')).toEqual([ANJA, WILMA]);
  expect(await touched('rules-0363')).toEqual([]);
  expect(await touched(undefined)).toEqual([ANJA, WILMA]);
});

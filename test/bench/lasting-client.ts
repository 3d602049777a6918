import { join } from 'node:path';
import { PRESETS } from '@uitkomst/domain';
import { sqliteLedger, systemClock } from '@uitkomst/ledger';
import { uuidv7 } from 'uuidv7';

const since = { validFrom: '2006-01-01' };
const authoritative = { source: { system: 'UWV_POLIS' }, assurance: 'AUTHORITATIVE' } as const;
const CONTRACTS = { id: 'contracts-1', role: 'CONTRACTS', orgId: 'gemeente' } as const;
/** Every fourth client has unemployment benefit in the period: it fails under NL-STD and not where only welfare counts. */
const UNEMPLOYED_EVERY = 4;
let count = 0;

const fact = (type: string, payload: object) => ({ type, payload: { ...authoritative, ...payload } });

/** A client off welfare into lasting work, with a claim on it: nine events. */
export function lastingClient(personRef: string): readonly { readonly type: string; readonly payload: unknown }[] {
  count += 1;
  const unemployed = fact('BenefitGranted', {
    benefitId: 'ww',
    kind: 'WW',
    municipality: '0000',
    validFrom: '2008-12-01',
  });
  return [
    fact('ClientRegistered', since),
    fact('BenefitGranted', { benefitId: 'b1', kind: 'BIJSTAND', municipality: '0000', validFrom: '2007-01-01' }),
    fact('TrajectAssigned', {
      trajectId: 't1',
      providerId: 'PASWERK',
      contractId: 'K1',
      product: 'P',
      priceShownCents: 0,
      intakeOn: '2008-02-04',
      validFrom: '2008-02-11',
    }),
    fact('ServiceDelivered', { trajectId: 't1', kind: 'COURSE', validFrom: '2008-07-20' }),
    fact('ApplicationStarted', { jobId: 'j1', by: 'PROVIDER', validFrom: '2008-08-04' }),
    fact('PlacementStarted', {
      jobId: 'j1',
      employerId: 'E1',
      form: 'REGULAR',
      weeklyHours: 3600,
      validFrom: '2008-09-01',
    }),
    fact('BenefitStopped', { benefitId: 'b1', reason: 'WORK_EMPLOYMENT', validFrom: '2008-09-01' }),
    ...(count % UNEMPLOYED_EVERY === 0 ? [unemployed] : []),
    {
      type: 'ClaimSubmitted',
      payload: {
        claimId: `${personRef}.a`,
        providerId: 'PASWERK',
        submittedOn: '2009-04-02',
        outcomeType: 'WORK',
        milestone: 'SUSTAINED',
        contractId: 'K1',
        trajectId: 't1',
        jobId: 'j1',
      },
    },
  ];
}
/** The contract, its tariff and complete registers, in the ledger of a data folder. */
export async function recordAgreement(folder: string): Promise<void> {
  const ledger = sqliteLedger({ path: join(folder, 'ledger.db'), clock: systemClock });
  const tell = async (stream: string, ...events: readonly (readonly [string, object])[]): Promise<void> => {
    const offered = events.map(([type, payload]) => ({
      id: uuidv7(),
      type,
      payload,
      actor: CONTRACTS,
      commandId: uuidv7(),
      commandHash: 'a'.repeat(64),
    }));
    await ledger.append(stream, 'none', offered);
  };
  await tell(
    'contract-0000-K1',
    ['ContractRegistered', { contractId: 'K1', providerId: 'PASWERK', definitionSetId: 'NL-STD', ...since }],
    ['TariffSet', { contractId: 'K1', milestone: 'SUSTAINED', cents: 300_000, ...since }],
  );
  await tell('definition-0000-NL-STD', [
    'DefinitionSetPublished',
    {
      definitionId: 'NL-STD',
      version: 1,
      parameters: PRESETS.get('NL-STD@1')?.parameters,
      text: 'T',
      decisionRef: 'B1',
      source: { system: 'IMPORT', recordedOn: '2006-01-01' },
      ...since,
    },
  ]);
  for (const system of ['UWV_POLIS', 'GWS4ALL'])
    await tell(`source-0000-${system}`, ['SourceWatermark', { system, completeThrough: '2020-01-01' }]);
  await ledger.close();
}

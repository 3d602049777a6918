import type { DefinitionParameters } from '../definitions/parameters.js';
import { noTerms, type Account, type Contract, type PublishedDefinition, type Terms } from '../terms/terms.js';
import { dayOf, FOREVER } from '../values/calendar-date.js';
import { ALWAYS } from '../values/period.js';
import { PRESET_PARAMETERS } from './preset-parameters.js';

/** What the specs' municipality agreed: contract K1 with Paswerk and K2 with Sagenn, € 3,000 each, NL-STD@1, registers complete. */
export function termsWith(
  told: {
    readonly parameters?: Partial<DefinitionParameters>;
    readonly contracts?: readonly Contract[];
    readonly watermarkOn?: string;
    /** Counts changes of the contract streams: other terms have other revisions. */
    readonly revision?: number;
  } = {},
): Terms {
  const { contracts = [contract('K1', 'PASWERK'), contract('K2', 'SAGENN')], revision = 0 } = told;
  const complete = dayOf(told.watermarkOn ?? '2020-01-01');
  return {
    ...noTerms('0392'),
    contracts: new Map(contracts.map((one) => [one.contractId, one])),
    accounts: new Map(
      contracts.flatMap(({ registrations }) =>
        registrations.map(({ providerId }) => [providerId, [knownAccount(providerId)]]),
      ),
    ),
    definitions: new Map([['NL-STD', [definition({ ...PRESET_PARAMETERS, ...told.parameters })]]]),
    watermarks: new Map([
      ['UWV_POLIS', complete],
      ['GWS4ALL', complete],
    ]),
    revisions: new Map([
      ...contracts.map((one) => [`contract-0392-${one.contractId}`, revision] as const),
      ['definition-0392-NL-STD', 0],
    ]),
  };
}

/** Long confirmed: money may go there. */
const knownAccount = (providerId: string): Account => ({
  accountId: `ACC-${providerId}`,
  activeFrom: dayOf('2000-01-01'),
  confirmedOn: dayOf('2000-01-01'),
});

const definition = (parameters: DefinitionParameters): PublishedDefinition => ({
  definitionId: 'NL-STD',
  version: 1,
  parameters,
  validFrom: '2000-01-01',
  recordedOn: dayOf('2000-01-01'),
});

/** A contract in force throughout, with one tariff. */
export const contract = (
  contractId: string,
  providerId: string,
  told: { readonly cents?: number; readonly fourEyesThresholdCents?: number } = {},
): Contract => ({
  contractId,
  registrations: [
    {
      period: ALWAYS,
      providerId,
      definitionSetId: 'NL-STD',
      ...(told.fourEyesThresholdCents !== undefined && { fourEyesThresholdCents: told.fourEyesThresholdCents }),
    },
  ],
  tariffs: [
    { milestone: 'SUSTAINED', cents: told.cents ?? 300_000, period: { from: dayOf('2000-01-01'), to: FOREVER } },
  ],
});

/** The events behind it, for streams that a spec writes itself. */
export function confirmedAccount(providerId: string): readonly { readonly type: string; readonly payload: object }[] {
  const account = { providerId, accountId: `ACC-${providerId}` };
  return [
    {
      type: 'BankAccountRegistered',
      payload: { ...account, activeFrom: '2000-01-01', ibanCommitment: 'a'.repeat(64) },
    },
    { type: 'BankAccountConfirmed', payload: { ...account, confirmedOn: '2000-01-02' } },
  ];
}

import {
  contractDecider,
  definitionDecider,
  NATIONAL_SOURCES_DEFAULT,
  PRESETS,
  providerDecider,
  sourceDecider,
  type DefinitionParameters,
  type SourceSystem,
} from '@uitkomst/domain';
import { composeIBAN } from 'ibantools';
import type { Recorder } from './recorder.js';
import { staff } from './story.js';
import { PROVIDERS } from './stories/index.js';

const FIRST_DAY = '2004-01-05';
const TARIFF_CENTS = 300_000; // Amsterdam 2007: "gemiddeld met bijna € 3.000 extra".
/** Werkplein's contract asks for a payslip with each claim. */
const WITH_PAYSLIP = 'NL-LOONSTROOK';
const CONTRACTS = staff('CONTRACTS');

/** The municipality sets out: its definition set, its providers, their contracts and tariffs. */
export async function recordTerms(recorder: Recorder): Promise<void> {
  recorder.moveTo(FIRST_DAY);
  await publishDefinition(recorder, 'NL-STD');
  await publishDefinition(recorder, WITH_PAYSLIP, { requiredEvidence: ['PAYSLIP'] });
  for (const [providerId, contractId] of Object.entries(PROVIDERS))
    await contractWith(recorder, providerId, contractId);
  const affiliation = { providerId: 'SALLCON', employerId: 'SALLCON', kind: 'OWNER', validFrom: '2004-01-01' } as const;
  await recorder.ask(providerDecider, `provider-${recorder.municipality}-SALLCON`, {
    by: CONTRACTS,
    command: { type: 'RegisterAffiliation', affiliation },
  });
}

async function publishDefinition(
  recorder: Recorder,
  definitionId: string,
  told: Partial<DefinitionParameters> = {},
): Promise<void> {
  const standard = PRESETS.get('NL-STD@1');
  if (standard === undefined) throw new Error('NL-STD@1 is not among the presets');
  const definition = {
    definitionId,
    version: 1,
    parameters: { ...standard.parameters, requiredSources: [...NATIONAL_SOURCES_DEFAULT], ...told },
    text: 'Duurzame uitstroom: regulier werk en ten minste zes maanden aaneengesloten geen uitkering of gesubsidieerd loon.',
    decisionRef: 'Raadsbesluit 2003/118',
    validFrom: '2004-01-01',
  };
  await recorder.ask(definitionDecider, `definition-${recorder.municipality}-${definitionId}`, {
    by: CONTRACTS,
    command: { type: 'PublishDefinition', definition, goldenCases: { passed: 0, failed: [] } },
  });
}

async function contractWith(recorder: Recorder, providerId: string, contractId: string): Promise<void> {
  const since = { validFrom: '2004-01-01' };
  const definitionSetId = providerId === 'WERKPLEIN' ? WITH_PAYSLIP : 'NL-STD';
  const ownership = providerId === 'SALLCON' || providerId === 'PASWERK' ? 'AFFILIATED' : 'PRIVATE';
  await recorder.ask(providerDecider, `provider-${recorder.municipality}-${providerId}`, {
    by: CONTRACTS,
    command: { type: 'RegisterProvider', provider: { providerId, ownership, ...since } },
  });
  await accountOf(recorder, providerId);
  const stream = `contract-${recorder.municipality}-${contractId}`;
  await recorder.ask(contractDecider, stream, {
    by: CONTRACTS,
    command: { type: 'RegisterContract', contract: { contractId, providerId, definitionSetId, ...since } },
  });
  await recorder.ask(contractDecider, stream, {
    by: CONTRACTS,
    command: { type: 'SetTariff', tariff: { contractId, milestone: 'SUSTAINED', cents: TARIFF_CENTS, ...since } },
  });
}

/** Contract management registers where its money goes, and somebody of finance confirms that. */
async function accountOf(recorder: Recorder, providerId: string): Promise<void> {
  const stream = `provider-${recorder.municipality}-${providerId}`;
  const accountId = `ACC-${providerId}`;
  const ordinal = Object.keys(PROVIDERS).indexOf(providerId);
  const iban = composeIBAN({ countryCode: 'NL', bban: `UITK${String(ordinal + 1).padStart(10, '0')}` }) ?? '';
  const ibanCommitment = recorder.keepAccount({ providerId, accountId }, { iban, holder: providerId });
  const account = { providerId, accountId, activeFrom: '2004-01-01', ibanCommitment };
  await recorder.ask(providerDecider, stream, { by: CONTRACTS, command: { type: 'RegisterBankAccount', account } });
  const command = { type: 'ConfirmBankAccount', accountId } as const;
  await recorder.ask(providerDecider, stream, { by: staff('FINANCE'), command });
}

/** The registers deliver: complete through the last day before `upTo`. */
export async function recordWatermarks(recorder: Recorder, completeThrough: string): Promise<void> {
  for (const system of NATIONAL_SOURCES_DEFAULT) await watermark(recorder, system, completeThrough);
}

const watermark = (recorder: Recorder, system: SourceSystem, completeThrough: string): Promise<void> =>
  recorder.ask(sourceDecider, `source-${recorder.municipality}-${system}`, {
    by: staff(system === 'UWV_POLIS' ? 'REGISTRY' : 'BENEFITS'),
    command: { type: 'RecordWatermark', watermark: { system, completeThrough } },
  });

import { PRESET_PARAMETERS } from '@uitkomst/domain/testing';
import type { Ledger } from '../ledger.js';
import { anEvent } from './events.js';

/** The municipality of the specs (Haarlem), its contract with Paswerk, and what they agreed. */
export const TOWN = '0392';

/** Adds an event to a stream, wherever it is by now. */
export async function told(
  ledger: Ledger,
  stream: string,
  event: { readonly type: string; readonly payload: object },
): Promise<void> {
  let revision = -1;
  for await (const last of ledger.readStream(stream, { backwards: true, max: 1 })) ({ revision } = last);
  const result = await ledger.append(stream, revision < 0 ? 'none' : revision, [anEvent(event)]);
  if (!result.ok) throw new Error(`${stream} was not taken`);
}

export const tariff = (ledger: Ledger, cents: number): Promise<void> =>
  told(ledger, `contract-${TOWN}-K1`, {
    type: 'TariffSet',
    payload: {
      contractId: 'K1',
      milestone: 'SUSTAINED',
      cents,
      validFrom: '2000-01-01',
    },
  });

/** A definition set, a contract with a tariff of € 3,000, an account to pay to, and complete registers. */
export async function recordTerms(ledger: Ledger): Promise<void> {
  await told(ledger, `definition-${TOWN}-NL-STD`, {
    type: 'DefinitionSetPublished',
    payload: {
      definitionId: 'NL-STD',
      version: 1,
      parameters: PRESET_PARAMETERS,
      text: 'Duurzame uitstroom naar regulier werk',
      decisionRef: '2007/12',
      validFrom: '2000-01-01',
      source: { system: 'IMPORT', recordedOn: '2000-01-01' },
    },
  });
  await told(ledger, `contract-${TOWN}-K1`, {
    type: 'ContractRegistered',
    payload: {
      contractId: 'K1',
      providerId: 'PASWERK',
      definitionSetId: 'NL-STD',
      validFrom: '2000-01-01',
    },
  });
  await tariff(ledger, 300_000);
  await told(ledger, `provider-${TOWN}-PASWERK`, {
    type: 'BankAccountRegistered',
    payload: { providerId: 'PASWERK', accountId: 'A1', activeFrom: '2000-01-01', ibanCommitment: 'a'.repeat(64) },
  });
  await told(ledger, `provider-${TOWN}-PASWERK`, {
    type: 'BankAccountConfirmed',
    payload: { providerId: 'PASWERK', accountId: 'A1', confirmedOn: '2000-01-10' },
  });
  for (const system of ['UWV_POLIS', 'GWS4ALL'])
    await told(ledger, `source-${TOWN}-${system}`, {
      type: 'SourceWatermark',
      payload: { system, completeThrough: '2020-01-01' },
    });
}

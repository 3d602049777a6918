import { textIn } from '../../parts/facts/field.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import type { EvidenceKind } from '../evidence/chosen-evidence.js';

export interface Tariff {
  readonly milestone: string;
  readonly cents: number;
  readonly validFrom: string;
}

interface ContractTerms {
  readonly tariffs: readonly Tariff[];
  readonly requiredEvidence: readonly EvidenceKind[];
}

type Recorded = Schema<'TermsHistory'>['events'][number];

/** What was agreed in a contract: tariffs, the latest first, and the evidence its definition set asks for. */
export function useContract(contractId: string): ContractTerms {
  const contract = useReading('/contracten/{contractId}', { path: { contractId } }, { enabled: contractId !== '' });
  const events = contract.data?.data.events ?? [];
  const definitionId = textIn(fieldsOf(events, 'ContractRegistered').at(-1) ?? {}, 'definitionSetId') ?? '';
  const definition = useReading(
    '/normenkaders/{definitionId}/versies',
    { path: { definitionId } },
    { enabled: definitionId !== '' },
  );
  const published = fieldsOf(definition.data?.data.events ?? [], 'DefinitionSetPublished').at(-1);
  const parameters = published?.['parameters'] as { readonly requiredEvidence?: readonly EvidenceKind[] } | undefined;
  return {
    tariffs: fieldsOf(events, 'TariffSet').map(tariffOf).toReversed(),
    requiredEvidence: parameters?.requiredEvidence ?? [],
  };
}

const fieldsOf = (events: readonly Recorded[], type: string): readonly Recorded['fields'][] =>
  events.filter((event) => event.type === type).map(({ fields }) => fields);

const tariffOf = (fields: Recorded['fields']): Tariff => ({
  milestone: String(fields['milestone']),
  cents: Number(fields['cents']),
  validFrom: String(fields['validFrom']),
});

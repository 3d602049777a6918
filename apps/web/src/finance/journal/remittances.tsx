import { DataTable } from '../../parts/data-table.js';
import { SaveButton } from '../../parts/save-button.js';
import { Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { send } from '../../shell/api/send.js';
import { useFinanceTexts } from '../finance-texts.js';

interface Props {
  readonly batchId: string;
  readonly lines: Schema<'Batch'>['lines'];
}

interface Paid {
  readonly providerId: string;
  readonly lines: number;
  readonly netCents: number;
}

/** One row a provider: how much, and the file. */
export function Remittances({ batchId, lines }: Props) {
  const texts = useFinanceTexts();
  return (
    <DataTable
      caption={texts.remittances}
      captionHidden
      empty={texts.noLines}
      rows={byProvider(lines)}
      keyOf={({ providerId }) => providerId}
      columns={[
        { head: texts.provider, cell: ({ providerId }) => providerId },
        { head: texts.lines, numeric: true, cell: (paid) => paid.lines },
        { head: texts.amount, numeric: true, cell: ({ netCents }) => <Money cents={netCents} /> },
        {
          head: texts.file,
          cell: ({ providerId }) => (
            <SaveButton
              label={texts.saveCsv}
              name={`${batchId}-${providerId}.csv`}
              content={async () => {
                const path = `/v1/betaalbatches/${batchId}/specificaties/${providerId}`;
                return (await send({ path, accept: 'text/csv' })).blob();
              }}
            />
          ),
        },
      ]}
    />
  );
}

function byProvider(lines: Props['lines']): Paid[] {
  const paid = new Map<string, Paid>();
  for (const { providerId, netCents, state } of lines) {
    if (providerId === undefined || state === 'DROPPED') continue;
    const before = paid.get(providerId) ?? { providerId, lines: 0, netCents: 0 };
    paid.set(providerId, { providerId, lines: before.lines + 1, netCents: before.netCents + netCents });
  }
  return [...paid.values()];
}

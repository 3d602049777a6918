import { DataTable } from '../../parts/data-table.js';
import { SaveButton } from '../../parts/save-button.js';
import { Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { send } from '../../shell/api/send.js';
import { useFinanceTexts } from '../finance-texts.js';
import { byProvider } from './by-provider.js';

interface Props {
  readonly batchId: string;
  readonly lines: Schema<'Batch'>['lines'];
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
        { head: texts.ordered, numeric: true, cell: ({ netCents }) => <Money cents={netCents} /> },
        { head: texts.paidOfIt, numeric: true, cell: ({ paidCents }) => <Money cents={paidCents} /> },
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

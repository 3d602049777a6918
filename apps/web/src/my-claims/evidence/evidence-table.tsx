import { DataTable } from '../../parts/data-table.js';
import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useEvidenceTexts } from './evidence-texts.js';

/** What the claim rests on, by kind and fingerprint: the files themselves stay with the provider. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly Schema<'Evidence'>[] }) {
  const texts = useEvidenceTexts();
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{texts.evidence}</h2>
      <DataTable
        caption={texts.evidence}
        captionHidden
        columns={[
          { head: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
          { head: texts.obtainedOn, cell: ({ obtainedOn }) => <Day on={obtainedOn} /> },
          { head: texts.fingerprint, cell: ({ sha256 }) => <span className="hash">{sha256}</span> },
        ]}
        rows={evidence}
        keyOf={({ id }) => id}
        empty={texts.none}
      />
    </section>
  );
}

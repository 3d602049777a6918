import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Status } from '../../parts/status.js';
import { Instant } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useClaimsTexts } from '../claims-texts.js';

/** Who approved or refused, when, on which decision, and whether that still holds. */
export function Approvals({ claimId }: { readonly claimId: string }) {
  const texts = useClaimsTexts();
  const approvals = useReading('/claims/{claimId}/beoordelingen', { path: { claimId } });
  return (
    <Loaded reading={approvals}>
      {({ results }) =>
        results.length === 0 ? null : (
          <section aria-labelledby="approvals">
            <h2 id="approvals">{texts.approvals}</h2>
            <DataTable
              caption={texts.approvals}
              captionHidden
              columns={[
                {
                  head: texts.what,
                  cell: ({ decision, step }) =>
                    decision === 'APPROVE' ? texts.approvalStep(step ?? 1) : texts.approvalRefused,
                },
                { head: texts.who, cell: ({ actor }) => actor },
                { head: texts.when, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
                {
                  head: texts.holds,
                  cell: ({ holds }) => (
                    <Status tone={holds ? 'good' : 'bad'}>{holds ? texts.stillHolds : texts.void}</Status>
                  ),
                },
                {
                  head: texts.decisionHash,
                  cell: ({ decisionHash }) => <span className="hash">{decisionHash.slice(0, 16)}…</span>,
                },
              ]}
              rows={results}
              keyOf={({ eventId }) => eventId}
            />
          </section>
        )
      }
    </Loaded>
  );
}

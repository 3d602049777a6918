import { Link } from 'react-router';
import { ClaimState } from '../../parts/claim-state.js';
import { DataTable } from '../../parts/data-table.js';
import type { Schema } from '../../shell/api/client.js';
import { useSignedIn } from '../../shell/session/session.js';
import { useFilesTexts } from '../files-texts.js';

/** Who claims what about this client, and where that stands now. */
export function ClaimsTable({ claims }: { readonly claims: Schema<'Timeline'>['claims'] }) {
  const texts = useFilesTexts();
  const { roles } = useSignedIn();
  const opens = roles.some((role) => role !== 'BENEFITS');
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{texts.claims}</h2>
      <DataTable
        caption={texts.claims}
        captionHidden
        empty={texts.noClaims}
        rows={claims}
        keyOf={({ claimId }) => claimId}
        columns={[
          {
            head: texts.claim,
            cell: ({ claimId }) => (opens ? <Link to={`/declaraties/${claimId}`}>{claimId}</Link> : claimId),
          },
          { head: texts.provider, cell: ({ providerId }) => providerId },
          { head: texts.state, cell: (claim) => <ClaimState claim={claim} /> },
        ]}
      />
    </section>
  );
}

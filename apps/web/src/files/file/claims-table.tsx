import { ClaimState } from '../../parts/claim-state.js';
import { DataTable } from '../../parts/data-table.js';
import { RoleLink } from '../../shell/session/role-link.js';
import type { Schema } from '../../shell/api/client.js';
import { useFilesTexts } from '../files-texts.js';

/** Who claims what about this client, and where that stands now. */
export function ClaimsTable({ claims }: { readonly claims: Schema<'Timeline'>['claims'] }) {
  const texts = useFilesTexts();
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
            cell: ({ claimId }) => <RoleLink to={`/declaraties/${claimId}`}>{claimId}</RoleLink>,
          },
          { head: texts.provider, cell: ({ providerId }) => providerId },
          { head: texts.state, cell: (claim) => <ClaimState claim={claim} /> },
        ]}
      />
    </section>
  );
}

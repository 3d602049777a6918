import { Link } from 'react-router';
import { ClaimState } from '../parts/claim-state.js';
import { DataTable } from '../parts/data-table.js';
import { useLetterTexts } from '../parts/letter/letter-texts.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Day, Money } from '../parts/values.js';
import { useReading } from '../shell/api/use-reading.js';
import { useBilingual } from '../shell/language/language.js';
import { useMyFileTexts } from './my-file-texts.js';

const CLAIMS_MAX = 100;

/** Everything a client can see and do here, beginning with what was claimed about it and by whom. */
export function AboutMePage() {
  const texts = useMyFileTexts();
  return (
    <Page title={texts.title}>
      <p>{texts.intro}</p>
      <ClaimsAboutMe />
      <section aria-labelledby="can">
        <h2 id="can">{texts.can}</h2>
        <ul>
          <li>
            <Link to="/mijn-dossier/verklaring">{texts.toStatement}</Link>
          </li>
          <li>
            <Link to="/mijn-dossier/klacht">{texts.toComplaint}</Link>
          </li>
          <li>
            <Link to="/mijn-dossier/inzage">{texts.toLooks}</Link>
          </li>
          <li>
            <Link to="/mijn-dossier/verloop">{texts.toCourse}</Link>
          </li>
          <li>
            <Link to="/mijn-dossier/bewijsstukken">{texts.toDocuments}</Link>
          </li>
        </ul>
      </section>
      <LettersAboutMe />
    </Page>
  );
}

function ClaimsAboutMe() {
  const texts = useMyFileTexts();
  const said = useBilingual();
  const reading = useReading('/claims', { query: { pageSize: CLAIMS_MAX } }, { live: true });
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{texts.claims}</h2>
      <Loaded reading={reading}>
        {({ results }) => (
          <>
            {results.some(({ reasons = [] }) => reasons.length > 0) && <p className="hint">{texts.reasonsExplained}</p>}
            <DataTable
              caption={texts.claims}
              captionHidden
              columns={[
                {
                  head: texts.provider,
                  cell: ({ claimId, providerId }) => (
                    <Link to={`/mijn-dossier/declaraties/${claimId}`}>{providerId}</Link>
                  ),
                },
                { head: texts.state, cell: (row) => <ClaimState claim={row} /> },
                { head: texts.submittedOn, cell: ({ submittedOn }) => <Day on={submittedOn} /> },
                { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents || null} /> },
                { head: texts.why, cell: ({ reasons = [] }) => reasons.map(({ text }) => said(text)).join(' ') || '–' },
              ]}
              rows={results}
              keyOf={({ claimId }) => claimId}
              empty={texts.noClaims}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

function LettersAboutMe() {
  const texts = useMyFileTexts();
  const reading = useReading('/bekendmakingen', { query: { pageSize: CLAIMS_MAX } });
  const claims = useReading('/claims', { query: { pageSize: CLAIMS_MAX } }, { live: true });
  const whose = (claimId: string): string =>
    claims.data?.data.results.find((claim) => claim.claimId === claimId)?.providerId ?? claimId;
  const letter = useLetterTexts();
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{texts.letters}</h2>
      <Loaded reading={reading}>
        {({ results }) => (
          <DataTable
            caption={texts.letters}
            captionHidden
            columns={[
              {
                head: texts.letter,
                cell: ({ claimId, eventId, kind }) => (
                  <Link to={`/mijn-dossier/declaraties/${claimId}/brieven/${eventId}`}>{letter.kinds[kind]}</Link>
                ),
              },
              { head: texts.aboutClaim, cell: ({ claimId }) => whose(claimId) },
              { head: letter.sentOn, cell: ({ notifiedOn }) => <Day on={notifiedOn} /> },
              { head: letter.respondUntilOn, cell: ({ termUntilOn }) => <Day on={termUntilOn} /> },
            ]}
            rows={results}
            keyOf={({ eventId }) => eventId}
            empty={texts.noLetters}
          />
        )}
      </Loaded>
    </section>
  );
}

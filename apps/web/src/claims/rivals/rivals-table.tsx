import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ClaimState } from '../../parts/claim-state.js';
import { FactDetails } from '../../parts/facts/fact-details.js';
import { FactsTable, type RecordedFact } from '../../parts/facts/facts-table.js';
import { textIn } from '../../parts/facts/field.js';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { Loaded } from '../../parts/loading.js';
import { Day, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useClaimsTexts } from '../claims-texts.js';
import { Reasons } from '../decision.js';
import { claimantsIn, statementsIn, type Claimant } from './what-each-did.js';

interface Props {
  readonly events: readonly RecordedFact[];
  readonly claimIds: readonly string[];
}

/** One column a claimant, one row a question; below it what the client and others said. */
export function RivalsTable({ events, claimIds }: Props) {
  const texts = useClaimsTexts();
  const claimants = claimantsIn(events).filter(({ claimId }) => claimIds.includes(claimId));
  const rows: readonly { readonly head: string; readonly cell: (one: Claimant) => ReactNode }[] = [
    { head: texts.state, cell: ({ claimId }) => <Standing claimId={claimId} /> },
    { head: texts.submittedOn, cell: ({ submittedOn }) => <Day on={submittedOn} /> },
    { head: texts.assignedOn, cell: ({ assigned }) => <Fact fact={assigned} /> },
    { head: texts.intakeOn, cell: ({ intakeOn }) => <Day on={intakeOn} /> },
    { head: texts.applicationOn, cell: ({ application }) => <Fact fact={application} /> },
    {
      head: texts.services,
      cell: ({ services }) => (
        <>
          {services.length === 0 && texts.noServices}
          {services.map((service) => (
            <Fact key={service.eventId} fact={service} />
          ))}
        </>
      ),
    },
  ];
  return (
    <>
      <section className="table-scroll" aria-label={texts.rivals} {...FOCUSABLE}>
        <table>
          <caption className="visually-hidden">{texts.rivals}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.aspect}</th>
              {claimants.map(({ claimId, providerId }) => (
                <th key={claimId} scope="col">
                  {providerId}
                  <br />
                  <Link to={`/declaraties/${claimId}`}>{claimId}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ head, cell }) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {claimants.map((claimant) => (
                  <td key={claimant.claimId}>{cell(claimant)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2>{texts.statements}</h2>
      <FactsTable caption={texts.statements} captionHidden facts={statementsIn(events)} empty={texts.noStatements} />
    </>
  );
}

/** A region that scrolls sideways must be reachable with the keyboard. */
const FOCUSABLE = { tabIndex: 0 };

function Standing({ claimId }: { readonly claimId: string }) {
  const claim = useReading('/claims/{claimId}', { path: { claimId } }, { live: true });
  return (
    <Loaded reading={claim}>
      {(data) => (
        <>
          <ClaimState claim={data} /> <Money cents={data.cents} />
          <Reasons reasons={data.reasons} />
        </>
      )}
    </Loaded>
  );
}

/** A fact in a cell: when, what, and how sure. */
function Fact({ fact }: { readonly fact: RecordedFact | undefined }) {
  const texts = useFactsTexts();
  if (fact === undefined) return <>–</>;
  return (
    <p>
      <Day on={textIn(fact.fields, 'validFrom')} /> <FactDetails fields={fact.fields} />
      <br />
      <span className="hint">{wordFor(texts.assurances, textIn(fact.fields, 'assurance') ?? '–')}</span>
    </p>
  );
}

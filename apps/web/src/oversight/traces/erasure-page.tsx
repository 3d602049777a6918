import { useParams } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Status, type Tone } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { dayText } from '../../shell/language/format.js';
import { useTracesTexts } from './traces-texts.js';

type List = Schema<'ErasureList'>;

const TONES: Readonly<Record<List['entries'][number]['outcome'], Tone>> = {
  PROPOSED: 'attention',
  ERASED: 'good',
  REFUSED: 'bad',
};

/** One erasure list: who is on it, on which ground, and what was decided for each. */
export function ErasurePage() {
  const texts = useTracesTexts();
  const { listId = '' } = useParams();
  const reading = useReading('/vernietigingslijsten/{listId}', { path: { listId } });
  const above = [
    { path: '/verantwoording/toezicht', title: texts.title },
    { path: '/verantwoording/toezicht/vernietigingslijsten', title: texts.erasures },
  ];
  const proposedOn = reading.data?.data.proposedOn;
  const title = proposedOn === undefined ? texts.erasureList : texts.erasureListOf(dayText(proposedOn));
  return (
    <Page title={title} above={above}>
      <Loaded reading={reading}>
        {(list) => (
          <>
            <ListFacts list={list} />
            <DataTable
              caption={texts.persons}
              columns={[
                { head: texts.dossier, cell: ({ dossierRef }) => dossierRef },
                {
                  head: texts.outcome,
                  cell: ({ outcome }) => <Status tone={TONES[outcome]}>{texts.outcomes[outcome]}</Status>,
                },
                { head: texts.ground, cell: ({ ground }) => ground ?? '–' },
                { head: texts.keepUntil, cell: ({ retentionUntilOn }) => <Day on={retentionUntilOn} /> },
              ]}
              rows={list.entries}
              keyOf={({ dossierRef }) => dossierRef}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ListFacts({ list }: { readonly list: List }) {
  const texts = useTracesTexts();
  const { listId, status, ground, proposedOn, proposer, decidedOn, decider } = list;
  return (
    <dl className="facts">
      <dt>{texts.listNumber}</dt>
      <dd>{listId}</dd>
      <dt>{texts.status}</dt>
      <dd>{texts.statuses[status]}</dd>
      <dt>{texts.ground}</dt>
      <dd>{ground}</dd>
      <dt>{texts.proposedOn}</dt>
      <dd>
        <Day on={proposedOn} />
      </dd>
      <dt>{texts.proposedBy}</dt>
      <dd>{proposer}</dd>
      <dt>{texts.decidedOn}</dt>
      <dd>
        <Day on={decidedOn} />
      </dd>
      <dt>{texts.decidedBy}</dt>
      <dd>{decider ?? '–'}</dd>
    </dl>
  );
}

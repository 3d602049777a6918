import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Timeline } from '../../parts/timeline/timeline.js';
import type { Cut } from '../../parts/cuts/cut.js';
import { useCutSaid } from '../../parts/cuts/cut-said.js';
import { EventsTable } from './events-table.js';
import { FileAt } from './file-at.js';
import { useTimeTravelTexts } from './time-travel-texts.js';

interface Props {
  readonly dossierRef: string;
  readonly cut: Cut;
  /** The dates, for links to what is asked at the same. */
  readonly search: string;
}

/** A client's file as it stood: the claims, the drawing and all that had been recorded. */
export function FilePicture({ dossierRef, cut, search }: Props) {
  const texts = useTimeTravelTexts();
  const words = useEventWords();
  const said = useCutSaid();
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{said(cut)}</h2>
      <FileAt dossierRef={dossierRef} cut={cut}>
        {({ asOf, claims, events }) => (
          <>
            <Timeline events={events} asOf={asOf} />
            <DataTable
              caption={texts.claimsThen}
              columns={[
                {
                  head: texts.claim,
                  cell: ({ claimId }) => (
                    <Link to={`/verantwoording/tijdreis/declaraties/${claimId}${search}`}>{claimId}</Link>
                  ),
                },
                { head: texts.provider, cell: ({ providerId }) => providerId },
                { head: texts.state, cell: ({ state }) => words.state(state) },
              ]}
              rows={claims}
              keyOf={({ claimId }) => claimId}
              empty={texts.noClaimsThen}
            />
            <EventsTable caption={texts.history} events={events} empty={texts.historyEmpty} />
          </>
        )}
      </FileAt>
    </section>
  );
}

import { FactsTable } from '../parts/facts/facts-table.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Timeline } from '../parts/timeline/timeline.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { useMyFileTexts } from './my-file-texts.js';
import { useOwnFile } from './own-file.js';

type Event = Schema<'TimelineEvent'>;

/** What happened on a claim is told with that claim. */
const isFact = ({ fields }: Event): boolean => fields['claimId'] === undefined;

/** Everything recorded about the client, as a drawing and as a table. */
export function CoursePage() {
  const texts = useMyFileTexts();
  const dossierRef = useOwnFile();
  const reading = useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } });
  return (
    <Page title={texts.course} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <p>{texts.courseIntro}</p>
      <Loaded reading={reading}>
        {({ events, asOf }) => (
          <>
            <Timeline events={events} asOf={asOf} />
            <FactsTable caption={texts.facts} facts={events.filter(isFact)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

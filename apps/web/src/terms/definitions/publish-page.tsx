import { useNavigate, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTermsTexts } from '../terms-texts.js';
import { PublishForm } from './publish-form.js';

/** Publishes a version on a decision of the council; its own cases come out as they should, or it is not published. */
export function PublishPage() {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { definitionId } = useParams();
  const path = { definitionId: definitionId ?? '' };
  const versions = useReading(
    '/normenkaders/{definitionId}/versies',
    { path },
    { enabled: definitionId !== undefined },
  );
  const published = (id: string): void => {
    announce(texts.published);
    void navigate(`/voorwaarden/normenkaders/${id}`);
  };
  const above = [
    { path: '/voorwaarden/normenkaders', title: texts.definitions },
    ...(definitionId === undefined
      ? []
      : [{ path: `/voorwaarden/normenkaders/${definitionId}`, title: texts.definitionTitle(definitionId) }]),
  ];
  return (
    <Page title={definitionId === undefined ? texts.newDefinition : texts.newVersion} above={above}>
      <p>{texts.publishExplained}</p>
      {definitionId === undefined ? (
        <PublishForm onPublished={published} />
      ) : (
        <Loaded reading={versions}>
          {({ events }) => (
            <PublishForm
              definitionId={definitionId}
              {...(events.at(-1) !== undefined && { last: events.at(-1)?.fields ?? {} })}
              onPublished={published}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}

import { useParams } from 'react-router';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useContract } from '../../parts/schema/contract.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFilesTexts } from '../files-texts.js';
import { CorrectForm } from './correct-form.js';

/** Corrects a fact: what was recorded is retracted, what is right comes in its place. */
export function CorrectPage() {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const { dossierRef = '', eventId = '' } = useParams();
  const contract = useContract();
  const timeline = useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } });
  const fact = timeline.data?.data.events.find((event) => event.eventId === eventId);
  const title = texts.correctTitle(fact === undefined ? texts.fact : wordFor(words.types, fact.type));
  const above = [
    { path: '/dossiers', title: texts.title },
    { path: `/dossiers/${dossierRef}`, title: texts.fileTitle(dossierRef) },
  ];
  return (
    <Page title={title} above={above}>
      <Loaded reading={timeline}>
        {() =>
          fact === undefined || fact.retracted ? (
            <p>{texts.unknownFact}</p>
          ) : (
            <Loaded reading={contract}>
              {(document) => <CorrectForm contract={document} dossierRef={dossierRef} fact={fact} />}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

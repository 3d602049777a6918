import { useParams, useSearchParams } from 'react-router';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useContract, type Contract } from '../../parts/schema/contract.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFilesTexts } from '../files-texts.js';
import { kindsFor } from './kinds.js';
import { RecordForm } from './record-form.js';

/** Records a fact: first which kind, then its fields. */
export function RecordPage() {
  const texts = useFilesTexts();
  const { dossierRef = '' } = useParams();
  const contract = useContract();
  const [asked] = useSearchParams();
  const above = [
    { path: '/dossiers', title: texts.title },
    { path: `/dossiers/${dossierRef}`, title: texts.fileTitle(dossierRef) },
  ];
  const type = asked.get('soort') ?? '';
  return (
    <Page title={texts.recordTitle} above={above}>
      <Loaded reading={contract}>
        {(document) => (
          <>
            <KindOfFact document={document} type={type} />
            {type !== '' && <RecordForm key={type} contract={document} dossierRef={dossierRef} type={type} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface KindProps {
  readonly document: Contract;
  readonly type: string;
}

/** Which kind of fact, kept in the address; only those that this role may record. */
function KindOfFact({ document, type }: KindProps) {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const { roles } = useSignedIn();
  const [, setAsked] = useSearchParams();
  const types = kindsFor(document, roles);
  if (types.length === 0) return <p>{texts.mayRecordNone}</p>;
  return (
    <ChoiceField
      pointer="/type"
      label={texts.kindOfFact}
      hint={texts.kindHint}
      none={texts.choose}
      options={types.map((one) => [one, wordFor(words.types, one)])}
      value={type}
      onChange={(soort) => setAsked({ soort })}
    />
  );
}

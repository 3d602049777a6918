import { useState } from 'react';
import { Loaded } from '../../parts/loading.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFilesTexts } from '../files-texts.js';
import { IdentityForm } from './identity-form.js';

/** Name and address, fetched from the vault only when somebody asks, because each look is recorded. */
export function Identity({ dossierRef }: { readonly dossierRef: string }) {
  const texts = useFilesTexts();
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{texts.identity}</h2>
      <p>{texts.identityExplained}</p>
      {shown ? (
        <Shown dossierRef={dossierRef} />
      ) : (
        <p>
          <button type="button" onClick={() => setShown(true)}>
            {texts.showIdentity}
          </button>
        </p>
      )}
    </section>
  );
}

function Shown({ dossierRef }: { readonly dossierRef: string }) {
  const texts = useFilesTexts();
  const [changing, setChanging] = useState(false);
  const kept = useReading('/dossiers/{dossierRef}/persoonsgegevens', { path: { dossierRef } });
  return (
    <Loaded reading={kept}>
      {({ identity }) =>
        changing ? (
          <IdentityForm dossierRef={dossierRef} identity={identity} onDone={() => setChanging(false)} />
        ) : (
          <>
            {identity === null ? (
              <p>{texts.noIdentity}</p>
            ) : (
              <dl className="facts">
                <dt>{texts.name}</dt>
                <dd>{identity.name}</dd>
                <dt>{texts.address}</dt>
                <dd>{identity.address ?? '–'}</dd>
              </dl>
            )}
            <p>
              <button type="button" onClick={() => setChanging(true)}>
                {texts.changeIdentity}
              </button>
            </p>
          </>
        )
      }
    </Loaded>
  );
}

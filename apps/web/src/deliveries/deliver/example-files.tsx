import { csvBlob } from '../../parts/csv.js';
import { Loaded } from '../../parts/loading.js';
import { SaveButton } from '../../parts/save-button.js';
import { useContract } from '../../parts/schema/contract.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';
import { examplesFor } from './examples.js';

/** Files to begin from, made from what the server asks of a row: one for each kind of delivery that somebody may bring. */
export function ExampleFiles() {
  const texts = useDeliveriesTexts();
  const { roles } = useSignedIn();
  const contract = useContract();
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">{texts.examples}</h2>
      <p>{texts.examplesExplained}</p>
      <Loaded reading={contract}>
        {(document) => (
          <div className="buttons">
            {[...examplesFor(document, roles)].map(([name, rows]) => (
              <SaveButton
                key={name}
                label={texts.saveExample[name]}
                name={`${texts.exampleFile[name]}.csv`}
                content={async () => csvBlob(rows)}
              />
            ))}
          </div>
        )}
      </Loaded>
    </section>
  );
}

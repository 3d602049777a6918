import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useTermsTexts } from '../terms-texts.js';
import { ActivateForm } from './activate-form.js';

/** Which version of the rules decides, from which day, and by whose decision. */
export function RuleSetsPage() {
  const texts = useTermsTexts();
  const { roles } = useSignedIn();
  const ruleSets = useReading('/regelsets', {});
  return (
    <Page title={texts.rules}>
      <p>{texts.rulesExplained}</p>
      <Loaded reading={ruleSets}>
        {({ active, known, results }) => (
          <>
            <p>
              {texts.rulesNow} <strong>{active}</strong>
            </p>
            <DataTable
              caption={texts.rules}
              captionHidden
              empty={texts.noRules}
              rows={results.toReversed()}
              keyOf={({ ruleSet, validFrom }) => `${ruleSet} ${validFrom}`}
              columns={[
                { head: texts.ruleSet, cell: ({ ruleSet }) => ruleSet },
                { head: texts.holds, cell: ({ validFrom }) => <Day on={validFrom} /> },
                { head: texts.decision, cell: ({ decisionRef }) => decisionRef ?? '–' },
              ]}
            />
            {roles.includes('CONTRACTS') && <ActivateForm known={known} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

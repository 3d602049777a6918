import { Day, Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import type { Cut } from '../../parts/cuts/cut.js';
import { useCutSaid } from '../../parts/cuts/cut-said.js';
import { useDecisionTexts } from './decision-texts.js';
import { ExplanationAt } from './explanation-at.js';
import { RulesTable } from './rules-table.js';

interface Props {
  readonly claimId: string;
  readonly cut: Cut;
}

/** What the rules say of a claim on two dates, down to the events each rule rests on. */
export function DecisionPicture({ claimId, cut }: Props) {
  const texts = useDecisionTexts();
  const said = useCutSaid();
  return (
    <>
      <section aria-labelledby="outcome">
        <h2 id="outcome">{said(cut)}</h2>
        <ExplanationAt claimId={claimId} cut={cut}>
          {(explanation) => <OutcomeFacts explanation={explanation} />}
        </ExplanationAt>
      </section>
      <section aria-labelledby="why">
        <h2 id="why">{texts.why}</h2>
        <ExplanationAt claimId={claimId} cut={cut}>
          {({ rules, facts }) => <RulesTable rules={rules} facts={facts} />}
        </ExplanationAt>
      </section>
    </>
  );
}

function OutcomeFacts({ explanation }: { readonly explanation: Schema<'Explanation'> }) {
  const texts = useDecisionTexts();
  const { outcome, cents, untilOn, definition, decisionHash, recordedDecisionHash } = explanation;
  return (
    <>
      <dl className="facts">
        <dt>{texts.outcome}</dt>
        <dd>
          <strong>{texts.outcomes[outcome]}</strong>
        </dd>
        <dt>{texts.amount}</dt>
        <dd>
          <Money cents={cents} />
        </dd>
        {untilOn !== undefined && (
          <>
            <dt>{texts.until}</dt>
            <dd>
              <Day on={untilOn} />
            </dd>
          </>
        )}
        <dt>{texts.definition}</dt>
        <dd>{definition ?? '–'}</dd>
      </dl>
      {recordedDecisionHash !== undefined && (
        <p>{recordedDecisionHash === decisionHash ? texts.same : texts.different}</p>
      )}
    </>
  );
}

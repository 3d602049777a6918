import { DataTable } from '../../parts/data-table.js';
import { dayText, moneyText } from '../../shell/language/format.js';
import { useBilingual } from '../../shell/language/language.js';
import type { Schema } from '../../shell/api/client.js';
import type { Cut } from '../../parts/cuts/cut.js';
import { useCutSaid } from '../../parts/cuts/cut-said.js';
import { EventsBehind } from '../time-travel/file-difference.js';
import { FileAt } from '../time-travel/file-at.js';
import { useDecisionTexts } from './decision-texts.js';
import { ExplanationAt } from './explanation-at.js';

interface Props {
  readonly claimId: string;
  readonly cut: Cut;
  readonly other: Cut;
}

/** What differs in the decision between two pairs of dates, and the events behind it. */
export function DecisionDifference({ claimId, cut, other }: Props) {
  const texts = useDecisionTexts();
  const said = useCutSaid();
  const dossierRef = claimId.split('.')[0] ?? '';
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{texts.difference}</h2>
      <ol>
        <li>{said(cut)}</li>
        <li>{said(other)}</li>
      </ol>
      <ExplanationAt claimId={claimId} cut={cut}>
        {(first) => (
          <ExplanationAt claimId={claimId} cut={other}>
            {(second) => <Changed first={first} second={second} />}
          </ExplanationAt>
        )}
      </ExplanationAt>
      <FileAt dossierRef={dossierRef} cut={cut}>
        {(first) => (
          <FileAt dossierRef={dossierRef} cut={other}>
            {(second) => <EventsBehind first={first} second={second} />}
          </FileAt>
        )}
      </FileAt>
    </section>
  );
}

type Explanation = Schema<'Explanation'>;

interface Both {
  readonly first: Explanation;
  readonly second: Explanation;
}

/** Outcome, amount and every rule that answers differently, side by side. */
function Changed({ first, second }: Both) {
  const texts = useDecisionTexts();
  const answerOf = useAnswer();
  const inSecond = new Map(second.rules.map((rule) => [rule.rule, rule]));
  const rows = [
    { what: texts.outcome, first: texts.outcomes[first.outcome], second: texts.outcomes[second.outcome] },
    { what: texts.amount, first: moneyText(first.cents), second: moneyText(second.cents) },
    { what: texts.until, first: untilIn(first), second: untilIn(second) },
    ...first.rules.map((rule) => ({
      what: `${texts.rule} ${rule.rule}`,
      first: answerOf(rule),
      second: answerOf(inSecond.get(rule.rule)),
    })),
  ].filter((row) => row.first !== row.second);
  return (
    <DataTable
      caption={texts.difference}
      captionHidden
      columns={[
        { head: texts.what, cell: ({ what }) => what },
        { head: texts.first, cell: (row) => row.first },
        { head: texts.second, cell: (row) => row.second },
      ]}
      rows={rows}
      keyOf={({ what }) => what}
      empty={texts.unchanged}
    />
  );
}

const untilIn = ({ untilOn }: Explanation): string => (untilOn === undefined ? '–' : dayText(untilOn));

/** A rule's answer in one sentence. */
function useAnswer(): (rule: Explanation['rules'][number] | undefined) => string {
  const texts = useDecisionTexts();
  const said = useBilingual();
  return (rule) => {
    if (rule === undefined) return '–';
    const result = texts.results[rule.result];
    return rule.text === undefined ? result : `${result}: ${said(rule.text)}`;
  };
}

import { Link } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { UsedFacts } from '../../parts/facts/used-facts.js';
import { RuleSource } from '../../parts/facts/rule-source.js';
import { Status, type Tone } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useBilingual } from '../../shell/language/language.js';
import { useDecisionTexts } from './decision-texts.js';

type Explanation = Schema<'Explanation'>;
type Rule = Explanation['rules'][number];

interface Props {
  readonly rules: readonly Rule[];
  readonly facts: Explanation['facts'];
}

const TONES: Readonly<Record<Rule['result'], Tone>> = {
  PASS: 'good',
  FAIL: 'bad',
  UNKNOWN: 'attention',
  NA: 'neutral',
  INFO: 'neutral',
};

/** Every rule: first those that decide, the others folded away. */
export function RulesTable({ rules, facts }: Props) {
  const texts = useDecisionTexts();
  const standing = rules.filter(({ result }) => result === 'FAIL' || result === 'UNKNOWN');
  const others = rules.filter((rule) => !standing.includes(rule));
  return (
    <>
      <Rules facts={facts} caption={texts.standing} rules={standing} />
      <details>
        <summary>{texts.others(others.length)}</summary>
        <Rules facts={facts} caption={texts.others(others.length)} rules={others} />
      </details>
    </>
  );
}

/** Each event is a way down to its proof. */
const toProof = (eventId: string, name: string) => <Link to={`/verantwoording/gebeurtenissen/${eventId}`}>{name}</Link>;

function Rules({ facts, caption, rules }: Props & { readonly caption: string }) {
  const texts = useDecisionTexts();
  const said = useBilingual();
  const columns: Column<Rule>[] = [
    { head: texts.rule, cell: ({ rule }) => rule },
    { head: texts.result, cell: ({ result }) => <Status tone={TONES[result]}>{texts.results[result]}</Status> },
    {
      head: texts.norm,
      cell: ({ statement, text, source, untilOn }) => (
        <>
          {text !== undefined && (
            <p>
              <strong>{said(text)}</strong>{' '}
              {untilOn !== undefined && (
                <>
                  {texts.until} <Day on={untilOn} />
                </>
              )}
            </p>
          )}
          <p>{said(statement)}</p>
          <RuleSource source={source} />
        </>
      ),
    },
    { head: texts.evidence, cell: (rule) => <UsedFacts rule={rule} facts={facts} link={toProof} /> },
  ];
  return (
    <DataTable caption={caption} columns={columns} rows={rules} keyOf={({ rule }) => rule} empty={texts.noneStanding} />
  );
}

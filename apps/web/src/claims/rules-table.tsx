import { DataTable, type Column } from '../parts/data-table.js';
import { FactLink } from '../parts/facts/fact-anchor.js';
import type { RecordedFact } from '../parts/facts/facts-table.js';
import { UsedFacts } from '../parts/facts/used-facts.js';
import { RuleSource } from '../parts/facts/rule-source.js';
import { Status, type Tone } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { useClaimsTexts } from './claims-texts.js';

type Explanation = Schema<'Explanation'>;
type Rule = Explanation['rules'][number];

interface Props {
  readonly explanation: Explanation;
  /** The events in the table of facts on the same page. */
  readonly events: readonly RecordedFact[];
}

const TONES: Readonly<Record<Rule['result'], Tone>> = {
  FAIL: 'bad',
  UNKNOWN: 'attention',
  PASS: 'good',
  NA: 'neutral',
  INFO: 'neutral',
};
const STANDS_OUT: ReadonlySet<Rule['result']> = new Set(['FAIL', 'UNKNOWN', 'INFO']);

/** Every rule's answer with the facts it rests on; what stands in the way comes first, the rest can be unfolded. */
export function RulesTable({ explanation: { rules, facts, definition, asOf }, events }: Props) {
  const texts = useClaimsTexts();
  const standing = rules.filter(({ result }) => STANDS_OUT.has(result));
  const others = rules.filter(({ result }) => !STANDS_OUT.has(result));
  return (
    <>
      <p>
        {texts.decidedBy(definition ?? '–')} <Day on={asOf} />.
      </p>
      {standing.length > 0 && <Rules caption={texts.standing} rules={standing} facts={facts} events={events} />}
      <details>
        <summary>{texts.passedRules(others.length)}</summary>
        <Rules caption={texts.passedRules(others.length)} rules={others} facts={facts} events={events} />
      </details>
    </>
  );
}

interface RulesProps {
  readonly caption: string;
  readonly rules: readonly Rule[];
  readonly facts: Explanation['facts'];
  readonly events: readonly RecordedFact[];
}

function Rules({ caption, rules, facts, events }: RulesProps) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  // What was agreed outside the file is not in its table.
  const link = (eventId: string, name: string) =>
    events.some((event) => event.eventId === eventId) ? <FactLink eventId={eventId} name={name} /> : name;
  const columns: Column<Rule>[] = [
    { head: texts.rule, cell: ({ rule }) => rule },
    { head: texts.result, cell: ({ result }) => <Status tone={TONES[result]}>{texts.results[result]}</Status> },
    {
      head: texts.statement,
      cell: ({ statement, text, source }) => (
        <>
          {text !== undefined && <p>{said(text)}</p>}
          <p className={text === undefined ? '' : 'hint'}>{said(statement)}</p>
          <RuleSource source={source} />
        </>
      ),
    },
    { head: texts.restsOn, cell: (rule) => <UsedFacts rule={rule} facts={facts} link={link} /> },
  ];
  return <DataTable caption={caption} captionHidden columns={columns} rows={rules} keyOf={({ rule }) => rule} />;
}

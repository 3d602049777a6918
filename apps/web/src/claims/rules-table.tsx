import { DataTable, type Column } from '../parts/data-table.js';
import { useFactsTexts, wordFor } from '../parts/facts/facts-texts.js';
import { systemOf, textIn } from '../parts/facts/field.js';
import type { RecordedFact } from '../parts/facts/facts-table.js';
import { Status, type Tone } from '../parts/status.js';
import { Day, Instant } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { useClaimsTexts } from './claims-texts.js';

type Explanation = Schema<'Explanation'>;
type Rule = Explanation['rules'][number];

interface Props {
  readonly explanation: Explanation;
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
export function RulesTable({ explanation: { rules, definition, asOf }, events }: Props) {
  const texts = useClaimsTexts();
  const standing = rules.filter(({ result }) => STANDS_OUT.has(result));
  const others = rules.filter(({ result }) => !STANDS_OUT.has(result));
  return (
    <>
      <p>
        {texts.decidedBy(definition ?? '–')} <Day on={asOf} />.
      </p>
      {standing.length > 0 && <Rules caption={texts.standing} rules={standing} events={events} />}
      <details>
        <summary>{texts.passedRules(others.length)}</summary>
        <Rules caption={texts.passedRules(others.length)} rules={others} events={events} />
      </details>
    </>
  );
}

interface RulesProps {
  readonly caption: string;
  readonly rules: readonly Rule[];
  readonly events: readonly RecordedFact[];
}

function Rules({ caption, rules, events }: RulesProps) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  const columns: Column<Rule>[] = [
    { head: texts.rule, cell: ({ rule }) => rule },
    { head: texts.result, cell: ({ result }) => <Status tone={TONES[result]}>{texts.results[result]}</Status> },
    {
      head: texts.statement,
      cell: ({ statement, text, source }) => (
        <>
          {text !== undefined && <p>{said(text)}</p>}
          <p className={text === undefined ? '' : 'hint'}>{said(statement)}</p>
          {source !== undefined && <p className="hint">{source}</p>}
        </>
      ),
    },
    { head: texts.restsOn, cell: ({ evidence }) => <Evidence eventIds={evidence} events={events} /> },
  ];
  return <DataTable caption={caption} captionHidden columns={columns} rows={rules} keyOf={({ rule }) => rule} />;
}

interface EvidenceProps {
  readonly eventIds: readonly string[];
  readonly events: readonly RecordedFact[];
}

/** The facts a rule rests on: what, from whom, how sure, and when the ledger heard. */
function Evidence({ eventIds, events }: EvidenceProps) {
  const texts = useFactsTexts();
  return (
    <ul className="evidence">
      {events
        .filter(({ eventId }) => eventIds.includes(eventId))
        .map(({ eventId, type, recordedAt, role, fields }) => (
          <li key={eventId}>
            {wordFor(texts.types, type)}
            {typeof fields['validFrom'] === 'string' && (
              <>
                {' '}
                <Day on={fields['validFrom']} />
              </>
            )}
            <br />
            <span className="hint">
              {wordFor(texts.systems, systemOf(fields) ?? role)} ·{' '}
              {wordFor(texts.assurances, textIn(fields, 'assurance') ?? '–')} · <Instant at={recordedAt} />
            </span>
          </li>
        ))}
    </ul>
  );
}

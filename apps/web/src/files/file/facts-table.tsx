import { useState } from 'react';
import { DataTable, type Column } from '../../parts/data-table.js';
import { DocumentsOfFact } from '../../parts/evidence/documents-of-fact.js';
import { FactFields } from '../../parts/facts/fact-fields.js';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { Status } from '../../parts/status.js';
import type { Schema } from '../../shell/api/client.js';
import { instantText } from '../../shell/language/format.js';
import { useFilesTexts } from '../files-texts.js';
import { FactActions } from './fact-actions.js';
import { HeldFrom, Origin } from './fact-cells.js';
import { isFact, newestFirst, saidIn } from './facts.js';

type Event = Schema<'TimelineEvent'>;

interface Props {
  readonly dossierRef: string;
  readonly events: readonly Event[];
}

/** Everything recorded about the client, newest first: when it was so and when it was recorded. */
export function FactsTable({ dossierRef, events }: Props) {
  const texts = useFilesTexts();
  const [all, setAll] = useState(false);
  const facts = newestFirst(events.filter(isFact));
  const retracted = facts.filter((fact) => fact.retracted);
  const columns: Column<Event>[] = [
    { head: texts.fact, cell: (fact) => <FactName fact={fact} /> },
    { head: texts.what, cell: ({ fields }) => <Said dossierRef={dossierRef} fields={fields} /> },
    { head: texts.heldFrom, cell: ({ fields }) => <HeldFrom fields={fields} /> },
    { head: texts.recorded, cell: (fact) => <Recorded fact={fact} /> },
    { head: texts.origin, cell: ({ fields }) => <Origin fields={fields} /> },
    { head: texts.action, cell: (fact) => <FactActions dossierRef={dossierRef} fact={fact} /> },
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{texts.facts}</h2>
      <p>{texts.factsExplained}</p>
      {retracted.length > 0 && (
        <p>
          <button type="button" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? texts.hideRetracted : texts.showRetracted(retracted.length)}
          </button>
        </p>
      )}
      <DataTable
        caption={texts.facts}
        captionHidden
        empty={texts.noFacts}
        rows={all ? facts : facts.filter((fact) => !fact.retracted)}
        keyOf={({ eventId }) => eventId}
        columns={columns}
      />
    </section>
  );
}

function Said({ dossierRef, fields }: { readonly dossierRef: string; readonly fields: Event['fields'] }) {
  return (
    <>
      <FactFields fields={saidIn(fields)} />
      <DocumentsOfFact dossierRef={dossierRef} fields={fields} />
    </>
  );
}

function FactName({ fact: { type, retracted } }: { readonly fact: Event }) {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  return (
    <>
      {wordFor(words.types, type)}
      {retracted && (
        <>
          {' '}
          <Status tone="neutral">{texts.retracted}</Status>
        </>
      )}
    </>
  );
}

function Recorded({ fact: { recordedAt, actor, role } }: { readonly fact: Event }) {
  const texts = useFilesTexts();
  return (
    <>
      <time dateTime={recordedAt}>{instantText(recordedAt)}</time>
      <br />
      {texts.recordedBy(actor === undefined ? texts.roles[role] : `${actor} (${texts.roles[role]})`)}
    </>
  );
}

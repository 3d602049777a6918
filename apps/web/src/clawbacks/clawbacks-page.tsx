import { PresentLink } from '../parts/cuts/present-link.js';
import { StateList, useStateList } from '../parts/state-list.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { useClawbacksTexts } from './clawbacks-texts.js';

/** All clawbacks of the municipality, by where they stand. */
export function ClawbacksPage() {
  const texts = useClawbacksTexts();
  const asked = useStateList<Schema<'Clawback'>['state']>();
  const clawbacks = useReading('/terugvorderingen', { query: asked.query }, { keep: true });
  return (
    <StateList
      asked={asked}
      reading={clawbacks}
      title={texts.title}
      filter={texts.filter}
      states={texts.states}
      empty={texts.empty}
      columns={[
        {
          head: texts.clawback,
          cell: ({ clawbackId }) => (
            <PresentLink isPast={asked.isPast} to={`/terugvorderingen/${clawbackId}`}>
              {clawbackId}
            </PresentLink>
          ),
        },
        { head: texts.provider, cell: ({ providerId }) => providerId },
        {
          head: texts.state,
          cell: ({ state }) => (
            <Status tone={state === 'PROPOSED' ? 'attention' : 'neutral'}>{texts.states[state]}</Status>
          ),
        },
        { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
        { head: texts.outstanding, numeric: true, cell: (row) => <Money cents={row.outstandingCents} /> },
        { head: texts.proposedOn, cell: ({ proposedOn }) => <Day on={proposedOn} /> },
        { head: texts.hearingUntil, cell: ({ hearingUntilOn }) => <Day on={hearingUntilOn} /> },
      ]}
      keyOf={({ clawbackId }) => clawbackId}
    />
  );
}

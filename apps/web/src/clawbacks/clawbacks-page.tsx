import { PresentLink } from '../parts/cuts/present-link.js';
import { StateList, useStateList } from '../parts/state-list.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText } from '../shell/language/format.js';
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
          cell: ({ clawbackId, providerId, proposedOn }) => (
            <PresentLink isPast={asked.isPast} to={`/terugvorderingen/${clawbackId}`}>
              {texts.clawbackOn(providerId, dayText(proposedOn))}
            </PresentLink>
          ),
        },
        { head: texts.claim, cell: ({ claimId }) => claimId },
        {
          head: texts.state,
          cell: ({ state }) => (
            <Status tone={state === 'PROPOSED' ? 'attention' : 'neutral'}>{texts.states[state]}</Status>
          ),
        },
        { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
        { head: texts.outstanding, numeric: true, cell: (row) => <Money cents={row.outstandingCents} /> },
        { head: texts.hearingUntil, cell: ({ hearingUntilOn }) => <Day on={hearingUntilOn} /> },
      ]}
      keyOf={({ clawbackId }) => clawbackId}
    />
  );
}

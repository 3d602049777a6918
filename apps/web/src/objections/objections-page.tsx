import { PresentLink } from '../parts/cuts/present-link.js';
import { StateList, useStateList } from '../parts/state-list.js';
import { Status } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText } from '../shell/language/format.js';
import { useObjectionsTexts } from './objections-texts.js';

/** All objections, by where they stand, with the day by which each must be decided. */
export function ObjectionsPage() {
  const texts = useObjectionsTexts();
  const asked = useStateList<Schema<'Objection'>['state']>();
  const objections = useReading('/bezwaren', { query: asked.query }, { keep: true });
  return (
    <StateList
      asked={asked}
      reading={objections}
      title={texts.title}
      filter={texts.filter}
      states={texts.states}
      empty={texts.empty}
      columns={[
        {
          head: texts.objection,
          cell: ({ objectionId, providerId, filedOn }) => (
            <PresentLink isPast={asked.isPast} to={`/bezwaren/${objectionId}`}>
              {texts.objectionOn(providerId, dayText(filedOn))}
            </PresentLink>
          ),
        },
        { head: texts.claim, cell: ({ claimId }) => claimId },
        { head: texts.by, cell: ({ parties }) => parties.map((party) => texts.parties[party]).join(', ') },
        {
          head: texts.state,
          cell: ({ state }) => <Status tone={state === 'OPEN' ? 'attention' : 'neutral'}>{texts.states[state]}</Status>,
        },
        { head: texts.decideBy, cell: ({ decideByOn }) => <Day on={decideByOn} /> },
      ]}
      keyOf={({ objectionId }) => objectionId}
    />
  );
}

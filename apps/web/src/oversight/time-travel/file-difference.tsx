import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import type { Schema } from '../../shell/api/client.js';
import type { Cut } from '../../parts/cuts/cut.js';
import { useCutSaid } from '../../parts/cuts/cut-said.js';
import { changedClaims, changedEvents } from './difference.js';
import { EventsTable } from './events-table.js';
import { FileAt } from './file-at.js';
import { useTimeTravelTexts } from './time-travel-texts.js';

interface Props {
  readonly dossierRef: string;
  readonly cut: Cut;
  readonly other: Cut;
}

/** What differs between a file on two pairs of dates, and the events that make the difference. */
export function FileDifference({ dossierRef, cut, other }: Props) {
  const texts = useTimeTravelTexts();
  const said = useCutSaid();
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{texts.difference}</h2>
      <ol>
        <li>{said(cut)}</li>
        <li>{said(other)}</li>
      </ol>
      <FileAt dossierRef={dossierRef} cut={cut}>
        {(first) => (
          <FileAt dossierRef={dossierRef} cut={other}>
            {(second) => (
              <>
                <ChangedClaims first={first} second={second} />
                <EventsBehind first={first} second={second} />
              </>
            )}
          </FileAt>
        )}
      </FileAt>
    </section>
  );
}

interface Both {
  readonly first: Schema<'Timeline'>;
  readonly second: Schema<'Timeline'>;
}

function ChangedClaims({ first, second }: Both) {
  const texts = useTimeTravelTexts();
  const words = useEventWords();
  const stateIn = (state: string | undefined): string => (state === undefined ? texts.notYet : words.state(state));
  return (
    <DataTable
      caption={texts.claimsChanged}
      columns={[
        { head: texts.claim, cell: ({ claimId }) => claimId },
        { head: texts.first, cell: (claim) => stateIn(claim.first) },
        { head: texts.second, cell: (claim) => stateIn(claim.second) },
      ]}
      rows={changedClaims(first, second)}
      keyOf={({ claimId }) => claimId}
      empty={texts.noClaimsChanged}
    />
  );
}

/** The events that count in one picture and not, or not in the same way, in the other. */
export function EventsBehind({ first, second }: Both) {
  const texts = useTimeTravelTexts();
  const changed = changedEvents(first, second);
  const changeOf = new Map(changed.map(({ event, change }) => [event.eventId, change]));
  return (
    <EventsTable
      caption={texts.behind}
      events={changed.map(({ event }) => event)}
      empty={texts.nothingBehind}
      remark={{ head: texts.inWhich, of: ({ eventId }) => texts.changes[changeOf.get(eventId) ?? 'ONLY_SECOND'] }}
    />
  );
}

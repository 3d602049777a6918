import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Status } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useFilesTexts } from '../files-texts.js';

/** One row a traject: since when it is silent, and what was heard last. */
export function SilentTrajects({ rows }: { readonly rows: readonly Schema<'SilentTraject'>[] }) {
  const texts = useFilesTexts();
  const words = useEventWords();
  return (
    <DataTable
      caption={texts.silence}
      captionHidden
      empty={texts.noSilence}
      rows={rows}
      keyOf={({ dossierRef, trajectId }) => `${dossierRef} ${trajectId}`}
      columns={[
        {
          head: texts.dossier,
          cell: ({ dossierRef }) => <Link to={`/dossiers/${dossierRef}`}>{dossierRef}</Link>,
        },
        {
          head: texts.traject,
          cell: ({ trajectId, suspended }) => (
            <>
              {trajectId} {suspended && <Status tone="neutral">{texts.suspended}</Status>}
            </>
          ),
        },
        { head: texts.provider, cell: ({ providerId }) => providerId },
        { head: texts.started, cell: ({ startedOn }) => <Day on={startedOn} /> },
        { head: texts.silentSince, cell: ({ lastHeardOn }) => <Day on={lastHeardOn} /> },
        { head: texts.silentDays, numeric: true, cell: ({ silentDays }) => silentDays },
        { head: texts.lastHeard, cell: ({ lastHeard }) => words.name(lastHeard) },
      ]}
    />
  );
}

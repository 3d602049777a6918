import { useState } from 'react';
import type { RecordedFact } from '../../parts/facts/facts-table.js';
import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { shareText } from '../../shell/language/format.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { useClaimsTexts } from '../claims-texts.js';
import { AttributionDialog } from './attribution-dialog.js';
import { claimantsIn, sharersOf } from './what-each-did.js';

interface Props {
  readonly dossierRef: string;
  readonly events: readonly RecordedFact[];
  /** Where each claim of the file stands, by its id. */
  readonly states: ReadonlyMap<string, string>;
  readonly attribution: Schema<'Attribution'>;
  readonly canDecide: boolean;
}

/** Toerekening of one job: how it was divided, or that it was not yet, and the way to decide it. */
export function Attribution({ dossierRef, events, states, attribution, canDecide }: Props) {
  const texts = useClaimsTexts();
  const words = useEventWords();
  const [open, setOpen] = useState(false);
  const { jobId, shares, grounds, decidedOn } = attribution;
  const claimants = claimantsIn(events).filter((one) => one.jobId === jobId);
  const sharers = sharersOf(claimants, states);
  return (
    <div>
      <h3>{texts.job(jobId)}</h3>
      {shares === null ? (
        <p>{texts.notAttributed}</p>
      ) : (
        <p>
          {Object.entries(shares)
            .map(([providerId, points]) => `${providerId} ${shareText(points)}`)
            .join(', ')}{' '}
          (<Day on={decidedOn} />
          {grounds !== null && `, ${words.code(grounds)}`})
        </p>
      )}
      {canDecide && claimants.length > 0 && (
        <button type="button" onClick={() => setOpen(true)}>
          {texts.attribute}
        </button>
      )}
      {open && (
        <AttributionDialog {...{ dossierRef, attribution, claimants, sharers }} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

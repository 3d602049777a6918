import { Link, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { FactFields } from '../../parts/facts/fact-fields.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Page } from '../../parts/page.js';
import { Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import type { CheckedEvent } from './check-event.js';
import { ProofResult } from './proof-result.js';
import { useProofTexts } from './proof-texts.js';
import { useCheckedEvent } from './use-checked.js';

/** One event of the ledger: what it says, and the proof that it stands there unchanged, checked in this browser. */
export function EventPage() {
  const texts = useProofTexts();
  const words = useEventWords();
  const { eventId = '' } = useParams();
  const proof = useReading('/gebeurtenissen/{eventId}/bewijs', { path: { eventId } });
  const keys = useReading('/zegelsleutels', {});
  const checked = useCheckedEvent(eventId, proof.data?.data, keys.data?.data.results);
  const type = proof.data?.data.type;
  return (
    <Page
      title={type === undefined ? texts.event : words.name(type)}
      above={[{ path: '/verantwoording/grootboek', title: texts.ledger }]}
    >
      <Loaded reading={proof}>
        {(data) => (
          <>
            <Recorded proof={data} checked={checked} />
            <section aria-labelledby="proof">
              <h2 id="proof">{texts.proof}</h2>
              <Loaded reading={keys}>
                {({ results }) => <ProofResult proof={data} keys={results} checked={checked} />}
              </Loaded>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface RecordedProps {
  readonly proof: Schema<'EventProof'>;
  readonly checked: CheckedEvent | undefined;
}

function Recorded({ proof: { eventId, recordedAt, dossierRef }, checked }: RecordedProps) {
  const texts = useProofTexts();
  const roles: Readonly<Record<string, string>> = useShellTexts().roles;
  const { id, role = '' } = checked?.actor ?? {};
  return (
    <>
      <dl className="facts">
        <dt>{texts.recordedAt}</dt>
        <dd>
          <Instant at={recordedAt} />
        </dd>
        {checked !== undefined && (
          <>
            <dt>{texts.recordedBy}</dt>
            <dd>
              {roles[role] ?? role} {role !== 'SYSTEM' && id !== undefined && `(${id})`}
            </dd>
          </>
        )}
        {dossierRef !== undefined && (
          <>
            <dt>{texts.dossier}</dt>
            <dd>
              <Link to={`/verantwoording/tijdreis/dossiers/${dossierRef}`}>{dossierRef}</Link>
            </dd>
          </>
        )}
        <dt>{texts.number}</dt>
        <dd className="hash">{eventId}</dd>
      </dl>
      <h2>{texts.content}</h2>
      {checked !== undefined && <FactFields fields={checked.fields} />}
    </>
  );
}

import { useNavigate } from 'react-router';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';
import { OnContract } from './on-contract.js';
import { TariffTable } from './tariff-table.js';

/** Sets what a result earns from a day on, beside the tariffs there are. */
export function TariffPage() {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { send, pending, problem } = useRecording('/contracten/{contractId}/tarieven');
  const record = async (contractId: string, ifMatch: string, body: object): Promise<void> => {
    const answer = await send({ path: { contractId }, ifMatch, body: body as Schema<'SetTariff'> });
    if (answer === undefined) return;
    announce(texts.done);
    void navigate(`/voorwaarden/contracten/${contractId}`);
  };
  return (
    <OnContract title={texts.setTariff}>
      {({ contractId, etag, events }) => (
        <>
          <p>{texts.tariffExplained}</p>
          <TermForm
            schema="SetTariff"
            begin={{ milestone: 'SUSTAINED' }}
            labels={{ ...texts.labels, cents: texts.tariff }}
            hints={texts.hints}
            pending={pending}
            problem={problem}
            submit={texts.setTariff}
            onRecord={(body) => void record(contractId, etag, body)}
          />
          <h2>{texts.tariffsNow}</h2>
          <TariffTable events={events.filter(({ type }) => type === 'TariffSet')} />
        </>
      )}
    </OnContract>
  );
}

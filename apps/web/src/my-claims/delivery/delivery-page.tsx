import { useState } from 'react';
import { Page } from '../../parts/page.js';
import { SaveButton } from '../../parts/save-button.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { DeliveryForm, type ChosenFile } from './delivery-form.js';
import { DeliveryReport, type Report } from './delivery-report.js';
import { useDeliveryTexts } from './delivery-texts.js';
import { csvBlob, TEMPLATES } from './templates.js';

type Template = keyof typeof TEMPLATES;
const NAMES = Object.keys(TEMPLATES) as Template[];

/** Claims and facts by file: what happened is told row by row. */
export function DeliveryPage() {
  const texts = useDeliveryTexts();
  const [report, setReport] = useState<Report>();
  const { send, pending, problem } = useRecording('/v1/leveringen');
  const deliver = async ({ text, deliveryId }: ChosenFile): Promise<void> => {
    setReport(undefined);
    const answer = await send({
      query: { deliveryId, system: 'PROVIDER_API' },
      file: { content: text, contentType: 'text/csv' },
    });
    setReport(answer?.data);
  };
  return (
    <Page title={texts.title} above={[{ path: '/mijn-declaraties', title: texts.claims }]}>
      <p>{texts.intro}</p>
      <DeliveryForm pending={pending} problem={problem} onSend={(file) => void deliver(file)} />
      {report !== undefined && <DeliveryReport report={report} />}
      <section aria-labelledby="templates">
        <h2 id="templates">{texts.templates}</h2>
        <p>{texts.templatesExplained}</p>
        <div className="buttons">
          {NAMES.map((name) => (
            <SaveButton
              key={name}
              label={texts.saveTemplate[name]}
              name={`${name}.csv`}
              content={async () => csvBlob(TEMPLATES[name])}
            />
          ))}
        </div>
      </section>
    </Page>
  );
}

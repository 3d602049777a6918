import { csvBlob } from '../../parts/csv.js';
import { DeliveryOutcome } from '../../parts/delivery/delivery-outcome.js';
import { EarlierDeliveries } from '../../parts/delivery/earlier-deliveries.js';
import { useDelivery } from '../../parts/delivery/use-delivery.js';
import { Page } from '../../parts/page.js';
import { SaveButton } from '../../parts/save-button.js';
import { DeliveryForm } from './delivery-form.js';
import { useOwnDeliveryTexts } from './delivery-texts.js';
import { TEMPLATES } from './templates.js';

type Template = keyof typeof TEMPLATES;
const NAMES = Object.keys(TEMPLATES) as Template[];

/** Claims and facts by file: looked at row by row before anything is recorded. */
export function DeliveryPage() {
  const texts = useOwnDeliveryTexts();
  const delivery = useDelivery();
  return (
    <Page title={texts.title} above={[{ path: '/mijn-declaraties', title: texts.claims }]}>
      <p>{texts.intro}</p>
      <DeliveryForm
        {...delivery.looking}
        onChange={delivery.forget}
        onSend={({ text, deliveryId }) => void delivery.look({ system: 'PROVIDER_API', deliveryId, content: text })}
      />
      <DeliveryOutcome delivery={delivery} />
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
      <EarlierDeliveries at="/mijn-declaraties/aanleveren" />
    </Page>
  );
}

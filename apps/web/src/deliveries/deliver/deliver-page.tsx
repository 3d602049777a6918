import { useState } from 'react';
import { DeliveryOutcome } from '../../parts/delivery/delivery-outcome.js';
import { EarlierDeliveries } from '../../parts/delivery/earlier-deliveries.js';
import { useDelivery } from '../../parts/delivery/use-delivery.js';
import { Form } from '../../parts/form/form.js';
import { Page } from '../../parts/page.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';
import { DeliveryFields, type Chosen } from './delivery-fields.js';
import { ExampleFiles } from './example-files.js';

/** Facts in a file: first looked at row by row, then recorded. */
export function DeliverPage() {
  const texts = useDeliveriesTexts();
  const { roles } = useSignedIn();
  const [chosen, setChosen] = useState<Chosen>({
    system: roles.includes('FINANCE') ? 'FINANCE' : 'GWS4ALL',
    deliveryId: '',
    completeThrough: '',
  });
  const delivery = useDelivery();
  const change = (to: Chosen): void => {
    setChosen(to);
    delivery.forget();
  };
  const send = async (): Promise<void> => {
    const { system, deliveryId, completeThrough, file } = chosen;
    const content = (await file?.text()) ?? '';
    await delivery.look({ system, deliveryId, content, ...(completeThrough !== '' && { completeThrough }) });
  };
  return (
    <Page title={texts.title}>
      <p>{texts.explained}</p>
      <Form {...delivery.looking} onSubmit={() => void send()}>
        <DeliveryFields delivered={chosen} onChange={change} />
      </Form>
      <DeliveryOutcome delivery={delivery} />
      <ExampleFiles />
      <EarlierDeliveries at="/leveringen/geleverd" />
    </Page>
  );
}

import { EarlierDeliveries } from '../../parts/delivery/earlier-deliveries.js';
import { Page } from '../../parts/page.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';

/** What everybody delivered, for who delivers nothing: the auditor. */
export function DeliveredPage() {
  const texts = useDeliveriesTexts();
  return (
    <Page title={texts.delivered}>
      <EarlierDeliveries at="/leveringen/geleverd" />
    </Page>
  );
}

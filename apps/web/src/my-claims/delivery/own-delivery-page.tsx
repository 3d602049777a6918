import { KeptDelivery } from '../../parts/delivery/kept-delivery.js';
import { useOwnDeliveryTexts } from './delivery-texts.js';

/** One delivery of the provider's own. */
export function OwnDeliveryPage() {
  const texts = useOwnDeliveryTexts();
  return (
    <KeptDelivery
      above={[
        { path: '/mijn-declaraties', title: texts.claims },
        { path: '/mijn-declaraties/aanleveren', title: texts.title },
      ]}
    />
  );
}

import { KeptDelivery } from '../../parts/delivery/kept-delivery.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';

/** One delivery, beneath the page on which its reader found it. */
export function KeptDeliveryPage() {
  const texts = useDeliveriesTexts();
  const { roles } = useSignedIn();
  const all = { path: '/leveringen/geleverd', title: texts.delivered };
  return (
    <KeptDelivery above={[roles.includes('AUDITOR') ? all : { path: '/leveringen/inlezen', title: texts.title }]} />
  );
}

import { hash } from 'node:crypto';
import { countedOf, feedReader, keepReports, type Reported, type ReportParts } from '../deliveries/keep-report.js';
import { derivedId, nameFrom } from '../derived-id.js';
import type { TakenDelivery } from './delivery-feed.js';

/**
 * Keeps what became of messages, like that of a delivery over HTTP. Handed over again it is the same message, all of it heard: what was
 * kept the first time stays.
 */
export const reportByFeed =
  (parts: ReportParts) =>
  (taken: readonly TakenDelivery[]): void => {
    const known = ({ municipality, reportId }: Reported): boolean =>
      parts.deliveryReports.one(municipality, reportId) !== undefined;
    keepReports(parts, ...taken.map(reportedOf).filter((one) => !known(one)));
  };

function reportedOf({ message, deliverer, delivery, rows, watermark }: TakenDelivery): Reported {
  const { municipality, orgId: organisation } = deliverer;
  const { topic, partition, offset, value } = message;
  const sha256 = hash('sha256', value, 'hex');
  // The hash is among the names: in a topic that was made anew, places begin again.
  const messageId = derivedId('message', municipality, topic, String(partition), offset, sha256);
  return {
    reportId: nameFrom(messageId, 'delivery'),
    municipality,
    organisation,
    readBy: feedReader(organisation),
    delivered: delivery,
    report: { deliveryId: delivery.deliveryId, sha256, ...countedOf(rows), watermark },
  };
}

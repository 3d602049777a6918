import { hash } from 'node:crypto';
import { countedOf, feedReader, keepReport, type ReportParts } from '../deliveries/keep-report.js';
import { derivedId, nameFrom } from '../derived-id.js';
import type { TakenDelivery } from './delivery-feed.js';

/**
 * Keeps what became of a message, like that of a delivery over HTTP. Handed over again it is the same message, all of it heard: what was
 * kept the first time stays.
 */
export const reportByFeed =
  (parts: ReportParts) =>
  ({ message, deliverer, delivery, rows, watermark }: TakenDelivery): void => {
    const { municipality, orgId: organisation } = deliverer;
    const { topic, partition, offset, value } = message;
    const sha256 = hash('sha256', value, 'hex');
    const reportId = nameFrom(derivedId('message', municipality, topic, String(partition), offset, sha256), 'delivery');
    if (parts.deliveryReports.one(municipality, reportId) !== undefined) return;
    const report = { deliveryId: delivery.deliveryId, sha256, ...countedOf(rows), watermark };
    const readBy = feedReader(organisation);
    keepReport(parts, { reportId, municipality, organisation, readBy, delivered: delivery, report });
  };

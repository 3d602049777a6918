import type { Delivery, DeliveryReport, KeptDelivery, RowReport } from '@uitkomst/contracts';
import type { Services } from '../../shell/open-services.js';
import { nameFrom, type Ask } from '../../shell/recording/ask.js';

interface Answered {
  readonly ask: Ask;
  readonly delivered: Delivery;
  readonly report: DeliveryReport;
}

/** Keeps what is answered to a delivery, before it is: a place that is named holds it. Gives the name of the report. */
export function keepReport(
  { clock, deliveryReports, seen }: Pick<Services, 'clock' | 'deliveryReports' | 'seen'>,
  { ask, delivered, report }: Answered,
): string {
  const { municipality, orgId: organisation } = ask.principal;
  const reportId = nameFrom(ask.commandId, 'delivery');
  const deliveredAt = new Date(clock.now()).toISOString();
  const { rows, ...counted } = report;
  const { deliveryId, system, completeThrough } = delivered;
  const through = completeThrough !== undefined && { completeThrough };
  const kept: KeptDelivery = { reportId, ...counted, system, ...through, organisation, deliveredAt };
  const restsOn = seen.place();
  deliveryReports.keep({
    municipality,
    reportId,
    organisation,
    deliveryId,
    deliveredAt,
    summary: JSON.stringify(kept),
    rows: JSON.stringify(rows.map(withoutNames)),
    ...(restsOn && { restsOn }),
  });
  return reportId;
}

/** A field that no schema knows may be called by a name or a number of somebody; what is said of the others repeats no value. */
const withoutNames = ({ errors, ...row }: RowReport): RowReport => ({
  ...row,
  errors: errors.map(({ pointer, ...fault }) => ({
    ...fault,
    pointer: fault.code === 'unrecognized_keys' ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer,
  })),
});

import { FEED_ROLES, type Delivery, type DeliveryReport, type KeptDelivery, type RowReport } from '@uitkomst/contracts';
import type { Role } from '@uitkomst/domain';
import type { Clock, DeliveryReported, DeliveryReports } from '@uitkomst/ledger';
import type { NewestSeen } from '@uitkomst/projections';

/** Where reports are kept, and how far the ledger was when one was. */
export interface ReportParts {
  readonly clock: Clock;
  readonly deliveryReports: Pick<DeliveryReports, 'keep' | 'one'>;
  readonly seen: Pick<NewestSeen, 'place'>;
}

/** A delivery, what is told of it, and under which name. */
export interface Reported {
  readonly reportId: string;
  readonly municipality: string;
  /** The organisation that delivered; of a feed its source system. */
  readonly organisation: string;
  /** Who reads it: that organisation, or whoever works with the feed. */
  readonly readBy?: string;
  readonly delivered: Pick<Delivery, 'deliveryId' | 'system' | 'completeThrough'>;
  readonly report: DeliveryReport;
}

/** No organisation has a colon in its name: what a feed delivered is not read by a namesake of its system. */
export const feedReader = (system: string): string => `feed:${system}`;

/** The feeds that deliver in one of these roles: who works in it reads what became of them. */
export const feedReadersOf = (roles: readonly Role[]): readonly string[] =>
  Object.entries(FEED_ROLES).flatMap(([system, role]) => (roles.includes(role) ? feedReader(system) : []));

/** Keeps what became of deliveries, all or none of them, without anything that stood in a row. */
export function keepReports(parts: ReportParts, ...all: readonly Reported[]): void {
  parts.deliveryReports.keep(...all.map((one) => kept(parts, one)));
}

function kept(
  { clock, seen }: ReportParts,
  { reportId, municipality, organisation, readBy = organisation, delivered, report }: Reported,
): DeliveryReported {
  const deliveredAt = new Date(clock.now()).toISOString();
  const { rows, ...counted } = report;
  const { deliveryId, system, completeThrough } = delivered;
  const through = completeThrough !== undefined && { completeThrough };
  const summary: KeptDelivery = { reportId, ...counted, system, ...through, organisation, deliveredAt };
  const restsOn = seen.place();
  return {
    municipality,
    reportId,
    organisation: readBy,
    deliveryId,
    deliveredAt,
    summary: JSON.stringify(summary),
    rows: JSON.stringify(rows.map(withoutNames)),
    ...(restsOn && { restsOn }),
  };
}

/** How many rows became what, with the rows. */
export function countedOf(
  rows: readonly RowReport[],
): Pick<DeliveryReport, 'recorded' | 'duplicates' | 'refused' | 'rows'> {
  const count = (status: RowReport['status']): number => rows.filter((row) => row.status === status).length;
  return { recorded: count('RECORDED'), duplicates: count('DUPLICATE'), refused: count('REFUSED'), rows: [...rows] };
}

/** A field that no schema knows may be called by a name or a number of somebody; what is said of the others repeats no value. */
const withoutNames = ({ errors, ...row }: RowReport): RowReport => ({
  ...row,
  errors: errors.map(({ pointer, ...fault }) => ({
    ...fault,
    pointer: fault.code === 'unrecognized_keys' ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer,
  })),
});

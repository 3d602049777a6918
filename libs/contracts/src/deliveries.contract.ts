import { z } from 'zod';
import { CalendarDate, Cents, Code, EventId, SourceSystem, SourceWatermark, type Role } from '@uitkomst/domain';
import { FieldFault } from './problems.contract.js';
import { Instant, pageOf, PageQuery, Receipt } from './values.contract.js';

const ROWS_MAX = 5000;

const delivery = {
  deliveryId: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/)
    .refine((text) => !/^\d{9}$/.test(text), 'nine digits could be a BSN')
    .describe('Kenmerk van de levering bij de bron'),
  system: SourceSystem,
  completeThrough: CalendarDate.optional().describe('Bron is volledig tot en met deze dag'),
};

/** Rows are checked one by one: a bad row is refused, the others are recorded. */
export const Delivery = z
  .strictObject({
    ...delivery,
    rows: z
      .array(z.record(z.string(), z.unknown()))
      .min(1)
      .max(ROWS_MAX)
      .describe('Feiten of declaraties, elk met dossierRef of bsn'),
  })
  .meta({ id: 'Delivery', description: 'Levering van feiten' });
export type Delivery = z.infer<typeof Delivery>;

/** Who may deliver by message, and in which role: the topic's access list says who writes there, a provider signs in instead. */
export const FEED_ROLES = {
  GWS4ALL: 'BENEFITS',
  SUITE: 'BENEFITS',
  UWV_POLIS: 'REGISTRY',
  INLICHTINGENBUREAU: 'REGISTRY',
  FINANCE: 'FINANCE',
} as const satisfies Partial<Record<SourceSystem, Role>>;
export type FeedSystem = keyof typeof FEED_ROLES;

/** What finance tells by message of one payment, instead of a bank's own file. */
export const PaymentStatusRow = z
  .strictObject({
    type: z.literal('PaymentStatus'),
    endToEndId: z
      .string()
      .regex(/^[A-Za-z0-9]{1,35}$/)
      .describe('Kenmerk van de betaalopdracht, uit het betaalbestand'),
    status: z.enum(['SETTLED', 'REJECTED', 'RETURNED']),
    cents: Cents.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    on: CalendarDate.describe('Dag waarop de bank boekte'),
    bankReason: Code.optional(),
    paymentRef: z.string().min(1).max(35).optional().describe('Kenmerk van de bank'),
  })
  .meta({ id: 'PaymentStatusRow', description: 'Status van een betaling, als regel van een levering per bericht' });
export type PaymentStatusRow = z.infer<typeof PaymentStatusRow>;

/** A delivery as a message on `uitkomst.leveringen.v1`, in JSON; one that names a BSN is a compact JWE of that JSON. */
export const DeliveryMessage = Delivery.extend({
  system: z.enum(Object.keys(FEED_ROLES) as FeedSystem[]),
  firstRow: z
    .int()
    .min(1)
    .max(100_000_000)
    .optional()
    .describe('Regelnummer van de eerste rij, als een levering in delen komt'),
})
  .refine(({ firstRow, completeThrough }) => firstRow === undefined || completeThrough === undefined, {
    message: 'Only a delivery in one message can make its source complete',
    path: ['completeThrough'],
  })
  .meta({ id: 'DeliveryMessage', description: 'Levering van feiten als bericht' });
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

/** Why a message, or rows of it, could not be taken. */
export const DEAD_LETTER_REASONS = [
  'NOT_JSON',
  'NOT_DECRYPTABLE',
  'NOT_A_DELIVERY',
  'BSN_NOT_ENCRYPTED',
  'ROWS_REFUSED',
  'FAILED',
] as const;
export type DeadLetterReason = (typeof DEAD_LETTER_REASONS)[number];

/** What lies on `uitkomst.leveringen-uitval.v1`: why, where it came from, and the message itself, encrypted to the municipality. */
export const DeadLetter = z
  .object({
    reason: z.enum(DEAD_LETTER_REASONS),
    topic: z.string(),
    partition: z.int(),
    offset: z.string(),
    deliveryId: z.string().optional(),
    system: z.string().optional(),
    faults: z.array(z.object({ pointer: z.string(), code: z.string() })).describe('Wat er mis is, zonder waarden'),
    rows: z
      .array(
        z.object({
          row: z.int(),
          code: z.string().optional(),
          faults: z.array(z.object({ pointer: z.string(), code: z.string() })),
        }),
      )
      .describe('Geweigerde regels'),
    message: z.string().describe('Het bericht zelf, als JWE'),
  })
  .meta({ id: 'DeadLetter', description: 'Bericht dat niet kon worden verwerkt' });
export type DeadLetter = z.infer<typeof DeadLetter>;

/** A delivery in CSV says in the query what JSON says beside its rows. */
export const DeliveryQuery = z.strictObject({
  deliveryId: delivery.deliveryId.optional(),
  system: SourceSystem.optional(),
  completeThrough: CalendarDate.optional(),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const RowReport = z
  .object({
    row: z.int().min(1).describe('Regel, vanaf 1 (kopregel niet meegeteld)'),
    status: z.enum(['RECORDED', 'DUPLICATE', 'REFUSED']),
    eventId: EventId.optional(),
    code: z.string().optional().describe('Redencode van de weigering'),
    errors: z.array(FieldFault),
  })
  .meta({ id: 'RowReport', description: 'Wat er met een regel is gebeurd' });
export type RowReport = z.infer<typeof RowReport>;

const counted = {
  deliveryId: z.string(),
  sha256: z.string().describe('SHA-256 van de levering zoals ontvangen'),
  recorded: z.int(),
  duplicates: z.int(),
  refused: z.int(),
  watermark: z.enum(['RECORDED', 'WITHHELD', 'NOT_ASKED']).describe('Of volledigheid is vastgelegd'),
};
export const DeliveryReport = z
  .object({ ...counted, rows: z.array(RowReport) })
  .meta({ id: 'DeliveryReport', description: 'Verslag van een levering' });
export type DeliveryReport = z.infer<typeof DeliveryReport>;

/** What is kept of a delivery: who delivered what and when, and what became of it; its rows stand beneath it. */
export const KeptDelivery = z
  .object({
    reportId: z.string().describe('Kenmerk van het verslag; elke keer dat wordt geleverd is er een'),
    ...counted,
    system: SourceSystem,
    completeThrough: CalendarDate.optional(),
    organisation: z.string().describe('Wie leverde'),
    deliveredAt: Instant,
  })
  .meta({ id: 'KeptDelivery', description: 'Bewaard verslag van een levering' });
export type KeptDelivery = z.infer<typeof KeptDelivery>;
export const KeptDeliveryPage = pageOf('KeptDeliveryPage', KeptDelivery);
export type KeptDeliveryPage = z.infer<typeof KeptDeliveryPage>;
export const ListDeliveries = z.strictObject({
  ...PageQuery,
  deliveryId: delivery.deliveryId.optional(),
});
export type ListDeliveries = z.infer<typeof ListDeliveries>;
export const DeliveryParams = z.object({ reportId: z.string().regex(/^[a-z2-7]{16}$/) });
export type DeliveryParams = z.infer<typeof DeliveryParams>;
export const RowReportPage = pageOf('RowReportPage', RowReport);
export type RowReportPage = z.infer<typeof RowReportPage>;
export const ListRows = z.strictObject({ ...PageQuery, status: RowReport.shape.status.optional() });
export type ListRows = z.infer<typeof ListRows>;

export const RecordWatermark = SourceWatermark.payload.meta({
  id: 'RecordWatermark',
  description: 'Melding dat een bron volledig is tot en met een dag',
});
export type RecordWatermark = z.infer<typeof RecordWatermark>;
export const WatermarkRecorded = z
  .object({ system: SourceSystem, completeThrough: CalendarDate, receipt: Receipt.nullable() })
  .meta({ id: 'WatermarkRecorded' });
export const Watermark = z
  .object({ system: SourceSystem, completeThrough: CalendarDate })
  .meta({ id: 'Watermark', description: 'Tot en met welke dag een bron volledig is' });
export const Watermarks = z.object({ results: z.array(Watermark) }).meta({ id: 'Watermarks' });
export const WatermarkParams = z.object({ system: SourceSystem });

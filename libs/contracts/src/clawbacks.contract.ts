import { z } from 'zod';
import { BatchId, CalendarDate, Cents, ClaimId, ClawbackId, Code, EventId, ProviderId } from '@uitkomst/domain';
import { Reason } from './claims.contract.js';
import { pageAtOf, PageQuery, Receipt, TwoDates } from './values.contract.js';

export const ClawbackParams = z.object({ clawbackId: ClawbackId });
export type ClawbackParams = z.infer<typeof ClawbackParams>;

/** Nothing to fill in: what must come back follows from the money and the decision. */
export const ProposeClawback = z
  .strictObject({})
  .meta({ id: 'ProposeClawback', description: 'Vraag of er geld terug moet komen' });

export const HearClawback = z
  .strictObject({ position: z.enum(['AGREES', 'DISPUTES']) })
  .meta({ id: 'HearClawback', description: 'Zienswijze van de aanbieder op een voorgenomen terugvordering' });
export type HearClawback = z.infer<typeof HearClawback>;

export const DecideClawback = z
  .strictObject({ decision: z.enum(['RECLAIM', 'WITHDRAW']), grounds: Code })
  .meta({ id: 'DecideClawback', description: 'Besluit tot terugvordering, of intrekking van het voornemen' });
export type DecideClawback = z.infer<typeof DecideClawback>;

/** Finance records what came back, in instalments; writing off is for an uninvolved second approver and is of all that is left. */
export const SettleClawback = z
  .discriminatedUnion('method', [
    z
      .strictObject({ method: z.literal('INVOICE'), cents: Cents.min(1), settledOn: CalendarDate })
      .meta({ id: 'SettleByInvoice' }),
    z
      .strictObject({ method: z.literal('OFFSET'), cents: Cents.min(1), settledOn: CalendarDate, batchId: BatchId })
      .meta({ id: 'SettleByOffset' }),
    z.strictObject({ method: z.literal('WRITE_OFF') }).meta({ id: 'WriteOffClawback' }),
  ])
  .meta({ id: 'SettleClawback', description: 'Afwikkeling: factuur, verrekening of afboeking' });
export type SettleClawback = z.infer<typeof SettleClawback>;

/** What happened to it once it was proposed, and by whom: for the municipality's own people. */
const ClawbackStep = z
  .object({
    step: z.enum(['DECIDED', 'WITHDRAWN', ...SettleClawback.options.map(({ shape }) => shape.method.value)]),
    on: CalendarDate,
    by: z.string().optional().describe('Wie het deed; ontbreekt waar het vanzelf ging'),
    cents: Cents.optional(),
    grounds: Code.optional(),
    batchId: BatchId.optional().describe('De betaalbatch waarmee werd verrekend'),
  })
  .meta({ id: 'ClawbackStep', description: 'Besluit, intrekking of afwikkeling' });

export const Clawback = z
  .object({
    clawbackId: ClawbackId,
    claimId: ClaimId,
    proposalId: EventId.describe('Het voornemen: onderwerp van de bekendmaking daarvan'),
    decisionId: EventId.optional().describe('Het besluit: onderwerp van de bekendmaking daarvan'),
    state: z.enum(['PROPOSED', 'DECIDED', 'SETTLED', 'WITHDRAWN']),
    cents: Cents,
    outstandingCents: Cents,
    recoveredCents: Cents,
    writtenOffCents: Cents,
    reasons: z.array(Reason),
    proposedOn: CalendarDate,
    heard: z.boolean(),
    hearingUntilOn: CalendarDate.optional().describe('Laatste dag van de hoortermijn; die loopt vanaf de bekendmaking'),
    decidedOn: CalendarDate.optional(),
    toDecide: z
      .object({
        involved: z.boolean().describe('Deze lezer fiatteerde of betaalde en mag niet besluiten'),
      })
      .optional()
      .describe('Voor wie over een voornemen of een afboeking besluit'),
    steps: z.array(ClawbackStep).optional().describe('Wat erop volgde, op volgorde; niet voor de aanbieder'),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'Clawback', description: 'Terugvordering' });
export type Clawback = z.infer<typeof Clawback>;
export const ListClawbacks = z.strictObject({
  ...PageQuery,
  ...TwoDates,
  state: Clawback.shape.state.optional(),
  providerId: ProviderId.optional(),
});
export type ListClawbacks = z.infer<typeof ListClawbacks>;
const ListedClawback = Clawback.extend({ providerId: z.string() }).meta({ id: 'ListedClawback' });
export type ListedClawback = z.infer<typeof ListedClawback>;
export const ClawbackPage = pageAtOf('ClawbackPage', ListedClawback);
export type ClawbackPage = z.infer<typeof ClawbackPage>;
export const Clawbacks = z
  .object({ results: z.array(Clawback) })
  .meta({ id: 'Clawbacks', description: 'Terugvorderingen van een declaratie, de laatste als laatste' });
export type Clawbacks = z.infer<typeof Clawbacks>;

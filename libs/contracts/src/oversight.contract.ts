import { ClaimId, Code, EventId, SubjectId } from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, pageOf, PageQuery } from './values.contract.js';

export const ListRefusals = z.strictObject({
  subject: SubjectId.optional().describe('Alleen van deze medewerker'),
  code: Code.optional().describe('Alleen met deze reden'),
  ...PageQuery,
});
export type ListRefusals = z.infer<typeof ListRefusals>;

const ListedRefusal = z
  .object({
    eventId: EventId,
    subject: z.string().describe('Vast kenmerk van wie het vroeg'),
    command: z.string().describe('Wat werd gevraagd'),
    code: z.string().describe('Waarom het werd geweigerd'),
    claimId: ClaimId.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'ListedRefusal', description: 'Geweigerde handeling' });
export const RefusalPage = pageOf('RefusalPage', ListedRefusal);
export type RefusalPage = z.infer<typeof RefusalPage>;

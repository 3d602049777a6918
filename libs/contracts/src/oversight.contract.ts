import { ClaimId, Code, DUTIES, EventId, Role, SubjectId } from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, pageOf, PageQuery, Text } from './values.contract.js';

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

const Duty = z.enum(DUTIES).meta({ id: 'Duty', description: 'Handeling in de functiescheiding' });
/** Who may do what after whom, as the deciders have it. */
export const WhoMay = z
  .object({
    results: z.array(
      z.object({
        duty: Duty,
        text: Text,
        roles: z.array(Role),
        notAfter: z.array(Duty).describe('Wie een van deze deed op dezelfde declaratie, mag dit niet'),
      }),
    ),
  })
  .meta({ id: 'WhoMay', description: 'Functiescheiding: wie mag wat na wie' });
export type WhoMay = z.infer<typeof WhoMay>;

export const CheckStaffing = z
  .strictObject({
    people: z
      .array(z.strictObject({ subject: SubjectId, roles: z.array(Role.exclude(['SYSTEM'])).min(1) }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'CheckStaffing', description: 'Medewerkers met hun rollen, zonder namen' });
export type CheckStaffing = z.infer<typeof CheckStaffing>;

export const Staffing = z
  .object({
    results: z.array(
      z.object({
        journey: z.string(),
        text: Text,
        possible: z.boolean(),
        by: z.array(z.object({ duty: Duty, subject: z.string() })).describe('Eén manier, of zo ver als het komt'),
        nobodyFor: Duty.optional().describe('Hiervoor is niemand over'),
        barred: z
          .array(z.object({ subject: z.string(), did: z.array(Duty) }))
          .optional()
          .describe('Wie de rol heeft, en wat die al had gedaan'),
      }),
    ),
  })
  .meta({ id: 'Staffing', description: 'Wat met deze mensen kan, en waar niemand over is' });
export type Staffing = z.infer<typeof Staffing>;

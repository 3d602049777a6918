import { z } from 'zod';
import { CalendarDate, ClaimId, Code, EventId, ObjectionId, Sha256 } from '@uitkomst/domain';
import { Reason } from './claims.contract.js';
import { pageAtOf, PageQuery, Receipt, TwoDates } from './values.contract.js';

export const ObjectionParams = z.object({ objectionId: ObjectionId });
export type ObjectionParams = z.infer<typeof ObjectionParams>;

/** The words of an objection stay with the municipality; here stands what they were, as a hash. */
export const FileObjection = z
  .strictObject({
    subjectEventId: EventId.describe('Het bekendgemaakte besluit waartegen het bezwaar zich richt'),
    groundsCommitment: Sha256.optional().describe('SHA-256 van de gronden in woorden'),
  })
  .meta({ id: 'FileObjection', description: 'Bezwaar tegen een bekendgemaakt besluit' });
export type FileObjection = z.infer<typeof FileObjection>;

export const DecideObjection = z
  .strictObject({
    outcome: z.enum(['UPHELD', 'PARTLY', 'DISMISSED', 'INADMISSIBLE']),
    setAside: z.array(Code).max(20).describe('Redencodes die terzijde worden gesteld; alleen bij (deels) gegrond'),
    grounds: Code,
  })
  .meta({ id: 'DecideObjection', description: 'Beslissing op bezwaar' });
export type DecideObjection = z.infer<typeof DecideObjection>;

export const WithdrawObjection = z
  .strictObject({})
  .meta({ id: 'WithdrawObjection', description: 'Intrekking van een bezwaar door wie het indiende' });

export const Objection = z
  .object({
    objectionId: ObjectionId,
    claimId: ClaimId,
    subjectEventId: EventId,
    parties: z
      .array(z.enum(['PROVIDER', 'CLIENT']))
      .describe('Wiens bezwaar loopt, voor zover deze lezer dat mag zien'),
    state: z.enum(['OPEN', 'WITHDRAWN', 'UPHELD', 'PARTLY', 'DISMISSED', 'INADMISSIBLE']),
    information: z.array(Reason).describe('Te laat, of gegrond'),
    filedOn: CalendarDate,
    late: z.boolean(),
    decideByOn: CalendarDate.describe('Laatste dag van de beslistermijn'),
    postponedUntilOn: CalendarDate.describe('Laatste dag na verdaging'),
    decidedOn: CalendarDate.optional(),
    decisionId: EventId.optional().describe('De beslissing: onderwerp van de bekendmaking daarvan'),
    decidedBy: z.string().optional().describe('Wie besliste; niet voor wie bezwaar maakte'),
    grounds: Code.optional().describe('Op welke grond; niet voor wie bezwaar maakte'),
    setAside: z.array(z.string()).optional(),
    toDecide: z
      .object({
        reasons: z.array(Reason).describe('Wat (deels) gegrond terzijde kan stellen'),
        involved: z.boolean().describe('Deze lezer was bij het besluit betrokken en mag niet beslissen'),
      })
      .optional()
      .describe('Voor wie een open bezwaar behandelt'),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'Objection', description: 'Bezwaar' });
export type Objection = z.infer<typeof Objection>;
export const Objections = z
  .object({ results: z.array(Objection) })
  .meta({ id: 'Objections', description: 'Bezwaren tegen besluiten op een declaratie' });
export type Objections = z.infer<typeof Objections>;
export const ListObjections = z.strictObject({ ...PageQuery, ...TwoDates, state: Objection.shape.state.optional() });
export type ListObjections = z.infer<typeof ListObjections>;
const ListedObjection = Objection.extend({ providerId: z.string() }).meta({ id: 'ListedObjection' });
export type ListedObjection = z.infer<typeof ListedObjection>;
export const ObjectionPage = pageAtOf('ObjectionPage', ListedObjection);
export type ObjectionPage = z.infer<typeof ObjectionPage>;

import { CalendarDate, Cents, ClaimId, EventId, Outcome, Sha256 } from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, Text, TwoDates } from './values.contract.js';

export const ExplainQuery = z.strictObject(TwoDates);
export type ExplainQuery = z.infer<typeof ExplainQuery>;

/** A recorded event a rule rests on: when it was so, and when the ledger heard. */
export const UsedFact = z
  .object({
    eventId: EventId,
    type: z.string(),
    on: CalendarDate.optional().describe('Dag waarop het zo was'),
    recordedAt: Instant,
    source: z.string().optional().describe('Bronsysteem'),
    assurance: z.string().optional().describe('Zekerheid'),
  })
  .meta({ id: 'UsedFact', description: 'Feit waarop een regel rust' });
export type UsedFact = z.infer<typeof UsedFact>;

/** Every rule's answer, with its sentence, what it rests on and where it comes from. */
export const Explanation = z
  .object({
    claimId: ClaimId,
    asOf: CalendarDate,
    knownAsOf: Instant.nullable(),
    outcome: Outcome,
    cents: Cents,
    untilOn: CalendarDate.optional(),
    definition: z.string().optional(),
    episodeOn: CalendarDate.optional().describe('Eerste dag van duurzame uitstroom'),
    maturityOn: CalendarDate.optional().describe('Dag waarop de termijn vol is'),
    tariffCents: Cents.optional(),
    shares: z.record(z.string(), z.int()).optional().describe('Toegerekende delen per aanbieder, in basispunten'),
    decisionHash: Sha256,
    recordedDecisionHash: Sha256.optional().describe('Hash van de laatst vastgelegde beoordeling op die kennisdatum'),
    rules: z.array(
      z.object({
        rule: z.string(),
        result: z.enum(['PASS', 'FAIL', 'UNKNOWN', 'NA', 'INFO']),
        statement: Text.optional(),
        source: z.string().optional(),
        code: z.string().optional(),
        text: Text.optional(),
        untilOn: CalendarDate.optional(),
        evidence: z.array(EventId).describe('Waarop het antwoord rust, ook als aan de regel is voldaan'),
      }),
    ),
    facts: z.array(UsedFact).describe('Elk feit waarop een regel rust, eenmaal; ook afspraken buiten het dossier'),
  })
  .meta({ id: 'Explanation', description: 'Uitleg van een beoordeling op twee data' });
export type Explanation = z.infer<typeof Explanation>;

/** Why, in a provider's eyes: what it may read of its own claim, with the rule that asks it where that tells of nobody else. */
export const OwnExplanation = z
  .object({
    claimId: ClaimId,
    asOf: CalendarDate,
    state: z.string().describe('Status zoals de aanbieder die mag zien'),
    stateText: Text,
    outcome: Outcome.optional(),
    cents: Cents.optional().describe('Toe te kennen bedrag'),
    untilOn: CalendarDate.optional().describe('Verwachte datum van een beslissing'),
    rules: z.array(
      z.object({
        rule: z.string().optional().describe('Ontbreekt waar de regel meer zou zeggen dan de aanbieder mag lezen'),
        result: z.enum(['FAIL', 'UNKNOWN', 'INFO']),
        statement: Text.optional(),
        source: z.string().optional(),
        code: z.string(),
        text: Text,
        evidence: z
          .array(EventId)
          .describe('Waarop het antwoord rust, voor zover de aanbieder het in het dossier ziet'),
      }),
    ),
    facts: z.array(UsedFact).describe('Elk feit dat de aanbieder ziet en waarop een regel rust, eenmaal'),
  })
  .meta({ id: 'OwnExplanation', description: 'Uitleg van een beoordeling aan de aanbieder zelf' });
export type OwnExplanation = z.infer<typeof OwnExplanation>;

/** Staff and, about itself, the client read every rule; a provider reads its own part. */
export const ReadExplanation = z
  .union([Explanation, OwnExplanation])
  .meta({ id: 'ReadExplanation', description: 'Uitleg voor wie haar leest' });
export type ReadExplanation = z.infer<typeof ReadExplanation>;

import { z } from 'zod';
import { CalendarDate, DurationText } from '../values/calendar-date.js';
import { Cents } from '../values/cents.js';
import { WorkForm, FundingScheme } from '../client-file/work/events.js';
import { EvidenceKind, SourceSystem } from '../client-file/fact-fields.js';
import { Code, DefinitionId } from '../values/ids.js';

/** From which day the outflow counts (rules 3.2, 3.6). */
export const Anchor = z
  .enum(['INDEPENDENCE', 'OUTFLOW', 'BENEFIT_END', 'TRAJECT_END', 'JOB_START'])
  .meta({ id: 'Anchor', description: 'Ankerdatum van de uitstroom' });
export type Anchor = z.infer<typeof Anchor>;

/** Everything a definition set decides (rules 3.1 and 3.6). Typed parameters and named strategies; nobody writes rules in a script. */
export const DefinitionParameters = z
  .strictObject({
    anchor: Anchor,
    sustain: DurationText,
    jobRequired: z.boolean(),
    formsAllowed: z.array(WorkForm).min(1),
    /** `ALL`, or the schemes that count as public funding. */
    fundedKinds: z.union([z.literal('ALL'), z.array(FundingScheme)]),
    partialAllowed: z.boolean(),
    causality: z.enum(['REQUIRED', 'NONE']),
    bijstandOnly: z.boolean(),
    aftercare: DurationText,
    claimDeadline: DurationText,
    registryLag: DurationText,
    waiting: DurationText,
    maxGapDays: z.int().min(0).max(9999),
    continuity: z.enum(['ANY_EMPLOYER', 'SAME_EMPLOYER']),
    /** Hours per week, 15.5 and not in hundredths as facts have them; 0 is off. */
    minHours: z.number().min(0).max(168).multipleOf(0.01),
    minContract: DurationText,
    prevEmployerYears: z.int().min(0).max(99),
    minServices: z.int().min(0).max(999),
    selfFoundAfter: z.union([z.enum(['REVIEW', 'IGNORE']), z.int().min(0).max(10_000)]),
    attribution: z.enum(['LAST_TRAJECT', 'SPLIT']),
    affiliate: z.enum(['REJECT', 'REVIEW']),
    conversionCounts: z.boolean(),
    ladderCounts: z.boolean(),
    requiredEvidence: z.array(EvidenceKind).max(10),
    completionTerm: DurationText,
    requiredSources: z.array(SourceSystem).max(8),
    fourEyesThresholdCents: Cents,
    clawbackHorizon: DurationText,
    objectionTerm: DurationText,
    versionSelector: z.enum(['TRAJECT_START', 'OUTFLOW']),
    /** Payment milestones; by default one, SUSTAINED, with the definition's own sustain. */
    milestones: z
      .array(z.strictObject({ code: Code, sustain: DurationText }))
      .min(1)
      .max(12),
  })
  .meta({ id: 'DefinitionParameters', description: 'Parameters van een normenkader' });
export type DefinitionParameters = z.infer<typeof DefinitionParameters>;

/** One published version of a definition set (normenkader); never edited. */
export const DefinitionVersion = z
  .strictObject({
    definitionId: DefinitionId,
    version: z.int().min(1).max(9999),
    parameters: DefinitionParameters,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  })
  .meta({ id: 'DefinitionVersion' });
export type DefinitionVersion = z.infer<typeof DefinitionVersion>;

/** `NL-STD@1`: how a determination names the definition it used. */
export const nameOf = ({ definitionId, version }: Pick<DefinitionVersion, 'definitionId' | 'version'>): string =>
  `${definitionId}@${version}`;

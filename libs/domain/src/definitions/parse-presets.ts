import { z } from 'zod';
import { FundingScheme } from '../client-file/work/events.js';
import { Cents } from '../values/cents.js';
import { MILESTONE_DEFAULT } from '../values/ids.js';
import { DefinitionParameters, type DefinitionVersion } from './parameters.js';

/** A definition set as a presets file writes it, with the tariff it pays. */
export interface Preset {
  readonly definition: DefinitionVersion;
  readonly tariffCents: Cents;
}

/** The fields a preset may state; what it leaves out comes from its base or from {@link UNSAID}. */
const PresetFields = DefinitionParameters.omit({ milestones: true })
  .extend({
    base: z.string(),
    /** `all` and `ALL` both mean every scheme. */
    fundedKinds: z.union([z.enum(['ALL', 'all']), z.array(FundingScheme)]),
    tariff: Cents,
  })
  .partial();
type Fields = z.infer<typeof PresetFields>;

/** NL-STD@1 (rules 3.1): what holds where nothing is said. The worked cases take registers as complete. */
const UNSAID: Omit<DefinitionParameters, 'milestones'> & { readonly tariff: Cents } = {
  anchor: 'INDEPENDENCE',
  sustain: 'P6M',
  jobRequired: true,
  formsAllowed: ['REGULAR', 'AGENCY', 'SELF'],
  fundedKinds: 'ALL',
  partialAllowed: false,
  causality: 'REQUIRED',
  bijstandOnly: false,
  aftercare: 'P6M',
  claimDeadline: 'P6M',
  registryLag: 'P1M',
  waiting: 'P12M',
  maxGapDays: 28,
  continuity: 'ANY_EMPLOYER',
  minHours: 0,
  minContract: 'P0M',
  prevEmployerYears: 0,
  minServices: 1,
  selfFoundAfter: 'REVIEW',
  attribution: 'LAST_TRAJECT',
  affiliate: 'REJECT',
  conversionCounts: true,
  ladderCounts: false,
  requiredEvidence: [],
  completionTerm: 'P6W',
  requiredSources: [],
  fourEyesThresholdCents: 250_000,
  clawbackHorizon: 'P5Y',
  objectionTerm: 'P6W',
  versionSelector: 'TRAJECT_START',
  tariff: 300_000,
};

export interface Problem {
  /** Which preset and which field, in words. */
  readonly problem: string;
}

/** Reads one preset. `baseOf` finds the raw fields of the preset it names as its base. */
export function definitionFromPreset(
  name: string,
  fields: unknown,
  baseOf: (name: string) => unknown,
): Preset | Problem {
  const said = inherited(name, fields, { baseOf, seen: [] });
  if ('problem' in said) return said;
  const named = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,39})(?:@(\d{1,4}))?$/.exec(name);
  if (!named?.[1])
    return { problem: `preset ${name}: a name is letters, digits, dots and dashes, with @ and a version` };
  const { base: _, ...own } = said;
  const { tariff, fundedKinds, ...stated } = { ...UNSAID, ...own } as typeof UNSAID & Pick<Fields, 'fundedKinds'>;
  const parameters = DefinitionParameters.parse({
    ...stated,
    fundedKinds: fundedKinds === 'all' ? 'ALL' : fundedKinds,
    milestones: [{ code: MILESTONE_DEFAULT, sustain: stated.sustain }],
  });
  const version = Number(named[2] ?? 1);
  return { definition: { definitionId: named[1], version, parameters, validFrom: '1900-01-01' }, tariffCents: tariff };
}

interface Inheriting {
  readonly baseOf: (name: string) => unknown;
  readonly seen: readonly string[];
}

/** The fields of a preset over those of its bases, the nearest first. */
function inherited(name: string, fields: unknown, { baseOf, seen }: Inheriting): Fields | Problem {
  if (seen.includes(name))
    return { problem: `preset ${name}: its base leads back to itself (${[...seen, name].join(' → ')})` };
  const read = PresetFields.safeParse(fields);
  if (!read.success) return { problem: `preset ${name}: ${problemOf(read.error)}` };
  const { base } = read.data;
  if (base === undefined) return read.data;
  const baseFields = baseOf(base);
  if (baseFields === undefined) return { problem: `preset ${name}: base ${base} is not in the file` };
  const below = inherited(base, baseFields, { baseOf, seen: [...seen, name] });
  return 'problem' in below ? below : { ...below, ...read.data };
}

function problemOf({ issues }: z.ZodError): string {
  return issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown field ${issue.keys.join(', ')}`
        : `${issue.path.join('.') || 'the preset'}: ${issue.message}`,
    )
    .join('; ');
}

const PresetsFile = z.strictObject({ presets: z.record(z.string(), z.unknown()) });

/** Reads a whole presets file, already parsed from YAML. Presets build on each other in any order, and on those found `elsewhere`. */
export function parsePresets(
  input: unknown,
  elsewhere: (name: string) => unknown = () => undefined,
): { readonly presets: ReadonlyMap<string, Preset> } | Problem {
  const file = PresetsFile.safeParse(input);
  if (!file.success) return { problem: problemOf(file.error) };
  const presets = new Map<string, Preset>();
  for (const [name, fields] of Object.entries(file.data.presets)) {
    const baseOf = (base: string): unknown => file.data.presets[base] ?? elsewhere(base);
    const preset = definitionFromPreset(name, fields, baseOf);
    if ('problem' in preset) return preset;
    presets.set(name, preset);
  }
  return { presets };
}

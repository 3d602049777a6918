import type { SourceSystem } from '../client-file/fact-fields.js';
import type { Cents } from '../values/cents.js';
import type { DefinitionVersion } from './parameters.js';
import { parsePresets, type Preset } from './parse-presets.js';

/** Registers that must be complete before a published national set decides: wages, and the municipality's own benefits. */
export const NATIONAL_SOURCES_DEFAULT: readonly SourceSystem[] = ['UWV_POLIS', 'GWS4ALL'];

/** Success on the first day off welfare: nothing to wait for, so no register to wait for either. */
const AT_ONCE = { sustain: 'P0D', registryLag: 'P0D' };
const WITH_PAYROLL = ['REGULAR', 'AGENCY', 'SELF', 'PAYROLL', 'DETACHERING'];

const FIELDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // Six months of lasting outflow to work of one's own: the strictest reading of what Haarlem wrote in three places (rules 3.2). It is
  // what holds where a preset says nothing.
  'NL-STD@1': {},
  'NL-26W@1': { base: 'NL-STD@1', sustain: 'P26W' },
  'NL-ASSIST50@1': { base: 'NL-STD@1', selfFoundAfter: 5000 },
  'NL-SPLIT@1': { base: 'NL-STD@1', attribution: 'SPLIT' },
  'HRL-2006@1': { base: 'NL-STD@1', ladderCounts: false },
  // D3: from 2009 on Haarlem also counted a step up the participation ladder.
  'HRL-2009@1': { base: 'NL-STD@1', ladderCounts: true },
  'NL-BIJSTANDONLY@1': { base: 'NL-STD@1', bijstandOnly: true, maxGapDays: 9999 },
  'DE-AVGS@1': {
    base: 'NL-STD@1',
    continuity: 'SAME_EMPLOYER',
    aftercare: 'P0D',
    registryLag: 'P0D',
    minHours: 15,
    minContract: 'P3M',
    minServices: 0,
    prevEmployerYears: 4,
    selfFoundAfter: 'IGNORE',
    tariff: 100_000,
  },
  'AMS-D7@1': { base: 'NL-STD@1', ...AT_ONCE, anchor: 'OUTFLOW', bijstandOnly: true, causality: 'NONE' },
  'RTD-D8@1': {
    base: 'NL-STD@1',
    ...AT_ONCE,
    anchor: 'OUTFLOW',
    bijstandOnly: true,
    causality: 'NONE',
    formsAllowed: WITH_PAYROLL,
    fundedKinds: [],
  },
  'HRL-D1@1': { base: 'NL-STD@1', anchor: 'TRAJECT_END' },
  'HRL-D2@1': { base: 'NL-STD@1', ...AT_ONCE, anchor: 'OUTFLOW', bijstandOnly: true },
  'HRL-D4@1': {
    base: 'NL-STD@1',
    anchor: 'BENEFIT_END',
    jobRequired: false,
    bijstandOnly: true,
    causality: 'NONE',
  },
  'HRL-D5@1': { base: 'NL-STD@1', anchor: 'BENEFIT_END', jobRequired: false },
  'DEV-D6@1': { base: 'NL-STD@1', ...AT_ONCE, anchor: 'OUTFLOW', jobRequired: false, causality: 'NONE' },
  'CBS-D9@1': {
    base: 'NL-STD@1',
    ...AT_ONCE,
    anchor: 'JOB_START',
    causality: 'NONE',
    formsAllowed: [...WITH_PAYROLL, 'SHELTERED'],
    fundedKinds: [],
  },
};

/** How a built-in preset is written, for files that build on it. */
export const presetFields = (name: string): unknown => FIELDS[name];

function builtIn(): ReadonlyMap<string, Preset> {
  const reading = parsePresets({ presets: FIELDS });
  if ('problem' in reading) throw new RangeError(reading.problem); // Proven never to happen by the spec beside this file.
  return reading.presets;
}
const BUILT_IN = builtIn();

/** The success definitions of the audit reports and their foreign kin, ready to decide by or to publish (rules 3.1, 3.2, 3.6). */
export const PRESETS: ReadonlyMap<string, DefinitionVersion> = new Map(
  [...BUILT_IN].map(([name, { definition }]) => [name, definition]),
);

/** What a preset pays where no contract says it, as in the worked cases. */
export const presetTariffCents = (name: string): Cents | undefined => BUILT_IN.get(name)?.tariffCents;

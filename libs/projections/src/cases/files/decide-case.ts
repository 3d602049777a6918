import { assess, claimFacts, dayOf, knownFile, type Preset } from '@uitkomst/domain';
import { claimIdOf } from '../recording/case-ids.js';
import { type CheckResult, checkResult } from './check-result.js';
import { knownAt } from '../recording/known-prefixes.js';
import type { CaseToRun } from './read-case-file.js';
import { withOrderedParties } from '../recording/ordered-parties.js';
import { recordCase } from '../recording/record-case.js';

/**
 * Records a case and decides each of its checks on what was recorded by then: the path that every claim goes. The definition set
 * and the tariff are put in the place of those that the terms would choose, since a case names no contract's.
 */
export async function decideCase(
  file: CaseToRun,
  presets: ReadonlyMap<string, Preset>,
): Promise<readonly CheckResult[]> {
  const { definitionId } = presetOf(presets, file.preset).definition;
  const recorded = await recordCase(withOrderedParties(file), { definitionId, evidence: evidenceAsked(file, presets) });
  const known = knownAt(
    recorded,
    file.checks.map((check) => dayOf(check.known ?? check.at)),
  );
  return file.checks.map((check) => {
    const preset = check.preset ?? file.preset;
    const then = known.get(dayOf(check.known ?? check.at));
    if (then === undefined) throw new RangeError(`Nothing was folded for ${check.known ?? check.at}`);
    const determination = assess({
      file: knownFile(then.file),
      claim: claimFacts(then.file, claimIdOf(check.c)),
      terms: then.terms,
      asOf: dayOf(check.at),
      whatIf: presetOf(presets, preset),
    });
    return checkResult({ case: file.case, check, preset }, determination);
  });
}

/** Mandatory fields are present in a case, by whichever of its definition sets: a what-if asks of the same claim. */
const evidenceAsked = ({ preset, checks }: CaseToRun, presets: ReadonlyMap<string, Preset>) => [
  ...new Set(
    [preset, ...checks.map((check) => check.preset ?? preset)].flatMap(
      (name) => presetOf(presets, name).definition.parameters.requiredEvidence,
    ),
  ),
];

function presetOf(presets: ReadonlyMap<string, Preset>, name: string): Preset {
  const preset = presets.get(name);
  if (preset === undefined) throw new RangeError(`No preset ${name}`); // Reading the file refused it.
  return preset;
}

import { stringify } from 'yaml';
import { decideCase, readCaseFile } from '@uitkomst/projections/cases';
import { BUILT_IN, readPresets, type Presets } from '../../../apps/audit/src/presets-file.js';
import type { Answer, CaseFile, WrittenPreset } from './case-file.js';

/** The product's presets: those built in, and those of a generated file beside them. */
export function productPresets(written: Record<string, WrittenPreset>): Presets {
  if (Object.keys(written).length === 0) return BUILT_IN;
  const read = readPresets('presets.yaml', stringify({ presets: written }), BUILT_IN);
  if ('problems' in read) throw new Error(`presets refused: ${JSON.stringify(read.problems)}`);
  return read.presets;
}

/** What the product's case runner answers to each check of a file, read from its text as an auditor would. */
export async function answersOf(file: CaseFile, presets: Presets): Promise<Answer[]> {
  const read = await readCaseFile(`${file.case}.yaml`, stringify(file), {
    presets: presets.named,
    beside: () => Promise.reject(new Error('a generated file stands alone')),
  });
  if ('problems' in read) throw new Error(`case refused: ${JSON.stringify(read.problems)}`);
  const answers: Answer[] = [];
  for (const one of read.cases)
    for (const { got } of await decideCase(one, presets.named))
      answers.push({ ...got, fail: [...got.fail], open: [...got.open] });
  return answers;
}

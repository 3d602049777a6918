import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { parsePresetTexts, withPresets, type Answer, type CaseFile, type Preset } from './case-file.js';
import { decide } from './decide.js';
import { generate, type Generated } from './generator/generate.js';
import { answersOf, productPresets } from './product.js';
import { shrink } from './shrink.js';

const FILES = Number(process.env['CASES_FILES'] ?? 5000);
const FIRST_SEED = Number(process.env['CASES_SEED'] ?? 1);
/** After so many differing files the rest says nothing new. */
const DIFFERENCES_MAX = Number(process.env['CASES_DIFFERENCES'] ?? 5);

const shipped = parsePresetTexts(readFileSync(join(__dirname, '..', 'presets.yaml'), 'utf8'));

interface Both {
  oracle: Answer;
  product: Answer;
}

interface BothPresets {
  oracle: ReadonlyMap<string, Preset>;
  product: ReturnType<typeof productPresets>;
}

const presetsFor = ({ presets }: Generated): BothPresets => ({
  oracle: withPresets(shipped, presets),
  product: productPresets(presets),
});

async function both(file: CaseFile, presets: BothPresets): Promise<Both[]> {
  const got = await answersOf(file, presets.product);
  return file.checks.map((check, place) => {
    const product = got[place];
    if (!product) throw new Error(`${file.case}: check ${place + 1} got no answer`);
    return { oracle: decide(file, check, presets.oracle), product };
  });
}

const differ = ({ oracle, product }: Both): boolean =>
  JSON.stringify(inOrder(oracle)) !== JSON.stringify(inOrder(product));

const inOrder = ({ outcome, until, fail, open, amount }: Answer): unknown[] => [outcome, until, fail, open, amount];

async function report(generated: Generated, presets: BothPresets): Promise<string> {
  const differs = async (file: CaseFile): Promise<boolean> => (await both(file, presets)).some(differ);
  const least = await shrink(generated.file, differs);
  const answers = (await both(least, presets)).filter(differ);
  return [
    `seed ${generated.seed}: CASES_SEED=${generated.seed} CASES_FILES=1`,
    stringify({ ...least, presets: generated.presets }),
    ...answers.flatMap(({ oracle, product }) => [
      `second reading: ${JSON.stringify(oracle)}`,
      `product:        ${JSON.stringify(product)}`,
    ]),
  ].join('\n');
}

/** Every code that a case file can bring about, failing or open. */
const CODES = `
  CONTRACT_NOT_IN_FORCE NO_ASSIGNMENT CLAIM_LATE SANCTION_NOT_OUTFLOW BENEFIT_NOT_ENDED
  PARTIAL_BENEFIT_CONTINUES OUTFLOW_NOT_TO_WORK OUTFLOW_TO_EDUCATION EMPLOYMENT_UNVERIFIED NOT_PAID_EMPLOYMENT
  PAYROLL_PLACEMENT DETACHERING_NOT_REGULAR FORM_NOT_ALLOWED SUBSIDISED_EMPLOYMENT EMPLOYER_AFFILIATED
  SELF_EMPLOYMENT_UNVERIFIED HOURS_BELOW_MINIMUM EVIDENCE_MISSING CONTRACT_TOO_SHORT
  RETURN_TO_PREVIOUS_EMPLOYER LADDER_STEP_NOT_WORK NOT_YET_MATURE AWAITING_REGISTRY RELAPSE_WITHIN_SUSTAIN
  OTHER_BENEFIT_IN_SUSTAIN EMPLOYMENT_GAP_EXCEEDED EMPLOYER_CHANGED_IN_SUSTAIN OUTSIDE_AFTERCARE
  SELF_FOUND_BEFORE_INTAKE APPLICATION_DATE_UNKNOWN SELF_FOUND_ASSISTED NO_CONTRIBUTION_EVIDENCE
  CLIENT_DISPUTES_CONTRIBUTION OUTFLOW_CREDITED_TO_OTHER COMPETING_CLAIM OUTFLOW_ALREADY_PAID
  CLAIMED_WITH_OTHER_FUNDER REPEAT_OUTFLOW_WITHIN_WAITING NOTHING_DUE ELIGIBLE REJECTED PENDING REVIEW CLAWBACK
`
  .trim()
  .split(/\s+/);

describe('the rules as the product applies them', () => {
  it('meets every code and outcome at least twenty times in 5,000 random files', () => {
    const counts = new Map(CODES.map((code) => [code, 0]));
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 5000; seed += 1) {
      const generated = generate(seed, shipped);
      for (const check of generated.file.checks) {
        const { outcome, fail, open } = decide(generated.file, check, withPresets(shipped, generated.presets));
        for (const met of [outcome, ...fail, ...open]) counts.set(met, (counts.get(met) ?? NaN) + 1);
      }
    }
    if (process.env['CASES_COVERAGE']) process.stdout.write(`${JSON.stringify(Object.fromEntries(counts), null, 1)}\n`);
    expect([...counts].filter(([, count]) => !(count >= 20))).toEqual([]);
  });

  it(`decides ${FILES} random files as a second reading of the rules does`, async () => {
    const differences: string[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + FILES && differences.length < DIFFERENCES_MAX; seed += 1) {
      const generated = generate(seed, shipped);
      const presets = presetsFor(generated);
      const answers = await both(generated.file, presets);
      if (answers.some(differ)) differences.push(await report(generated, presets));
    }
    expect(differences.join('\n\n')).toBe('');
  }, 600_000);
});

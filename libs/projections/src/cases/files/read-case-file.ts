import { CaseFile, type CaseFact, IRREVOCABLE, MutationsFile } from './case-file.js';
import { contradictionIn } from './contradictions.js';
import { mutated } from './mutations.js';
import { type Problem, YamlText } from './yaml-text.js';

/** A case as it will be run: one client's history, its claims and what is asked about them. */
export type CaseToRun = CaseFile;

/** A problem of a whole file or of a part of it stops that file; nothing of it is decided. */
export type CasesRead = { readonly cases: readonly CaseToRun[] } | { readonly problems: readonly Problem[] };

/** What reading needs from outside the text: the names of the presets, and the base case beside a file of mutations. */
export interface CaseSurroundings {
  readonly presets: { has(name: string): boolean };
  /** The text of a file in the same folder; its absence is a problem of the file that asks. */
  readonly beside: (name: string) => Promise<string>;
}

const BASE_CASE = 'GC-01.yaml';

/** Reads a case file, or a file of mutations of the base case beside it. */
export async function readCaseFile(file: string, text: string, around: CaseSurroundings): Promise<CasesRead> {
  const yaml = YamlText.read(file, text);
  if (!(yaml instanceof YamlText)) return { problems: yaml };
  if (isObject(yaml.value) && 'mutations' in yaml.value) return readMutations(file, yaml, around);
  const parsed = CaseFile.safeParse(yaml.value);
  if (!parsed.success) return { problems: yaml.problems(parsed.error) };
  const problems = referenceProblems(yaml, parsed.data, around);
  return problems.length > 0 ? { problems } : { cases: [parsed.data] };
}

async function readMutations(file: string, yaml: YamlText, around: CaseSurroundings): Promise<CasesRead> {
  const parsed = MutationsFile.safeParse(yaml.value);
  if (!parsed.success) return { problems: yaml.problems(parsed.error) };
  let baseText: string;
  try {
    baseText = await around.beside(BASE_CASE);
  } catch {
    return { problems: [{ file, reason: `changes ${BASE_CASE}, which cannot be read beside it` }] };
  }
  const base = await readCaseFile(BASE_CASE, baseText, around);
  if ('problems' in base) return { problems: base.problems };
  const cases: CaseToRun[] = [];
  const problems: Problem[] = [];
  for (const [index, mutation] of parsed.data.mutations.entries()) {
    const path = ['mutations', index];
    const changed = base.cases[0] && mutated(base.cases[0], mutation);
    if (changed === undefined) return { problems: [yaml.problem(path, `${BASE_CASE} holds no claim c1`)] };
    if (!around.presets.has(changed.preset))
      problems.push(yaml.problem([...path, 'preset'], unknownPreset(changed.preset)));
    problems.push(...factProblems(yaml, changed, { facts: mutation.add, path: [...path, 'add'] }));
    cases.push(changed);
  }
  return problems.length > 0 ? { problems } : { cases };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const unknownPreset = (name: string): string => `names the preset ${name}, which does not exist`;

/** What no schema sees: names that stand for nothing. Facts may refer to things that never were; that is a story too. */
function referenceProblems(yaml: YamlText, file: CaseFile, { presets }: CaseSurroundings): readonly Problem[] {
  const problems: Problem[] = [];
  if (!presets.has(file.preset)) problems.push(yaml.problem(['preset'], unknownPreset(file.preset)));
  const claims = new Set<string>();
  for (const [index, { id }] of file.claims.entries()) {
    if (claims.has(id)) problems.push(yaml.problem(['claims', index, 'id'], `is ${id}, as of an earlier claim`));
    claims.add(id);
  }
  for (const [index, { c, preset }] of file.checks.entries()) {
    if (!claims.has(c))
      problems.push(yaml.problem(['checks', index, 'c'], `names the claim ${c}, which the file does not hold`));
    if (preset !== undefined && !presets.has(preset))
      problems.push(yaml.problem(['checks', index, 'preset'], unknownPreset(preset)));
  }
  problems.push(...factProblems(yaml, file, { facts: file.facts, path: ['facts'] }));
  return problems;
}

function factProblems(
  yaml: YamlText,
  { claims, facts }: CaseFile,
  where: { readonly facts: readonly CaseFact[]; readonly path: readonly PropertyKey[] },
): readonly Problem[] {
  const irrevocable = new Map(facts.filter(({ e }) => IRREVOCABLE.has(e)).map(({ id, e }) => [id, e]));
  return where.facts.flatMap((fact, index) => {
    const path = [...where.path, index];
    // A payment may be of a claim outside the file; an officer's decision on a claim nobody made is a slip of the pen.
    if (fact.e === 'ReviewResolved' && !claims.some(({ id }) => id === fact.claim))
      return [yaml.problem([...path, 'claim'], `names the claim ${fact.claim}, which the file does not hold`)];
    const kept = fact.e === 'FactRetracted' ? irrevocable.get(fact.target) : undefined;
    if (kept !== undefined) return [yaml.problem([...path, 'target'], `names a ${kept}, which cannot be retracted`)];
    const contradiction = contradictionIn(fact, facts);
    return contradiction ? [yaml.problem([...path, contradiction.field], contradiction.reason)] : [];
  });
}

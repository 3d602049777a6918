// Rules changed by a later version of the program: what was decided before still replays to its bytes (rulings 2.7).
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { amsterdamDay, textOf } from '@uitkomst/domain';
import { testBsn } from './municipality.js';
import { ServerProcess } from './server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-next-'));
const data = join(folder, 'data');
let server: ServerProcess | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const RULES = 'dist/libs/domain/src/assessment/rules/index.js';
const THIS = resolve('.');
/** Where the rule sets stand side by side in the built program. */
const SET = /\[\s*RULE_SET,\s*RULES\s*\]/;
/** Rule 2 (the municipality assigned the client) as a later law might have it: no longer asked. */
const WITHOUT_R2 = `RULES.map((rule) => (rule.id === 'R2' ? { ...rule, check: () => ({ result: 'PASS' }) } : rule))`;

/** The built program with other rule sets. */
function versionWith(name: string, ruleSets: string): string {
  const program = join(folder, name);
  cpSync('dist', join(program, 'dist'), { recursive: true });
  for (const path of ['node_modules', 'package.json']) symlinkSync(resolve(path), join(program, path));
  const rules = readFileSync(RULES, 'utf8');
  expect(rules).toMatch(SET);
  writeFileSync(join(program, RULES), rules.replace(SET, ruleSets));
  return program;
}

/** Ends the server that runs, and starts that of a version on the same data. */
async function startOf(program: string): Promise<ServerProcess> {
  await server?.stop();
  server = await ServerProcess.start(data, {}, join(program, 'dist/apps/api/src/main.js'));
  return server;
}

async function post(to: ServerProcess, who: Readonly<Record<'role' | 'organisation', string>>, ask: Ask) {
  const answer = await fetch(`${to.url}/v1${ask.path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await to.token(who.role, { organisation: who.organisation })}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(ask.body),
  });
  const told = (await answer.json()) as { readonly claimId: string };
  if (answer.status !== 201) throw new Error(JSON.stringify(told));
  return told;
}
interface Ask {
  readonly path: string;
  readonly body: object;
}

async function claimed(by: ServerProcess, number: number): Promise<string> {
  const body = { bsn: testBsn(number), assertedOutflowOn: '2026-01-05', providerReference: `R-${number}` };
  const { claimId } = await post(by, { role: 'PROVIDER', organisation: 'AANBIEDER-A' }, { path: '/claims', body });
  return claimId;
}

const activated = (by: ServerProcess) =>
  post(
    by,
    { role: 'CONTRACTS', organisation: 'gemeente' },
    {
      path: '/regelsets',
      body: {
        ruleSet: 'NL-RULES@2',
        decisionRef: 'Collegebesluit 2026/77',
        validFrom: textOf(amsterdamDay(new Date().toISOString())),
      },
    },
  );

function audit(program: string, ...argv: readonly string[]) {
  const main = join(program, 'dist/apps/audit/src/main.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, ...argv, '--json', '--quiet'],
    { encoding: 'utf8', env: { ...process.env, UITKOMST_DATA: data } },
  );
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, answers: lines.map((line) => JSON.parse(line) as Told) };
}

/** What `replay` says of a decision, and `explain` of a claim. */
interface Told {
  readonly claim: string;
  readonly equal?: boolean;
  readonly differs?: string;
  readonly ruleSet?: string;
  readonly rules?: readonly { readonly rule: string; readonly result: string }[];
}

test('a changed rule is a new rule set: what was decided before keeps its bytes, and a rule edited in place shows', async () => {
  const old = await claimed(await startOf(THIS), 1);
  expect(audit(THIS, 'replay')).toMatchObject({ status: 0, answers: [{ claim: old, equal: true }] });

  const next = versionWith('next', `[RULE_SET, RULES], ['NL-RULES@2', ${WITHOUT_R2}]`);
  const running = await startOf(next);
  await activated(running);
  const recent = await claimed(running, 2);
  await running.stop();

  const answerOfR2 = (claim: string) => {
    const [explained] = audit(next, 'explain', '--claim', claim).answers;
    return [explained?.ruleSet, explained?.rules?.find(({ rule }) => rule === 'R2')?.result];
  };
  expect(answerOfR2(recent)).toEqual(['NL-RULES@2', 'PASS']);
  const replayed = audit(next, 'replay');
  expect(replayed).toMatchObject({ status: 0, stderr: '' });
  expect(new Set(replayed.answers.map(({ claim, equal }) => `${claim} ${equal}`))).toEqual(
    new Set([`${old} true`, `${recent} true`]),
  );

  const tooOld = audit(THIS, 'replay');
  expect(tooOld.status).toBe(4);
  expect(tooOld.stderr).toMatch(/older than the ledger: Rule set NL-RULES@2 is active/);

  const edited = versionWith('edited', `[RULE_SET, ${WITHOUT_R2}], ['NL-RULES@2', ${WITHOUT_R2}]`);
  const differing = audit(edited, 'replay');
  expect(differing.status).toBe(1);
  expect(differing.answers.filter(({ equal }) => !equal)).toMatchObject([{ claim: old, differs: 'R2' }]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-staffing-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function audit(text: string, ...options: readonly string[]) {
  const file = join(folder, 'staff.yaml');
  writeFileSync(file, text);
  const { out, err } = capture();
  const exitCode = await runAudit(['staffing', file, ...options], { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}

const person = (subject: string, role: string): string => `  - {subject: ${subject}, roles: [${role}]}\n`;
const OFFICE = `people:\n${person('c1', 'CONTRACTS')}${person('f1', 'FINANCE')}`;
const officers = (count: number): string =>
  Array.from({ length: count }, (_, index) => person(`o${index + 1}`, 'OFFICER')).join('');
const seconds = (count: number): string =>
  Array.from({ length: count }, (_, index) => person(`a${index + 1}`, 'APPROVER2')).join('');

it('says that three and three can do everything', async () => {
  const { exitCode, out } = await audit(OFFICE + officers(3) + seconds(3));
  expect(exitCode).toBe(0);
  expect(out.every((line) => line.startsWith('ok'))).toBe(true);
});

it('says with whom nobody can pay, and why', async () => {
  const { exitCode, out } = await audit(OFFICE + officers(1) + seconds(3));
  expect(exitCode).toBe(1);
  expect(out).toContain(
    'NO  PAY (pay a bonus): nobody is left to release a batch (pay): o1 did approve first and prepare a batch',
  );
});

it('answers programs a JSON line a journey', async () => {
  const { out } = await audit(OFFICE + officers(3), '--json');
  const answers = out.map((line) => JSON.parse(line) as { readonly possible: boolean; readonly nobodyFor?: string });
  expect(answers.map(({ nobodyFor = 'ok' }) => nobodyFor)).toEqual([
    'ok',
    'ok',
    'APPROVE_2',
    'APPROVE_2',
    'APPROVE_2',
    'APPROVE_2',
  ]);
});

it.each([
  [`people:\n${person('o1', 'OFICER')}`, 'staff.yaml:2: people[0].roles[0]'],
  [`people:\n${person('o1', 'OFFICER')}${person('o1', 'APPROVER2')}`, 'staff.yaml:3: people[1].subject is there twice'],
  ['people: []\n', 'staff.yaml:1: people'],
])('names the place of what is wrong in %j', async (text, where) => {
  const { exitCode, err } = await audit(text);
  expect(exitCode).toBe(2);
  expect(err.join('\n')).toContain(where);
});

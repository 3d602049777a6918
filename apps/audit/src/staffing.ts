import { Role, staffingOf, SubjectId, WHO_MAY, type Staffed, type StaffMember } from '@uitkomst/domain';
import { problemText, YamlText } from '@uitkomst/projections/cases';
import { z } from 'zod';
import { readText, UnreadableFile } from './read-input.js';
import { EXIT, Stop, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

export interface StaffingOptions {
  readonly json?: boolean | undefined;
}

/** `people: [{subject: officer-1, roles: [OFFICER]}]`: no names, the subject ids of the tokens. */
const StaffFile = z.strictObject({
  people: z
    .array(z.strictObject({ subject: SubjectId, roles: z.array(Role.exclude(['SYSTEM'])).min(1) }))
    .min(1)
    .max(500),
});

/** Says before the first claim whether these people can pay, reclaim and decide objections, or for what nobody is left. */
export async function staffing(file: string, { json = false }: StaffingOptions, terminal: Terminal): Promise<ExitCode> {
  const answers = staffingOf(await peopleIn(file));
  for (const answer of answers) await terminal.answer(json ? JSON.stringify(answer) : lineOf(answer));
  const stuck = answers.filter(({ possible }) => !possible).length;
  terminal.remark(
    stuck === 0 ? 'Everything can be carried through' : `${stuck} of ${answers.length} cannot be carried through`,
  );
  return stuck === 0 ? EXIT.FINE : EXIT.DIFFERENCE;
}

async function peopleIn(file: string): Promise<readonly StaffMember[]> {
  const yaml = YamlText.read(file, await textOf(file));
  if (!(yaml instanceof YamlText)) throw new Stop(EXIT.UNREADABLE, yaml.map(problemText).join('\n'));
  const parsed = StaffFile.safeParse(yaml.value);
  if (!parsed.success) throw new Stop(EXIT.UNREADABLE, yaml.problems(parsed.error).map(problemText).join('\n'));
  const { people } = parsed.data;
  const twice = people.findIndex(({ subject }, at) => people.findIndex((one) => one.subject === subject) < at);
  if (twice >= 0)
    throw new Stop(EXIT.UNREADABLE, problemText(yaml.problem(['people', twice, 'subject'], 'is there twice')));
  return people;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readText(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Stop(EXIT.UNREADABLE, `${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

function lineOf(answer: Staffed): string {
  const { journey, by } = answer;
  if (answer.possible)
    return `ok  ${journey.code}: ${by.map(({ duty, subject }) => `${WHO_MAY[duty].en} ${subject}`).join(', ')}`;
  const { nobodyFor, barred } = answer;
  const role = WHO_MAY[nobodyFor].roles.join(' or ');
  const why =
    barred.length === 0
      ? `nobody is ${role}`
      : barred
          .map(({ subject, did }) => `${subject} did ${did.map((duty) => WHO_MAY[duty].en).join(' and ')}`)
          .join('; ');
  return `NO  ${journey.code} (${journey.en}): nobody is left to ${WHO_MAY[nobodyFor].en}: ${why}`;
}

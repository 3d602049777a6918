import { useState } from 'react';
import { DataTable } from '../../parts/data-table.js';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import { Status } from '../../parts/status.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { RecordAnswer, Schema } from '../../shell/api/client.js';
import type { Fault } from '../../shell/api/problem.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useBilingual } from '../../shell/language/language.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import { useTracesTexts } from './traces-texts.js';

type Duty = Schema<'Duty'>;
type Person = Schema<'CheckStaffing'>['people'][number];

const ROLES = ['OFFICER', 'APPROVER2', 'FINANCE', 'CONTRACTS', 'CASEMGR', 'BENEFITS', 'AUDITOR'] as const;
const LINE = /^([^:\s]+)\s*:\s*(\S.*)$/;

/** Asks whether given people can do all that must be done, before the first claim comes in. */
export function StaffingCheck({ nameOf }: { readonly nameOf: (duty: Duty) => string }) {
  const texts = useTracesTexts();
  const names = useShellTexts().roles;
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<RecordAnswer<'/functiescheiding/_controleer'>>();
  const { send, pending, problem } = useRecording('/functiescheiding/_controleer');
  const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const check = (): Fault[] => {
    const wrong = lines.findIndex((line) => personIn(line, names) === undefined);
    const message = texts.peopleMisshapen(wrong + 1);
    return wrong < 0 ? [] : [{ in: 'body', pointer: '/people', code: 'misshapen', message }];
  };
  const submit = async (): Promise<void> => {
    const given = await send({ body: { people: lines.flatMap((line) => personIn(line, names) ?? []) } });
    setAnswer(given?.data);
    if (given !== undefined) announce(texts.staffed(given.data.results.filter(({ possible }) => !possible).length));
  };
  return (
    <section aria-labelledby="staffing">
      <h2 id="staffing">{texts.staffing}</h2>
      <p>{texts.staffingIntro}</p>
      <Form
        problem={problem}
        pending={pending}
        submit={texts.checkStaffing}
        check={check}
        onSubmit={() => void submit()}
      >
        <Field
          pointer="/people"
          label={texts.people}
          hint={texts.peopleHint(ROLES.map((role) => names[role]).join(', '))}
        >
          {(input) => (
            <textarea
              {...input}
              required
              rows={6}
              spellCheck={false}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
      </Form>
      {answer !== undefined && <Journeys answer={answer} nameOf={nameOf} />}
    </section>
  );
}

interface JourneysProps {
  readonly answer: RecordAnswer<'/functiescheiding/_controleer'>;
  readonly nameOf: (duty: Duty) => string;
}

function Journeys({ answer, nameOf }: JourneysProps) {
  const texts = useTracesTexts();
  const said = useBilingual();
  return (
    <DataTable
      caption={texts.staffing}
      captionHidden
      columns={[
        { head: texts.journey, cell: ({ text }) => said(text) },
        {
          head: texts.answer,
          cell: ({ possible }) => (
            <Status tone={possible ? 'good' : 'bad'}>{possible ? texts.possible : texts.impossible}</Status>
          ),
        },
        {
          head: texts.how,
          cell: ({ by, nobodyFor }) => (
            <ul className="evidence">
              {by.map(({ duty, subject }) => (
                <li key={duty}>
                  {nameOf(duty)}: {subject}
                </li>
              ))}
              {nobodyFor !== undefined && <li>{texts.nobodyFor(nameOf(nobodyFor))}</li>}
            </ul>
          ),
        },
      ]}
      rows={answer.results}
      keyOf={({ journey }) => journey}
    />
  );
}

/** Roles are typed in the words of the page; undefined where one of them is no role. */
function personIn(line: string, names: Readonly<Record<string, string>>): Person | undefined {
  const [, subject, typed = ''] = LINE.exec(line) ?? [];
  const roles = typed
    .split(',')
    .map((word) => ROLES.find((role) => names[role]?.toLowerCase() === word.trim().toLowerCase()));
  if (subject === undefined || roles.includes(undefined)) return undefined;
  return { subject, roles: roles as Person['roles'] };
}

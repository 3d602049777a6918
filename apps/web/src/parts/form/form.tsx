import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { Fault, Problem } from '../../shell/api/problem.js';
import { Faults } from './faults.js';
import { usePartsTexts } from '../parts-texts.js';
import { ErrorSummary } from './error-summary.js';
import { ProblemNotice } from '../problem-notice.js';

interface Props {
  /** What the server refused the last time; its faults appear at their fields. */
  readonly problem: Problem | null;
  readonly pending: boolean;
  /** The word on the button. */
  readonly submit: string;
  readonly onSubmit: () => void;
  /** Checks of the screen's own that HTML does not know. */
  readonly check?: () => readonly Fault[];
  /** False: nothing can be sent now, as when what is decided on changed. */
  readonly allowed?: boolean;
  /** What stands beside the button, as the way out of a dialog. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

const noCheck = (): readonly Fault[] => [];

/** A form whose errors stand at their fields and in one summary that links to them (WCAG 3.3.1, 3.3.3). */
export function Form(props: Props) {
  const { problem, pending, submit, onSubmit, check = noCheck, allowed = true, beside, children } = props;
  const texts = usePartsTexts();
  const summary = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<readonly Fault[]>([]);
  const faults = useMemo(() => [...own, ...(own.length > 0 ? [] : (problem?.faults ?? []))], [own, problem]);
  useEffect(() => {
    if (own.length > 0 || problem !== null) summary.current?.focus();
  }, [own, problem]);
  const submitted = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!allowed) return;
    const form = event.currentTarget;
    const empty = emptyOnes(form, texts);
    // What is not filled in is not also wrong.
    const wrong = check().filter((fault) => !empty.some(({ pointer }) => pointer === fault.pointer));
    const found = inOrder([...empty, ...wrong], form);
    setOwn(found);
    if (found.length === 0) onSubmit();
  };
  return (
    <Faults value={faults}>
      <form noValidate onSubmit={submitted}>
        <div ref={summary} tabIndex={-1} className="form-summary">
          {faults.length > 0 ? <ErrorSummary faults={faults} /> : <ProblemNotice problem={problem} />}
        </div>
        {children}
        <div className="buttons">
          {allowed && (
            <button type="submit" disabled={pending} aria-busy={pending}>
              {pending ? texts.busy : submit}
            </button>
          )}
          {beside}
        </div>
      </form>
    </Faults>
  );
}

/** As the fields stand on the page, whoever found what is wrong with them; what is about none of them comes last. */
function inOrder(faults: readonly Fault[], form: HTMLFormElement): readonly Fault[] {
  const names = Array.from(form.elements, (one) => one.getAttribute('name'));
  const place = ({ pointer }: Fault): number => (names.includes(pointer) ? names.indexOf(pointer) : names.length);
  return faults.toSorted((one, other) => place(one) - place(other));
}

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What HTML itself knows to be missing or misshapen, in our own words and language. */
function emptyOnes(form: HTMLFormElement, texts: ReturnType<typeof usePartsTexts>): Fault[] {
  return [...form.querySelectorAll<Input>('input:invalid, select:invalid, textarea:invalid')].map((input) => {
    const label = input.labels?.[0]?.dataset['label'] ?? input.name;
    const { valueMissing, customError } = input.validity;
    const own = customError ? `${label}: ${input.validationMessage}` : texts.misshapen(label);
    const message = valueMissing ? texts.required(label) : own;
    // A label that asks has its own sign at the end.
    return { in: 'body', pointer: input.name, code: 'required', message: message.replace('?.', '?') };
  });
}

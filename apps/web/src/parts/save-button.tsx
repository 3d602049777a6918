import { useMutation } from '@tanstack/react-query';
import type { Problem } from '../shell/api/problem.js';
import { usePartsTexts } from './parts-texts.js';
import { ProblemNotice } from './problem-notice.js';

interface Props {
  readonly label: string;
  /** Under which name it is saved. */
  readonly name: string;
  /** What is saved, fetched or made when asked for. */
  readonly content: () => Promise<Blob>;
}

/** Saves a document: a letter, a receipt, a proof. */
export function SaveButton({ label, name, content }: Props) {
  const texts = usePartsTexts();
  const { mutate, isPending, error } = useMutation<void, Problem>({
    mutationFn: async () => save(await content(), name),
  });
  return (
    <>
      <button type="button" disabled={isPending} aria-busy={isPending} onClick={() => mutate()}>
        {isPending ? texts.busy : label}
      </button>
      <ProblemNotice problem={error} />
    </>
  );
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A document of our own making, such as a receipt: readable by people and machines. */
export const jsonBlob = (content: unknown): Blob =>
  new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' });

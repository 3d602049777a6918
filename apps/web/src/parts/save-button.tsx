import { useMutation } from '@tanstack/react-query';
import type { Problem } from '../shell/api/problem.js';
import { send } from '../shell/api/send.js';
import { useSignedIn } from '../shell/session/who-works.js';
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

interface ListProps {
  readonly path: '/v1/claims' | '/v1/werkvoorraad';
  /** As the page asks for it; of a file all pages. */
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly name: string;
}

/** Saves a whole list as it was asked for, named by its day. */
export function SaveList({ path, query, name }: ListProps) {
  const texts = usePartsTexts();
  const { today } = useSignedIn();
  const whole = { ...query, page: undefined, pageSize: undefined };
  const asCsv = async (): Promise<Blob> => (await send({ path, query: whole, accept: 'text/csv' })).blob();
  return <SaveButton label={texts.saveList} name={`${name}-${query['asOf'] ?? today}.csv`} content={asCsv} />;
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

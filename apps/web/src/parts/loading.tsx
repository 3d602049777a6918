import type { ReactNode } from 'react';
import type { Reading } from '../shell/api/use-reading.js';
import { usePartsTexts } from './parts-texts.js';
import { ProblemNotice } from './problem-notice.js';

/** Something is being fetched. */
export function Loading() {
  const texts = usePartsTexts();
  return (
    <p className="loading" aria-busy="true">
      {texts.loading}
    </p>
  );
}

interface Props<T> {
  readonly reading: Reading<T>;
  readonly children: (data: T, etag: string | undefined) => ReactNode;
}

/** What was read, or that it is being read, or why it could not be read. */
export function Loaded<T>({ reading: { data, error }, children }: Props<T>) {
  return (
    <>
      <ProblemNotice problem={error} />
      {data === undefined ? error === null && <Loading /> : children(data.data, data.etag)}
    </>
  );
}

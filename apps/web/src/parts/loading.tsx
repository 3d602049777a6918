import type { ReactNode } from 'react';
import type { Reading } from '../shell/api/use-reading.js';
import { usePartsTexts } from './parts-texts.js';
import { ProblemNotice } from './problem-notice.js';

/** Something is being fetched, or made first. */
export function Loading({ made }: { readonly made?: string | undefined }) {
  const texts = usePartsTexts();
  return (
    <p className="loading" aria-busy="true">
      {made ?? texts.loading}
    </p>
  );
}

interface Props<T> {
  readonly reading: Reading<T>;
  readonly children: (data: T, etag: string | undefined) => ReactNode;
}

/** What was read, or that it is being read, or why it could not be read. */
export function Loaded<T>({ reading: { data, error, failureReason }, children }: Props<T>) {
  const made = failureReason?.isBeingMade === true ? failureReason.details.detail : undefined;
  return (
    <>
      <ProblemNotice problem={error} />
      {data === undefined ? error === null && <Loading made={made} /> : children(data.data, data.etag)}
    </>
  );
}

import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Reading } from '../shell/api/use-reading.js';
import { Loaded } from './loading.js';
import { Pager } from './pager.js';

const PAGE_SIZE = 25;

/** Which page of a list is shown, and how another is asked for. */
export interface Paging {
  /** As the server is asked for it. */
  readonly query: { readonly page: number; readonly pageSize: number };
  readonly onPage: (page: number) => void;
}

/** The page that an address names; the rest of the address stays when another is asked for. */
export function usePaging(name = 'page'): Paging {
  const [asked, setAsked] = useSearchParams();
  return {
    query: { page: Math.max(1, Number(asked.get(name)) || 1), pageSize: PAGE_SIZE },
    onPage: (page) =>
      setAsked((before) => {
        const next = new URLSearchParams(before);
        next.set(name, String(page));
        return next;
      }),
  };
}

interface Props<T> {
  readonly reading: Reading<{ readonly count: number; readonly results: readonly T[] }>;
  readonly paging: Paging;
  /** What is shown of the page; `count` is that of all pages together. */
  readonly children: (results: readonly T[], count: number) => ReactNode;
}

/** One page of a list as it was read, and the way to the others. */
export function Paged<T>({ reading, paging, children }: Props<T>) {
  return (
    <Loaded reading={reading}>
      {({ count, results }) => (
        <>
          {children(results, count)}
          <Pager {...paging.query} count={count} onPage={paging.onPage} />
        </>
      )}
    </Loaded>
  );
}

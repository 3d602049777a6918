import { useSearchParams } from 'react-router';
import type { ReadAsked } from '../shell/api/client.js';
import { withChanged } from '../shell/asked.js';

type Query = NonNullable<ReadAsked<'/werkvoorraad'>['query']>;

export const PAGE_SIZE = 25;

/** What the work list shows is in the address, so that it can be kept, sent and gone back to. */
export interface DeskQuestion {
  readonly query: Query & { readonly page: number };
  /** What is still underway unless asked otherwise, or `all`, or only what is `done`. */
  readonly scope: string;
  /** The part of a number as typed, also while it is too short to search for. */
  readonly search: string;
  readonly ask: (changed: Readonly<Record<string, string>>) => void;
}

export function useDeskQuestion(): DeskQuestion {
  const [asked, setAsked] = useSearchParams();
  const value = (name: string): string => asked.get(name) ?? '';
  const contested = value('contested');
  const state = value('state') as NonNullable<Query['state']> | '';
  const attention = value('attention') as NonNullable<Query['attention']> | '';
  const sort = value('sort') as NonNullable<Query['sort']> | '';
  return {
    query: {
      page: Math.max(1, Number(value('page')) || 1),
      pageSize: PAGE_SIZE,
      ...underwayIn(asked),
      ...(state !== '' && { state }),
      ...(value('providerId') !== '' && { providerId: value('providerId') }),
      ...((contested === 'true' || contested === 'false') && { contested }),
      ...(attention !== '' && { attention }),
      ...(value('overdue') === 'true' && { overdue: 'true' as const }),
      ...(value('q').length > 1 && { q: value('q') }),
      ...(sort !== '' && { sort }),
    },
    scope: value('scope'),
    search: value('q'),
    // Who goes back goes to what was shown before, not to one letter less.
    ask: (changed) => setAsked((before) => withChanged(before, changed), { replace: 'q' in changed }),
  };
}

/** Who names a state or searches a number finds it, underway or not. */
function underwayIn(asked: URLSearchParams): Pick<Query, 'underway'> {
  const scope = asked.get('scope') ?? '';
  if (scope === 'done') return { underway: 'false' };
  const named = [asked.get('state'), asked.get('q')].some((value) => value !== null && value !== '');
  return scope === 'all' || named ? {} : { underway: 'true' };
}

import { TermsList } from '@uitkomst/contracts';
import type { z } from 'zod';

/** Ids of terms, in order. */
export const listed = (ids: Iterable<string>): z.infer<typeof TermsList> => ({
  results: [...new Set(ids)].toSorted().map((id) => ({ id })),
});

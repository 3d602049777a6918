import type { Condition } from '../reads.js';

/** What a provider asks of its own: nothing of another is in any answer. */
export interface OwnQuestion {
  readonly municipality: string;
  readonly providerId: string;
  readonly limit: number;
  readonly offset: number;
}

type OfProvider = { readonly municipality: string; readonly providerId: string };

export const ownBy = <R extends OfProvider>({ municipality, providerId }: OfProvider): Condition<R>[] => [
  { column: 'municipality', is: '=', value: municipality },
  { column: 'providerId', is: '=', value: providerId },
];

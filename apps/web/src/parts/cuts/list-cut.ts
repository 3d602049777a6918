import { queryOf, useCuts, type Cuts } from './cut.js';

/** At which two dates a list is asked; while it is in the past nothing can be done with it but look. */
export interface ListCut {
  readonly cuts: Cuts;
  readonly isPast: boolean;
  /** For the server; empty for the present. */
  readonly dates: { readonly asOf?: string; readonly knownAsOf?: string };
  /** Where a claim is looked at as the list has it: in the present on its own page, in the past on the same two dates. */
  readonly claimPath: (claimId: string) => string;
}

export function useListCut(): ListCut {
  const cuts = useCuts();
  const dates = queryOf(cuts.cut);
  const isPast = Object.keys(dates).length > 0;
  return {
    cuts,
    isPast,
    dates,
    claimPath: (claimId) =>
      isPast ? `/verantwoording/tijdreis/declaraties/${claimId}${cuts.search}` : `/declaraties/${claimId}`,
  };
}

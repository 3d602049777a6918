import { useSearchParams } from 'react-router';
import { withChanged } from '../../shell/asked.js';

/** As of when, and as known when: days, or empty for today and all that is known now. */
export interface Cut {
  readonly asOf: string;
  readonly knownAsOf: string;
}

/** Today, with all that is known now. */
export const NOW: Cut = { asOf: '', knownAsOf: '' };

/** The two dates a page is asked at, and the two it is compared with. They are in the address, so that a finding can be sent. */
export interface Cuts {
  readonly cut: Cut;
  /** Undefined: nothing is compared. */
  readonly other: Cut | undefined;
  readonly choose: (cut: Cut, other: Cut | undefined) => void;
  /** What a link to another page at the same dates ends with. */
  readonly search: string;
}

export function useCuts(): Cuts {
  const [asked, setAsked] = useSearchParams();
  const cutAt = (mark: string): Cut => ({
    asOf: asked.get(`asOf${mark}`) ?? '',
    knownAsOf: asked.get(`knownAsOf${mark}`) ?? '',
  });
  const other = asked.has('vergelijk') ? cutAt('2') : undefined;
  const cut = cutAt('');
  return {
    cut,
    other,
    choose: (chosen, compared) => setAsked((before) => withChanged(before, { ...NONE, ...paramsOf(chosen, compared) })),
    search: searchOf(paramsOf(cut, other)),
  };
}

/** What stays of an earlier choice: nothing. The rest of the address is not about dates. */
const NONE = { ...NOW, vergelijk: '', asOf2: '', knownAsOf2: '' };

/** The question for the server; what was left empty is not asked. */
export const queryOf = ({ asOf, knownAsOf }: Cut): { asOf?: string; knownAsOf?: string } => ({
  ...(asOf !== '' && { asOf }),
  ...(knownAsOf !== '' && { knownAsOf }),
});

function paramsOf(cut: Cut, other: Cut | undefined): Record<string, string> {
  return {
    ...queryOf(cut),
    ...(other !== undefined && {
      vergelijk: 'ja',
      ...(other.asOf !== '' && { asOf2: other.asOf }),
      ...(other.knownAsOf !== '' && { knownAsOf2: other.knownAsOf }),
    }),
  };
}

function searchOf(params: Record<string, string>): string {
  const search = new URLSearchParams(params).toString();
  return search === '' ? '' : `?${search}`;
}

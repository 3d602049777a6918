import { useEffect } from 'react';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { useAnnounce } from '../../shell/announcer.js';
import { dayText } from '../../shell/language/format.js';
import { Totals } from '../what-if/totals.js';
import { useMomentsTexts } from './moments-texts.js';
import { useTotals } from './use-totals.js';

interface Props {
  readonly from: string;
  readonly until: string;
}

/** Totals on two days, side by side. */
export function TotalsAt({ from, until }: Props) {
  const texts = useMomentsTexts();
  const announce = useAnnounce();
  const [first, second] = [useTotals(from), useTotals(until)];
  const sides = [
    { head: texts.first, mark: '1' },
    { head: texts.second, mark: '2' },
  ] as const;
  const isDone = first.data?.state === 'DONE' && second.data?.state === 'DONE';
  const said = texts.calculated(dayText(from), dayText(until));
  useEffect(() => {
    if (isDone) announce(said);
  }, [announce, isDone, said]);
  const problem = first.error ?? second.error;
  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (first.data?.state !== 'DONE' || second.data?.state !== 'DONE')
    return (
      <p className="loading" aria-busy="true">
        {texts.progress}
      </p>
    );
  return <Totals before={first.data.before} after={second.data.before} sides={sides} />;
}

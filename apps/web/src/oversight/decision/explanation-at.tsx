import type { ReactNode } from 'react';
import { isWhole } from '../../parts/facts/whole-explanation.js';
import { Loaded } from '../../parts/loading.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { queryOf, type Cut } from '../../parts/cuts/cut.js';
import { useDecisionTexts } from './decision-texts.js';

interface Props {
  readonly claimId: string;
  readonly cut: Cut;
  readonly children: (explanation: Schema<'Explanation'>) => ReactNode;
}

const NOT_FOUND = 404;

/** What the rules said of a claim on two dates, or in words that it was not there yet. */
export function ExplanationAt({ claimId, cut, children }: Props) {
  const texts = useDecisionTexts();
  const query = queryOf(cut);
  const reading = useReading('/claims/{claimId}/uitleg', { path: { claimId }, query });
  if (reading.error?.status === NOT_FOUND && query.knownAsOf !== undefined)
    return (
      <div className="notice">
        <p>{texts.notThere}</p>
        <p>{texts.notThereAdvice}</p>
      </div>
    );
  return <Loaded reading={reading}>{(data) => isWhole(data) && children(data)}</Loaded>;
}

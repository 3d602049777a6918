import type { ReactNode } from 'react';
import { Loaded } from '../../parts/loading.js';
import type { Schema } from '../../shell/api/client.js';
import type { Cut } from '../../parts/cuts/cut.js';
import { useTimeTravelTexts } from './time-travel-texts.js';
import { useFileAt } from './use-file-at.js';

interface Props {
  readonly dossierRef: string;
  readonly cut: Cut;
  readonly children: (file: Schema<'Timeline'>) => ReactNode;
}

const NOT_FOUND = 404;

/** A file on two dates, or in words that nothing was known of the client yet. */
export function FileAt({ dossierRef, cut, children }: Props) {
  const texts = useTimeTravelTexts();
  const reading = useFileAt(dossierRef, cut);
  if (reading.error?.status === NOT_FOUND)
    return (
      <div className="notice">
        <p>{texts.notThere}</p>
        <p>{texts.notThereAdvice}</p>
      </div>
    );
  return <Loaded reading={reading}>{children}</Loaded>;
}
